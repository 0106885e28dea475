import base from '../jest.config.mjs';

/** The browser's tests: each file starts a Kontor of its own as `npm start` does. */
export default {
  ...base,
  rootDir: '.',
  testMatch: ['<rootDir>/**/*.test.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
  testTimeout: 120_000,
  maxWorkers: 1,
};

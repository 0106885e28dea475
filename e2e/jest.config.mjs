import base from '../jest.config.mjs';

/** The browser's tests: each file starts a Kontor of its own as `npm start` does, most of them with a copy of one demo company. */
export default {
  ...base,
  rootDir: '.',
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['measured'],
  globalSetup: '<rootDir>/global_setup.mjs',
  globalTeardown: '<rootDir>/global_teardown.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
};

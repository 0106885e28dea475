import base from './jest.config.mjs';

/** What measures times in the browser runs alone. */
export default {
  ...base,
  testMatch: ['<rootDir>/**/*.measured.test.ts'],
  testPathIgnorePatterns: [],
  globalSetup: undefined,
  globalTeardown: undefined,
  maxWorkers: 1,
};

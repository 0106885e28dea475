/** Unit and integration tests; the browser's tests are in e2e/. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['development', 'node', 'node-addons'] },
  testMatch: [
    '<rootDir>/{shared,api,admin}/src/**/*.test.{ts,tsx}',
    '<rootDir>/seeds/**/*.test.ts',
    '<rootDir>/docs/**/*.test.ts',
    '<rootDir>/admin/scripts/*.test.ts',
  ],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/api/src/testing/global_setup.mjs',
  globalTeardown: '<rootDir>/api/src/testing/global_teardown.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
};

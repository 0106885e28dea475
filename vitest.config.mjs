import { defineConfig } from 'vitest/config';
import { longestFirst } from './scripts/longest_first.mjs';

const longest = [
  'e2e/commands',
  'docs/adding-a-resource',
  'e2e/screens',
  'e2e/main-job',
  'laws/matrix',
  'e2e/drafts',
  'kinds/conformance',
  'laws/kill',
  'e2e/roles',
  'e2e/security',
  'e2e/factors',
  'http/injection',
  'e2e/',
  'laws/versions',
  'laws/isolation',
  'engine/import',
  'http/session_attacks',
  'db/migrations',
];

/**
 * All tests: units and integration on one PostgreSQL; the browser's, of which each file starts a Kontor of its own as
 * `npm start` does, most of them with a copy of one demo company; and what measures times, alone after the others.
 * A worker keeps its modules from file to file: loading them anew took half of the time (docs/decisions/0017). There are
 * more workers than processors, because browser and server wait for each other.
 */
export default defineConfig({
  ssr: { resolve: { conditions: ['development', 'node'] } },
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: longestFirst(longest) },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: [
            '{shared,api,admin}/src/**/*.test.{ts,tsx}',
            'seeds/**/*.test.ts',
            'docs/**/*.test.ts',
            'admin/scripts/*.test.ts',
          ],
          globalSetup: 'api/src/testing/global_setup.mjs',
          testTimeout: 180_000, // for what hangs; where quickness matters a test says so itself
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          exclude: ['**/*.measured.test.ts'],
          globalSetup: 'e2e/global_setup.mjs',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } }, // as long as the page itself waits for something
        },
      },
      {
        extends: true,
        test: {
          name: 'measured',
          include: ['e2e/**/*.measured.test.ts'],
          globalSetup: 'e2e/global_setup.mjs',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } }, // as long as the page itself waits for something
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

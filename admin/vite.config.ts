import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { icons } from './icons.plugin.ts';
import { declarations } from './manifest.plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const port = Number(process.env.ADMIN_PORT ?? 5173);
const api = process.env.KONTOR_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
  // Two development servers at once must not rewrite each other's prepared packages.
  cacheDir: here(`../node_modules/.vite/${port}`),
  plugins: [react(), declarations(), icons()],
  // The sources of @kontor/shared, in development and in the build alike: nothing has to be compiled before. (The
  // condition `development` would do the same, and bring the development builds of other packages along.)
  resolve: {
    alias: [
      { find: /^@kontor\/shared$/, replacement: here('../shared/src/index.ts') },
      { find: /^@kontor\/shared\/(.+)$/, replacement: here('../shared/src/$1.ts') },
    ],
  },
  // The API puts a fresh nonce in place of this word into every index.html that it serves.
  html: { cspNonce: '%nonce%' },
  server: {
    host: '127.0.0.1',
    port,
    // The host stays the browser's, because the API refuses sign-in from other origins.
    proxy: Object.fromEntries(['/api', '/health', '/p/'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      // Declarations and kinds only declare: what a page does not use of them it does not load.
      treeshake: { moduleSideEffects: [{ test: /\/shared\/src\//, sideEffects: false }] },
      output: {
        // Few files instead of a hundred tiny ones; only what several screens share is put together.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-is|scheduler|react-router)\//, priority: 3 },
            {
              name: 'ui',
              test: /node_modules\/(@mui\/(material|system|utils|styled-engine|private-theming)|@emotion|@popperjs|react-transition-group)\//,
              minShareCount: 3,
              priority: 2,
            },
            {
              name: 'kinds',
              test: /(\/shared\/src\/kinds\/|node_modules\/(zod|libphonenumber-js|decimal\.js)\/)/,
              priority: 2,
            },
            { name: 'icons', test: /^\0icon\//, minShareCount: 3, priority: 2 },
          ],
        },
      },
    },
  },
});

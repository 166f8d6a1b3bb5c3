import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const builtWorkerUrl = fileURLToPath(new URL('support/built-worker-url.ts', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    // Worker threads run JavaScript: tests of the sources use the worker that global-setup builds.
    alias: [{ find: /^\.\/worker-url\.js$/, replacement: builtWorkerUrl }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/fail-on-console.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

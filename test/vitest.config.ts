import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { readGuestCode } from '../tsup.config.js';

const builtWorkerUrl = fileURLToPath(new URL('support/built-worker-url.ts', import.meta.url));

const guestCode = /\/guest\/[^/]+\.js\?raw$/;

export default defineConfig({
  plugins: [
    {
      // The guest's code as the build makes it: steps and memory depend on its text.
      name: 'guest-code',
      enforce: 'pre',
      async load(id) {
        if (!guestCode.test(id)) return undefined;
        return `export default ${JSON.stringify(await readGuestCode(id.replace('?raw', '')))};`;
      },
    },
  ],
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    // Worker threads run JavaScript: tests of the sources use the worker that global-setup builds.
    alias: [{ find: /^\.\/worker-url\.js$/, replacement: builtWorkerUrl }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/fail-on-console.ts'],
    // The default leaves a core idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { readGuestCode } from '../tsup.config.js';

const builtWorkerUrl = fileURLToPath(new URL('support/built-worker-url.ts', import.meta.url));

const guestCode = /\/guest\/[^/]+\.js\?raw$/;

const shared: ViteUserConfig = {
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
};

const everyTest = {
  setupFiles: ['test/support/fail-on-console.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** Tests that replace modules: they need modules of their own. */
const replacing = ['test/sandbox/memory-image.test.ts', 'test/sandbox/pool-bad-workers.test.ts'];

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // The default leaves a core idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    projects: [
      { ...shared, test: { ...everyTest, name: 'replacing', include: replacing } },
      {
        ...shared,
        test: {
          ...everyTest,
          name: 'library',
          include: ['test/**/*.test.ts'],
          exclude: replacing,
          // Loading the library anew for every file would take longer than most tests.
          isolate: false,
        },
      },
    ],
  },
});

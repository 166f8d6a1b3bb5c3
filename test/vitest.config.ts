import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { readRawText } from '../tsup.config.js';
import { isSlowRun } from './support/slow-run.js';

const builtWorkerUrl = fileURLToPath(new URL('support/built-worker-url.ts', import.meta.url));

const rawText = /\.(?:js|ts|css|py)\?raw$/;

const shared: ViteUserConfig = {
  plugins: [
    {
      // Text as the build makes it: what the guest's code takes in steps and memory depends on it.
      name: 'raw-text',
      enforce: 'pre',
      async load(id) {
        if (!rawText.test(id)) return undefined;
        return `export default ${JSON.stringify(await readRawText(id.replace('?raw', '')))};`;
      },
    },
  ],
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    // Worker threads run JavaScript: tests of the sources use the worker that global-setup builds.
    alias: [{ find: /^\.\/(?:python-)?worker-url\.js$/, replacement: builtWorkerUrl }],
  },
};

const everyTest = {
  // Of styles Vitest leaves nothing unless it is told to.
  css: { include: [/\.css\?raw$/] },
  setupFiles: ['test/support/fail-on-console.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/**
 * Tests of the Python sandbox that set interpreters up again and again, or make thousands of calls.
 * `CODEIO_SLOW=1` runs them.
 */
const slow = [
  'test/dataset/audit-python.test.ts',
  'test/python/determinism.test.ts',
  'test/python/packages.test.ts',
  'test/python/pool.test.ts',
  'test/python/reuse.test.ts',
  'test/python/sealing-table.test.ts',
  'test/python/start.test.ts',
  'test/python/steps.test.ts',
];

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
          exclude: isSlowRun ? replacing : [...replacing, ...slow],
          // Loading the library anew for every file would take longer than most tests.
          isolate: false,
        },
      },
    ],
  },
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { defineConfig, type Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/** Bundles `file?raw` as text, as the test runner does: what the guest runs is not run here. */
const rawText: EsbuildPlugin = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      resolveDir: dirname(path),
    }));
  },
};

const shared: Options = { target: 'node20', silent: true, esbuildPlugins: [rawText] };

export default defineConfig([
  {
    ...shared,
    // Flat names: the sandbox looks for worker.js beside the file that it was bundled into.
    entry: {
      index: 'src/index.ts',
      sandbox: 'src/sandbox/index.ts',
      formats: 'src/formats/index.ts',
      testing: 'src/testing/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: true,
    // Without it the CommonJS entries would each have their own error classes.
    splitting: true,
    shims: true,
    external: ['ai', 'zod'],
  },
  {
    ...shared,
    // Without threads, so that it needs nothing of Node.js.
    entry: { 'sandbox-browser': 'src/sandbox/browser.ts' },
    format: 'esm',
    platform: 'browser',
    dts: true,
  },
  {
    ...shared,
    entry: { worker: 'src/sandbox/worker.ts' },
    format: 'esm',
  },
]);

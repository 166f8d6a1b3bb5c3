import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Reads a file of code for the guest as short text: the interpreter keeps the text of every
 * function in its memory, which is copied for every call.
 */
export async function readGuestCode(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  // As a bare expression it would be removed for doing nothing.
  const { code } = await transform(`part = ${source}`, {
    minifyWhitespace: true,
    target: 'es2022',
  });
  return code.trim().replace(/^part=/, '');
}

/** Bundles `file?raw` as text. */
const rawText: EsbuildPlugin = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => ({
      contents: await readGuestCode(path),
      loader: 'text',
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

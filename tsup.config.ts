import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Reads a file of code for the guest as short text: the interpreter keeps the text of every
 * function in its memory, which is copied for every call.
 */
async function readGuestCode(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  // As a bare expression it would be removed for doing nothing.
  const { code } = await transform(`part = ${source}`, {
    minifyWhitespace: true,
    target: 'es2022',
  });
  return code.trim().replace(/^part=/, '');
}

/** Bundles a script for a web page as one text. */
async function readPageScript(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

async function readPageStyles(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  const { code } = await transform(source, { loader: 'css', minify: true, charset: 'utf8' });
  return code;
}

/** Reads what `file?raw` stands for: the guest's code, a page's script or a page's styles, short. */
export function readRawText(file: string): Promise<string> {
  if (file.endsWith('.css')) return readPageStyles(file);
  if (file.endsWith('.py')) return readFile(file, 'utf8');
  return file.endsWith('.ts') ? readPageScript(file) : readGuestCode(file);
}

/** Bundles `file?raw` as text. */
const rawText: EsbuildPlugin = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => ({
      contents: await readRawText(path.replace(/\?raw$/, '')),
      loader: 'text',
    }));
  },
};

const shared: Options = { target: 'node20', silent: true, esbuildPlugins: [rawText] };

export default defineConfig([
  {
    ...shared,
    // Flat names: the sandboxes look for their workers beside the file that they were bundled into.
    entry: {
      index: 'src/index.ts',
      sandbox: 'src/sandbox/index.ts',
      python: 'src/python/index.ts',
      formats: 'src/formats/index.ts',
      report: 'src/report/index.ts',
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
    entry: {
      worker: 'src/sandbox/worker.ts',
      'python-worker': 'src/python/worker.ts',
      'python-builder': 'src/python/builder/builder.ts',
    },
    format: 'esm',
    // Each worker in one file: a thread starts sooner.
    splitting: false,
  },
]);

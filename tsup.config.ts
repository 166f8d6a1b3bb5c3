import { defineConfig } from 'tsup';

export default defineConfig([
  {
    // Flat names: the sandbox looks for worker.js beside the file that it was bundled into.
    entry: {
      index: 'src/index.ts',
      sandbox: 'src/sandbox/index.ts',
      formats: 'src/formats/index.ts',
      testing: 'src/testing/index.ts',
    },
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    // Without it the CommonJS entries would each have their own error classes.
    splitting: true,
    shims: true,
    silent: true,
    external: ['ai', 'zod'],
  },
  {
    entry: { worker: 'src/sandbox/worker.ts' },
    format: 'esm',
    target: 'node20',
    silent: true,
  },
]);

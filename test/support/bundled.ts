import { fileURLToPath } from 'node:url';

/** Where the bundled functions are. */
export const bundledFunctions: string = fileURLToPath(
  new URL('../../examples/functions', import.meta.url),
);

import { createInProcessSandbox, createSandbox, type Sandbox } from '../../../src/index.js';

/** Both sandboxes, which keep one contract. */
export const variants: [string, () => Promise<Sandbox>][] = [
  ['createSandbox', async () => createSandbox({ workers: 2, maxSteps: 2000 })],
  ['createInProcessSandbox', () => createInProcessSandbox({ maxSteps: 2000 })],
];

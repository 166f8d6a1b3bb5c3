import {
  createInProcessSandbox,
  createSandbox,
  type Language,
  type Sandbox,
} from '../../../src/index.js';
import { createPythonSandbox } from '../../../src/python/index.js';
import type { ContractPrograms } from './contract-programs.js';
import { javascriptPrograms } from './javascript-programs.js';
import { pythonPrograms } from './python-programs.js';

/** The limits that tests set, which all sandboxes have. */
export interface VariantLimits {
  readonly maxSteps?: number;
  readonly memoryLimitBytes?: number;
  /** Where there are threads. */
  readonly workers?: number;
}

/** A sandbox that keeps the contract of all. */
export interface Variant {
  readonly name: string;
  /** The first language that it runs. */
  readonly language: Language;
  /** The programs that the contract is tested with, in that language. */
  readonly programs: ContractPrograms;
  create(this: void, limits?: VariantLimits): Promise<Sandbox>;
}

const fewSteps: VariantLimits = { maxSteps: 2000 };
/** What eats memory ends sooner. */
const littleMemory: VariantLimits = { memoryLimitBytes: 96 * 1024 * 1024 };
const javascript = { language: 'javascript', programs: javascriptPrograms } as const;
const python = { language: 'python', programs: pythonPrograms } as const;

/** The sandboxes for JavaScript and TypeScript. */
export const javascriptVariants: readonly Variant[] = [
  {
    ...javascript,
    name: 'createSandbox',
    create: async (limits) => createSandbox({ workers: 2, ...fewSteps, ...limits }),
  },
  {
    ...javascript,
    name: 'createInProcessSandbox',
    create: (limits) => createInProcessSandbox({ ...fewSteps, ...limits }),
  },
];

/** The sandboxes for Python. */
export const pythonVariants: readonly Variant[] = [
  {
    ...python,
    name: 'createPythonSandbox',
    create: async (limits) =>
      createPythonSandbox({ workers: 2, ...fewSteps, ...littleMemory, ...limits }),
  },
];

/** All sandboxes, which keep one contract. */
export const allVariants: readonly Variant[] = [...javascriptVariants, ...pythonVariants];

/** The sandboxes for JavaScript as rows of a table. */
export const variants: [string, () => Promise<Sandbox>][] = javascriptVariants.map(
  ({ name, create }) => [name, create],
);

import { type GuestError, type JsonObject, stringifyJson } from '../../../src/index.js';
import {
  type CallOptions,
  type ContractCalls,
  openSandbox,
} from '../../sandbox/support/contract-calls.js';
import {
  pythonVariants,
  type Variant,
  type VariantLimits,
} from '../../sandbox/support/variants.js';

/** Calls of the function `main` of Python programs. */
interface PythonCalls extends ContractCalls {
  /** The value as the JSON text that Python wrote. */
  text(this: void, code: string, input?: JsonObject, options?: CallOptions): Promise<string>;
  /** The error of a call that throws; fails for any other outcome. */
  error(this: void, code: string, input?: JsonObject, options?: CallOptions): Promise<GuestError>;
}

/** The Python sandbox. */
const pythonVariant = pythonVariants[0] as Variant;

/** Opens a Python sandbox for the tests of the present `describe`, or file, and closes it after them. */
export function openPython(limits?: VariantLimits): PythonCalls {
  const calls = openSandbox(pythonVariant, limits);
  return {
    ...calls,
    text: async (...call) => stringifyJson(await calls.value(...call)),
    async error(...call) {
      const outcome = await calls.run(...call);
      if (outcome.status !== 'threw') throw new Error(JSON.stringify(outcome));
      return outcome.error;
    },
  };
}

/** The code of a function `main` without parameters that returns the value of an expression. */
export const returning = (expression: string, before = ''): string =>
  `${before}\ndef main():\n    return ${expression}`;

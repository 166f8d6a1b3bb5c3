import { afterAll, beforeAll } from 'vitest';
import type {
  JsonObject,
  JsonValue,
  Language,
  Outcome,
  RunOptions,
  Sandbox,
} from '../../../src/index.js';
import type { Variant, VariantLimits } from './variants.js';

/** Options of a call, and what of its program is not as usual. */
export interface CallOptions extends RunOptions {
  readonly language?: Language;
  readonly parameters?: readonly string[];
  readonly entrypoint?: string;
}

/** Calls of programs in a sandbox that the tests of a `describe` share. */
export interface ContractCalls {
  run(this: void, code: string, input?: JsonObject, options?: CallOptions): Promise<Outcome>;
  /** The value of a call that returns; fails for any other outcome. */
  value(this: void, code: string, input?: JsonObject, options?: CallOptions): Promise<JsonValue>;
  sandbox(this: void): Sandbox;
}

/** Opens a sandbox for the tests of the present `describe`, or file, and closes it after them. */
export function openSandbox(
  { create, language: ownLanguage }: Variant,
  limits?: VariantLimits,
): ContractCalls {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await create(limits);
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  const calls: ContractCalls = {
    run(code, input = {}, options = {}) {
      const { language = ownLanguage, entrypoint = 'main', parameters, ...rest } = options;
      return sandbox.run({ language, code, entrypoint, parameters }, input, rest);
    },
    async value(...call) {
      const outcome = await calls.run(...call);
      if (outcome.status !== 'returned') throw new Error(JSON.stringify(outcome));
      return outcome.value;
    },
    sandbox: () => sandbox,
  };
  return calls;
}

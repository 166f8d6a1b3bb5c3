import type { JsonObject } from '../core/json-value.js';
import { optionError } from '../errors/option-error.js';
import { isJsonObject } from '../values/is-json-object.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { Call } from './call.js';
import type { Preparation } from './prepared-program.js';
import { createRecentMap } from './recent-map.js';
import type { Outcome, Program, RunOptions } from './sandbox.js';

/** The first of January 2025, UTC. */
const defaultNowMs = 1_735_689_600_000;
const preparedPrograms = 512;

/** Turns the arguments of `run` into a call, or into the outcome that needs no call. */
export type CallResolver = (
  program: Program,
  input: JsonObject,
  options: RunOptions,
) => { readonly call: Call } | { readonly outcome: Outcome };

/** What was prepared for a program object: still right as long as its fields are the same. */
interface Seen {
  readonly program: Program;
  readonly preparation: Preparation;
}

/**
 * Makes a resolver that keeps the programs prepared last.
 *
 * @param prepareProgram - Checks a program and makes it ready for the engine; throws a `TypeError` for
 * what no call could succeed with.
 */
export function createCallResolver(
  prepareProgram: (program: Program) => Preparation,
): CallResolver {
  const prepared = createRecentMap<string, Preparation>(preparedPrograms);
  const seen = new WeakMap<Program, Seen>();

  const prepare = (program: Program): Preparation => {
    const before = seen.get(program);
    if (before !== undefined && hasSameFields(before.program, program)) return before.preparation;
    const { language, code, entrypoint, parameters } = program;
    const key = JSON.stringify([language, entrypoint, parameters ?? null, code]);
    let preparation = prepared.get(key);
    if (preparation === undefined) {
      preparation = prepareProgram(program);
      prepared.set(key, preparation);
    }
    const copy = { language, code, entrypoint, parameters: parameters && [...parameters] };
    seen.set(program, { program: copy, preparation });
    return preparation;
  };

  return (program, input, options) => {
    if (typeof program !== 'object' || program === null) {
      throw optionError('program', 'an object with language, code and entrypoint', program);
    }
    if (typeof input !== 'object' || !isJsonObject(input)) {
      throw optionError('input', 'an object keyed by variable name', input);
    }
    const preparation = prepare(program);
    if (preparation.status === 'syntax-error') {
      const { message, line } = preparation;
      return {
        outcome: { status: 'threw', error: { name: 'SyntaxError', message, line }, steps: 0 },
      };
    }
    return {
      call: {
        program: preparation.program,
        // Numbers as they were written: what an engine cannot hold it rounds itself.
        inputText: stringifyJson(input),
        seed: options.seed ?? 0,
        nowMs: options.nowMs ?? defaultNowMs,
        countOperations: options.countOperations ?? false,
      },
    };
  };
}

function hasSameFields(before: Program, now: Program): boolean {
  return (
    before.code === now.code &&
    before.language === now.language &&
    before.entrypoint === now.entrypoint &&
    before.parameters?.length === now.parameters?.length &&
    (now.parameters ?? []).every((name, index) => name === before.parameters?.[index])
  );
}

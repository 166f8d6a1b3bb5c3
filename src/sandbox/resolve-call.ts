import type { JsonObject } from '../core/json-value.js';
import { optionError } from '../errors/option-error.js';
import { isJsonObject } from '../values/is-json-object.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { Call } from './call.js';
import { type Preparation, prepareProgram } from './prepare-program.js';
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

/** Makes a resolver that keeps the programs prepared last. */
export function createCallResolver(): CallResolver {
  const prepared = new Map<string, Preparation>();

  const prepare = (program: Program): Preparation => {
    const { language, code, entrypoint, parameters } = program;
    const key = JSON.stringify([language, entrypoint, parameters ?? null, code]);
    const known = prepared.get(key) ?? prepareProgram(program);
    // Re-inserting keeps the most recently used at the end, so that the first is the one to drop.
    prepared.delete(key);
    prepared.set(key, known);
    if (prepared.size > preparedPrograms) prepared.delete(prepared.keys().next().value as string);
    return known;
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
        inputText: guestJson(input),
        seed: options.seed ?? 0,
        nowMs: options.nowMs ?? defaultNowMs,
      },
    };
  };
}

/** JSON as the guest reads it; what JavaScript numbers cannot hold arrives rounded, as in any JavaScript. */
function guestJson(input: JsonObject): string {
  return stringifyJson(input);
}

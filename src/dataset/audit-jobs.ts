import type { CodeFunction } from '../core/code-function.js';
import type { FunctionPairs } from '../core/function-pairs.js';
import type { IOPair } from '../core/io-pair.js';
import { optionError } from '../errors/option-error.js';
import { type ArgumentProbe, createArgumentProbe } from '../functions/argument-probe.js';
import { auditPair } from '../functions/audit-pair.js';
import type { AuditRow } from '../functions/audit-row.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { EqualityOptions } from '../values/is-equal.js';
import type { Items } from '../values/items.js';
import { deriveSeed } from '../values/random.js';

/** A pair to be run, or the end of a function's pairs, which has no pair. */
export interface AuditJob {
  readonly function: CodeFunction;
  readonly numbered?: { readonly pair: IOPair; readonly pairIndex: number } | undefined;
  /** Shared by the pairs of the function. */
  readonly changesArguments: ArgumentProbe;
}

interface AuditJobOptions {
  readonly sandbox: Sandbox;
  readonly seed: number;
  readonly equality: EqualityOptions | undefined;
  readonly signal: AbortSignal;
}

/**
 * Lists the pairs of functions one by one.
 *
 * @throws TypeError for an item that is none, and for a language that the sandbox does not run.
 */
export async function* auditJobs(
  functions: Items<FunctionPairs>,
  options: AuditJobOptions,
): AsyncGenerator<AuditJob, void, undefined> {
  const { languages } = options.sandbox;
  for await (const item of functions) {
    if (!isFunctionPairs(item)) {
      throw optionError('functions', 'items of a function and its pairs', item);
    }
    const { function: fn, pairs } = item;
    if (!languages.includes(fn.language)) {
      throw optionError('sandbox', `a sandbox that runs ${fn.language}`, languages);
    }
    const changesArguments = remember(createArgumentProbe(fn, options));
    for (const [pairIndex, pair] of pairs.entries()) {
      yield { function: fn, numbered: { pair, pairIndex }, changesArguments };
    }
    yield { function: fn, changesArguments };
  }
}

/** Runs a pair again; nothing comes of the end of a function's pairs. */
export async function runAuditJob(
  { function: fn, numbered, changesArguments }: AuditJob,
  options: AuditJobOptions,
): Promise<AuditRow | undefined> {
  if (numbered === undefined) return undefined;
  const { pair, pairIndex } = numbered;
  const seed = deriveSeed(options.seed, fn.id, pairIndex);
  const found = await auditPair(fn, pair, { ...options, seed, changesArguments });
  return { functionId: fn.id, entrypoint: fn.entrypoint, pairIndex, ...found };
}

function isFunctionPairs(item: FunctionPairs): boolean {
  return (
    typeof item?.function?.code === 'string' &&
    Array.isArray(item.pairs) &&
    item.pairs.every((pair: unknown) => typeof pair === 'object' && pair !== null)
  );
}

/** Asks no more once a call has shown that the function changes its arguments. */
function remember(probe: ArgumentProbe): ArgumentProbe {
  let isKnown = false;
  return async (input) => {
    // Not assigned when it is not so: another call may have shown it meanwhile.
    if (!isKnown && (await probe(input))) isKnown = true;
    return isKnown;
  };
}

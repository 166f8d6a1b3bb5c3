import type { TransformProblem } from '../core/transform-problem.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { CollectedPairs } from './collect-pairs.js';
import type { PairRejectReason, RejectedPair } from './rejected-pair.js';

/** Different reasons that are told at once. */
const maximumReasons = 4;
const longestInput = 400;

/**
 * Puts into words why a function gave too few pairs: each reason once, the most frequent one first,
 * with an example.
 */
export function describeShortage(
  collected: CollectedPairs,
  minimumPairs: number,
): readonly TransformProblem[] {
  const { pairs, rejected, stats } = collected;
  const counts = Object.entries(stats.rejects) as [PairRejectReason, number][];
  const reasons = counts.sort(([, a], [, b]) => b - a);
  const [first] = reasons;
  if (first?.[0] === 'lost') {
    return [{ kind: 'sandbox-lost', message: 'The sandbox lost the calls, repeatedly.' }];
  }
  const missing = rejected.find(({ reason }) => reason === 'missing-module');
  if (missing !== undefined) {
    return [{ kind: 'import', message: describe(missing) }];
  }
  const summary = `Of ${stats.attempts} inputs that were drawn only ${pairs.length} gave a pair of input and result; at least ${minimumPairs} are needed.`;
  return [
    { kind: kinds[first?.[0] ?? 'duplicate-input'] ?? 'too-few-pairs', message: summary },
    ...reasons
      .filter(([reason]) => reason !== 'lost')
      .slice(0, maximumReasons)
      .map(([reason, count]): TransformProblem => {
        const example = rejected.find((reject) => reject.reason === reason) as RejectedPair;
        const message = `${count} of them: ${describe(example)}`;
        return { kind: kinds[reason] ?? 'too-few-pairs', message };
      }),
  ];
}

/** The reasons that lie with the generator; all others lie with the function. */
const kinds: Partial<Readonly<Record<PairRejectReason, TransformProblem['kind']>>> = {
  'generator-failed': 'generator-unfit',
  'input-not-an-object': 'generator-unfit',
  'input-misfits-schema': 'generator-unfit',
  'input-too-large': 'generator-unfit',
  'duplicate-input': 'generator-unfit',
};

function describe({ reason, detail, input, excess, missingModule }: RejectedPair): string {
  const call = input === undefined ? 'an input' : shorten(stringifyJson(input, { spaced: true }));
  switch (reason) {
    case 'generator-failed':
      return `the input generator fails (${detail ?? 'it does not end'}).`;
    case 'input-not-an-object':
      return 'the input generator does not return an object.';
    case 'input-misfits-schema':
      return `the generated input ${call} does not fit the input schema or the parameters: ${detail}.`;
    case 'duplicate-input':
      return `the generated input had been drawn before, such as ${call}.`;
    case 'input-too-large':
    case 'output-too-large': {
      const what = reason === 'input-too-large' ? 'the generated input' : `the result for ${call}`;
      if (excess === undefined) return `${what} is far too large.`;
      const { path, limit, actual, maximum } = excess;
      return `${what} is too large: ${actual} ${measures[limit]} at ${path}, where at most ${maximum} are allowed.`;
    }
    case 'threw':
      return `the function fails for ${call}: ${detail}.`;
    case 'step-limit':
      return `the function does not end in time for ${call}.`;
    case 'out-of-memory':
      return `the function uses too much memory for ${call}.`;
    case 'unserializable':
      return `JSON cannot carry ${input === undefined ? 'what the input generator returns' : `the result for ${call}`}: ${detail}.`;
    case 'null-output':
      return `the result for ${call} is null.`;
    case 'unsafe-integer':
      return `a whole number reaches 2^53 for ${call}: ${detail}.`;
    case 'not-deterministic':
      return `the function returns something else when it is called again with ${call}.`;
    case 'missing-module':
      return `The module \`${missingModule}\` does not exist where the code runs.`;
    default:
      return reason;
  }
}

const measures = {
  maxTextLength: 'characters as JSON',
  maxContainerLength: 'entries',
  maxStringLength: 'characters',
  maxDepth: 'levels of nesting',
  maxDigits: 'digits',
} as const;

function shorten(text: string): string {
  return text.length <= longestInput ? text : `${text.slice(0, longestInput)}…`;
}

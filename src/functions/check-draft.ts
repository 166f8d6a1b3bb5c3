import { checkCode } from '../analysis/check-code.js';
import { checkGenerator } from '../analysis/check-generator.js';
import type { CodeFunction, Language } from '../core/code-function.js';
import type { FunctionDraft } from '../core/function-draft.js';
import type { IOPair } from '../core/io-pair.js';
import type { RawCode } from '../core/raw-code.js';
import type { TransformProblem } from '../core/transform-problem.js';
import { checkFieldNames, checkInfluence } from './check-pairs.js';
import { checkSchema } from './check-schema.js';
import { checkStatement, checkStatementAgainst } from './check-statement.js';
import { type CollectPairsOptions, collectPairs } from './collect-pairs.js';
import { defineFunction } from './define-function.js';
import { describeShortage } from './describe-shortage.js';

/** How a draft is tried out. */
export interface CheckDraftOptions extends Omit<CollectPairsOptions, 'dropTrivial'> {
  readonly language: Language;
  /** Python: modules outside of the standard library that may be imported. */
  readonly packages: readonly string[];
  /** How many pairs the function must give. */
  readonly minimumPairs: number;
  readonly allowTrivial: boolean;
}

/** What a draft came to. */
export type CheckedDraft =
  | { readonly status: 'sound'; readonly function: CodeFunction; readonly pairs: readonly IOPair[] }
  | { readonly status: 'unsound'; readonly problems: readonly TransformProblem[] };

/**
 * Looks through the parts of a draft, and tries it out when its programs and its schema are in
 * order. Says as much as can be said at once.
 */
export async function checkDraft(
  draft: FunctionDraft,
  source: RawCode['source'],
  options: CheckDraftOptions,
): Promise<CheckedDraft> {
  const { language, packages } = options;
  const { code, entrypoint, parameters, inputGenerator } = draft;
  const essential: readonly TransformProblem[] = [
    ...checkCode({ language, code, entrypoint, parameters, packages }),
    ...checkGenerator({ language, code: inputGenerator, packages }),
    ...checkSchema(draft.inputSchema, parameters),
  ];
  const wording = checkStatement(draft);
  if (essential.length > 0) return { status: 'unsound', problems: [...essential, ...wording] };

  const fn = defineFunction({ ...draft, language, ...(source !== undefined && { source }) });
  const collected = await collectPairs(fn, options);
  const { pairs, stats } = collected;
  const problems: TransformProblem[] = [
    ...wording,
    ...checkStatementAgainst(draft, pairs),
    ...checkFieldNames(draft.ioDescription, pairs),
    ...(await checkInfluence(fn, pairs, options)),
  ];
  if (pairs.length < options.minimumPairs) {
    problems.unshift(...describeShortage(collected, options.minimumPairs));
  }
  if (!options.allowTrivial) {
    problems.push(...stats.triviality.map((flag) => trivialityProblem(flag)));
  }
  if (problems.length > 0) return { status: 'unsound', problems };
  return { status: 'sound', function: fn, pairs };
}

function trivialityProblem(flag: keyof typeof trivialityMessages): TransformProblem {
  return { kind: 'trivial', message: trivialityMessages[flag] };
}

const trivialityMessages = {
  'constant-output': 'The result was the same for every input that was tried.',
  'one-bit-output':
    'The result tells only one of two things. Let it tell more of how it came about, too.',
  echo: 'The result just repeats the input, or one of its values.',
  'few-distinct-outputs': 'Too few of the results differ from each other.',
} as const;

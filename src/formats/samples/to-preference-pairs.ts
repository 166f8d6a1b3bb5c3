import type { Conversation } from '../../core/conversation.js';
import { optionError } from '../../errors/option-error.js';
import { requireInteger } from '../../errors/require-integer.js';
import type { TrainableConversation, TrainableTurn } from '../messages/trainable-conversation.js';
import { type TrainingOptions, visibleText } from '../messages/training-messages.js';
import { inSampleOrder } from './in-sample-order.js';
import type { PairOrigin, PreferencePair } from './preference-pair.js';
import { refersToFeedback } from './refers-to-feedback.js';
import { requireOnePrompt } from './require-one-task.js';

/**
 * How pairs are made.
 *
 * @typeParam Sample - What the conversations are.
 */
export interface PreferencePairOptions<Sample = Conversation>
  extends Pick<TrainingOptions, 'answerText'> {
  /**
   * Where pairs may come from. A pair of origin `revision` prefers an answer that was given to
   * another prompt, one with feedback in it: ask for it only when samples are too few.
   * @defaultValue ['resample']
   */
  readonly origins?: readonly PairOrigin[] | undefined;
  /**
   * Pairs of one task at most, so that no task outweighs the others.
   * @defaultValue as many as there are
   */
  readonly maxPairs?: number | undefined;
  /**
   * Makes the preferred text of a pair of origin `revision` from the right answer to the feedback,
   * whose result it has to keep; `undefined` leaves the pair out. It replaces the default check.
   * @defaultValue the text as it is, and no pair when {@link refersToFeedback} says that it speaks of what came before
   */
  readonly rewriteRevision?:
    | ((text: string, conversation: Sample) => string | undefined)
    | undefined;
}

/**
 * Makes preference pairs of all samples of one task: a right answer is preferred to a wrong one
 * under the same prompt, as DPO (arXiv:2305.18290) is trained.
 *
 * - `resample`: the right first answer of one sample against the wrong first answer of another.
 * - `revision`: the answer that was right after feedback against the first one of the same
 *   conversation, under the prompt without the feedback. These come after the others.
 *
 * Every text is in one pair at most, equal texts count once, and empty ones and answers that could
 * not be verified take no part. The pairs depend on the numbers of the samples, not on the order in
 * which they are given.
 *
 * @param conversations - The samples of one task: see {@link groupSamples}.
 * @throws TypeError when they are of different tasks or their prompts differ, and naming an option
 * that is not as expected.
 */
export function toPreferencePairs<Sample extends TrainableConversation = Conversation>(
  conversations: readonly Sample[],
  options: PreferencePairOptions<Sample> = {},
): readonly PreferencePair[] {
  const { answerText = visibleText, rewriteRevision = keepUnlessReferring } = options;
  const origins = requireOrigins(options.origins ?? ['resample']);
  const maxPairs =
    options.maxPairs === undefined ? Infinity : requireInteger('maxPairs', options.maxPairs, 1);
  requireOnePrompt(conversations);
  const samples = inSampleOrder(conversations);
  const [sample] = samples;
  if (sample === undefined) return [];

  const textOf = ({ prediction }: TrainableTurn): string => answerText(prediction);
  const used = new Set<string>();
  const pairs: PreferencePair[] = [];
  const addPair = (origin: PairOrigin, chosen: string, rejected: string): void => {
    if (pairs.length >= maxPairs || chosen === rejected) return;
    if ([chosen, rejected].some((text) => used.has(text) || text.trim() === '')) return;
    used.add(chosen).add(rejected);
    pairs.push({ taskId: sample.task.id, origin, prompt: sample.prompt, chosen, rejected });
  };

  if (origins.includes('resample')) {
    const [right, wrong] = firstAnswers(samples, textOf);
    for (const [index, chosen] of right.entries()) addPair('resample', chosen, wrong[index] ?? '');
  }
  if (origins.includes('revision')) {
    for (const conversation of samples) {
      const [first] = conversation.turns;
      const revised = conversation.turns.find(isRight);
      if (first === undefined || revised === undefined || !isWrong(first)) continue;
      const chosen = rewriteRevision(textOf(revised), conversation);
      if (chosen !== undefined) addPair('revision', chosen, textOf(first));
    }
  }
  return pairs;
}

/** The different right and wrong first answers; those that count as both, or are empty, are neither. */
function firstAnswers(
  samples: readonly TrainableConversation[],
  textOf: (turn: TrainableTurn) => string,
): readonly [right: readonly string[], wrong: readonly string[]] {
  const turns = samples.flatMap((conversation) => conversation.turns.slice(0, 1));
  const right = new Set(turns.filter(isRight).map(textOf));
  const wrong = new Set(turns.filter(isWrong).map(textOf));
  const isOneOf = (others: ReadonlySet<string>) => (text: string) =>
    text.trim() !== '' && !others.has(text);
  return [[...right].filter(isOneOf(wrong)), [...wrong].filter(isOneOf(right))];
}

function isRight({ verdict }: TrainableTurn): boolean {
  return verdict.status === 'correct';
}

function isWrong({ verdict }: TrainableTurn): boolean {
  return verdict.status !== 'correct' && verdict.status !== 'unverifiable';
}

function keepUnlessReferring(text: string): string | undefined {
  return refersToFeedback(text) ? undefined : text;
}

function requireOrigins(origins: readonly PairOrigin[]): readonly PairOrigin[] {
  const known: readonly PairOrigin[] = ['resample', 'revision'];
  const isKnown = Array.isArray(origins) && origins.every((origin) => known.includes(origin));
  if (isKnown && origins.length > 0) return origins;
  throw optionError('origins', "a list of 'resample', 'revision' or both", origins);
}

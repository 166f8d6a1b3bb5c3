import type { Task } from '../core/task.js';
import type { UnverifiableReason, UnverifiableVerdict, Verdict } from '../core/verdict.js';
import { createTasks } from '../functions/create-tasks.js';
import { conversationOutcome } from '../revision/conversation-outcome.js';
import { checkTruth } from '../verification/check-truth.js';
import { type VerifyOptions, verify } from '../verification/verify.js';
import type { ClaimedVerdict, ClaimingRow } from './reverifiable-row.js';
import type {
  CheckedRow,
  Disagreement,
  ReverifiedTurn,
  TruthStatus,
  TurnAgreement,
} from './reverified-row.js';

/** What was found of a recorded pair; `verdict` is that of everything judged by it. */
type Truth =
  | { readonly status: 'reproduced' | 'unchecked' }
  | {
      readonly status: 'not-reproducible' | 'sandbox-lost' | 'missing-module';
      readonly verdict: UnverifiableVerdict;
    };

/**
 * Verifies the turns of a row and its truth, and compares what was found with what it claims.
 *
 * @param task - The task of `row`, with the schema to be used.
 * @throws what `verify` throws.
 */
export async function checkRow(
  row: ClaimingRow,
  task: Task,
  options: VerifyOptions,
): Promise<Omit<CheckedRow<unknown>, 'number' | 'row'>> {
  // The truth is looked at once, and for right marks as well: not again for each wrong one.
  const turnOptions = { ...options, checkTruth: false };
  const [truth, ...verdicts] = await Promise.all([
    findTruth(task, options),
    ...row.turns.map(({ text }) => verify(task, { text }, turnOptions)),
  ]);
  const turns = row.turns.map(({ claimed }, index): ReverifiedTurn => {
    const verdict = judgeByTruth(task, verdicts[index] as Verdict, truth);
    return { claimed, verdict, agreement: compare(claimed, verdict) };
  });
  const disagreements = findDisagreements(row, turns, truth);
  const isTruthUnknown = truth.status === 'sandbox-lost' || truth.status === 'missing-module';
  const isUnverifiable =
    isTruthUnknown || turns.some(({ agreement }) => agreement === 'unverifiable');
  return {
    status: disagreements.length > 0 ? 'disagreeing' : isUnverifiable ? 'unverifiable' : 'agreeing',
    task: row.task,
    truth: truth.status,
    turns,
    disagreements,
  };
}

async function findTruth(task: Task, options: VerifyOptions): Promise<Truth> {
  const isWanted = options.checkTruth ?? true;
  if (!isWanted || !options.sandbox.languages.includes(task.function.language)) {
    return { status: 'unchecked' };
  }
  const verdict = await checkTruth(task, options);
  return verdict === undefined
    ? { status: 'reproduced' }
    : { status: truthStatuses[verdict.reason], verdict };
}

const truthStatuses = {
  'truth-not-reproducible': 'not-reproducible',
  'sandbox-lost': 'sandbox-lost',
  'missing-module': 'missing-module',
} as const satisfies Record<UnverifiableReason, TruthStatus>;

/** Without a sure truth nothing is sure but a missing answer, and an input that leads to the wanted output. */
function judgeByTruth({ direction }: Task, verdict: Verdict, truth: Truth): Verdict {
  if (!('verdict' in truth)) return verdict;
  const isSure =
    verdict.status === 'unverifiable' ||
    verdict.status === 'no-answer' ||
    (verdict.status === 'correct' && direction === 'input');
  return isSure ? verdict : truth.verdict;
}

function compare(claimed: ClaimedVerdict | undefined, { status }: Verdict): TurnAgreement {
  // Also where the row says so itself: nothing is known, and nothing agrees.
  if (status === 'unverifiable') return 'unverifiable';
  if (claimed === status) return 'agreeing';
  if (claimed === undefined) return 'unclaimed';
  return claimed === (status === 'correct') ? 'agreeing' : 'disagreeing';
}

function findDisagreements(
  { task, outcome, hasContentId }: ClaimingRow,
  turns: readonly ReverifiedTurn[],
  truth: Truth,
): Disagreement[] {
  const found: Disagreement[] = [];
  for (const [index, { claimed, verdict, agreement }] of turns.entries()) {
    if (claimed === undefined || agreement !== 'disagreeing') continue;
    found.push({ kind: 'verdict', turn: index + 1, claimed, found: verdict.status });
  }
  const isDecided = turns.every(({ agreement }) => agreement !== 'unverifiable');
  if (outcome !== undefined && isDecided) {
    const recomputed = conversationOutcome(turns.map(({ verdict }) => verdict.status));
    if (recomputed !== outcome)
      found.push({ kind: 'outcome', claimed: outcome, found: recomputed });
  }
  // A row that calls itself unverifiable does not vouch for its truth.
  const vouches = turns.every(({ claimed }) => claimed !== 'unverifiable');
  if (truth.status === 'not-reproducible' && vouches) {
    found.push({ kind: 'truth', detail: truth.verdict.detail });
  }
  const id = hasContentId ? contentId(task) : task.id;
  if (id !== task.id) found.push({ kind: 'task-id', claimed: task.id, found: id });
  return found;
}

function contentId(task: Task): string {
  const { function: fn, pair, direction, includeCode } = task;
  const [made] = createTasks(fn, [pair], { directions: [direction], includeCode });
  return (made as Task).id;
}

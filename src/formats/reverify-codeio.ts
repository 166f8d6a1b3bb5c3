import { setMaxListeners } from 'node:events';
import type { VerdictStatus } from '../core/verdict.js';
import { mapConcurrently } from '../dataset/map-concurrently.js';
import type { ClaimedVerdict, ReverifiableRow } from '../dataset/reverifiable-row.js';
import type { ReverifiedRow } from '../dataset/reverified-row.js';
import { type Reverification, type ReverifyOptions, reverify } from '../dataset/reverify.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import {
  type RecoverTaskOptions,
  recoverTask,
  type TaskRecovery,
} from './recovery/recover-task.js';
import type { RecoveredConversation } from './recovery/recovered-conversation.js';

/** How rows of the five-field format are verified again. */
export interface ReverifyCodeIOOptions
  extends RecoverTaskOptions,
    Omit<ReverifyOptions<unknown>, 'sandbox' | 'signal' | 'read' | 'checkTruth'> {
  /**
   * What of a mark is compared: the verdict by name, or just whether the turn is right. The published
   * checker called by other names what is told apart here, and stopped programs by the clock.
   * @defaultValue 'verdict'
   */
  readonly compare?: 'verdict' | 'right-or-wrong' | undefined;
}

/** A conversation, and the task that it was verified by. */
export interface RecoveredCodeIO {
  readonly conversation: RecoveredConversation;
  readonly recovery: TaskRecovery;
}

/**
 * Verifies rows of the five-field format again, the published ones or ours, without a model:
 * recovers the task of each (`recoverTask`), runs the code, judges every turn anew, and compares
 * with what its feedback says. Goes through them as `reverify` does.
 *
 * A row whose task cannot be recovered is `unreadable`, with the reason. A mark that says that
 * nobody knows claims nothing. Two runs of the code stand for the truth that the rows lack, so that
 * it is not checked once more.
 *
 * @param conversations - As `readCodeIO` or `fromCodeIO` reads them.
 * @throws TypeError for misuse; while going through, the signal's reason, an error of the source,
 * SandboxClosedError and SandboxStartError.
 *
 * @example
 * ```ts
 * const found = reverifyCodeIO(readCodeIO('pyedur_full.jsonl'), { sandbox });
 * for await (const row of found) {
 *   if (row.status === 'disagreeing') console.log(row.number, row.disagreements);
 * }
 * console.log(found.report().verdictChanges);
 * ```
 */
export function reverifyCodeIO(
  conversations: Items<RecoveredConversation>,
  options: ReverifyCodeIOOptions,
): Reverification<RecoveredCodeIO> {
  const { compare = 'verdict', entrypoint, ...others } = options ?? {};
  if (compare !== 'verdict' && compare !== 'right-or-wrong') {
    throw optionError('compare', "'verdict' or 'right-or-wrong'", compare);
  }
  const { sandbox, signal } = others;
  const window = requireInteger('concurrency', others.concurrency ?? 64, 1);
  const source = requireItems('conversations', conversations);
  const leaving = new AbortController();
  const stop = signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]);
  // Every row listens to it: many listeners are no leak here.
  setMaxListeners(0, stop);
  const recover = async (conversation: RecoveredConversation): Promise<RecoveredCodeIO> => {
    const recovery = await recoverTask(conversation, { sandbox, entrypoint, signal: stop });
    return { conversation, recovery };
  };
  const onLeave = (): void => leaving.abort();
  const rows = mapConcurrently(source, recover, { window, order: 'source', stop, onLeave });
  const verified = reverify(rows, {
    ...others,
    checkTruth: false,
    read: (row) => toClaims(row, compare),
  });
  // What is being recovered holds up its own end, which `reverify` does not wait for.
  async function* untilLeft(): AsyncGenerator<ReverifiedRow<RecoveredCodeIO>, void, undefined> {
    try {
      yield* verified;
    } finally {
      leaving.abort();
    }
  }
  const all = untilLeft();
  return { ...verified, [Symbol.asyncIterator]: () => all };
}

function toClaims(
  { conversation, recovery }: RecoveredCodeIO,
  compare: 'verdict' | 'right-or-wrong',
): ReverifiableRow {
  if (recovery.status === 'unrecoverable') throw new TypeError(recovery.problem);
  const claimOf = (status: VerdictStatus): ClaimedVerdict | undefined => {
    if (status === 'unverifiable') return undefined;
    return compare === 'verdict' ? status : status === 'correct';
  };
  const turns = conversation.turns.map(({ prediction, verdict }) => {
    return { text: prediction.text, claimed: claimOf(verdict.status) };
  });
  return { task: recovery.task, turns };
}

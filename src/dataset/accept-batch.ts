import type { BatchResponse, BatchResult } from '../core/batch-result.js';
import { optionError } from '../errors/option-error.js';
import { batchId } from '../generation/batch-id.js';
import type { Journal } from '../journal/journal.js';
import { type Items, requireItems } from '../values/items.js';
import type { GenerateDatasetOptions } from './dataset-settings.js';
import type { FailedTask } from './failed-task.js';
import { takeFingerprint } from './fingerprint.js';
import { openRunJournal, resolveJournalSettings } from './open-run-journal.js';
import { type StoredReply, type StoredRequest, toMeta } from './step-records.js';
import { readTaskKey } from './task-key.js';

/** What the responses of a batch came to. */
export interface BatchReport {
  /** Replies that are in the journal now. */
  readonly accepted: number;
  /** Responses that are failures, in the journal as such. */
  readonly failed: number;
  /** Requests that still wait for a response; the next plan holds them again. */
  readonly missing: number;
  /** Responses to requests that had one before. */
  readonly duplicates: number;
  /** Responses to requests that the journal does not know. */
  readonly unknown: number;
  /** Lines that could not be read. */
  readonly unreadable: number;
  /** Everything that is not a reply: what failed, is missing, comes twice, is unknown or unreadable. */
  readonly problems: readonly Exclude<BatchResult, { status: 'replied' }>[];
}

/** Lines that wait for the disk, at most. */
const mostBufferedBytes = 16 << 20;

/** The requests of a journal by custom id: those that wait for a response, and those that had one. */
interface KnownRequests {
  readonly waiting: Map<string, string>;
  readonly answered: Set<string>;
}

/**
 * Puts the responses of a batch into the journal of its run, where the next `planBatch` and
 * `generateDataset` find them. Nothing is passed over in silence: see the report. The same responses
 * may come again; they are duplicates then, and change nothing.
 *
 * @param results - What `fromBatchResponses` or a batch API gives.
 * @param options - The same as to `planBatch`.
 * @throws as `generateDataset`.
 */
export async function acceptBatch(
  results: Items<BatchResult>,
  options: GenerateDatasetOptions,
): Promise<BatchReport> {
  requireItems('results', results);
  const settings = resolveJournalSettings(options.journal);
  if (settings === undefined) throw optionError('journal', 'the one of planBatch', undefined);
  const known: KnownRequests = { waiting: new Map(), answered: new Set() };
  await using journal = await openRunJournal(
    settings,
    takeFingerprint(options),
    ({ key, step, turn }) => noteStep(known, key, step, turn),
    options.signal,
  );
  const problems: BatchReport['problems'][number][] = [];
  let accepted = 0;
  for await (const result of results) {
    options.signal?.throwIfAborted();
    // Which requests have no response is found out below, from the journal.
    if (result.status === 'missing') continue;
    const judged = await accept(result, known, journal);
    if (judged === undefined) accepted++;
    else problems.push(judged);
  }
  for (const customId of known.waiting.keys()) problems.push({ status: 'missing', customId });
  await journal.flush();
  const count = (status: BatchResult['status']): number =>
    problems.filter((problem) => problem.status === status).length;
  return {
    accepted,
    failed: count('failed'),
    missing: count('missing'),
    duplicates: count('duplicate'),
    unknown: count('unknown'),
    unreadable: count('unreadable'),
    problems,
  };
}

function noteStep(known: KnownRequests, key: string, step: string, turn: number | undefined): void {
  if (turn === undefined || (step !== 'request' && step !== 'prediction' && step !== 'failure')) {
    return;
  }
  const customId = batchId({ ...readTaskKey(key), turn });
  if (step === 'request') {
    known.waiting.set(customId, key);
    known.answered.delete(customId);
  } else if (known.waiting.delete(customId)) known.answered.add(customId);
}

/** Writes a response into the journal; returns what is wrong with it, if anything. */
async function accept(
  result: BatchResult,
  { waiting, answered }: KnownRequests,
  journal: Journal,
): Promise<BatchReport['problems'][number] | undefined> {
  if (result.status !== 'replied' && result.status !== 'failed') return result;
  const { customId } = result;
  const key = waiting.get(customId);
  if (key === undefined) {
    const status = answered.has(customId) ? 'duplicate' : 'unknown';
    return { status, customId, response: result };
  }
  const records = await journal.read(key);
  const request = records.findLast(({ step }) => step === 'request')?.data as unknown;
  // What cannot be written is told by the next flush.
  journal.append({ key, ...toStep(result, request as StoredRequest) }).catch(() => {});
  if (journal.bufferedBytes > mostBufferedBytes) await journal.flush();
  waiting.delete(customId);
  answered.add(customId);
  return result.status === 'failed' ? result : undefined;
}

function toStep(
  response: BatchResponse,
  { turn, messagesHash, about }: StoredRequest,
): { step: string; data: unknown; meta: ReturnType<typeof toMeta> } {
  if (response.status === 'replied') {
    const { text, reasoning, finishReason, usage } = response.reply;
    const data: StoredReply = { turn, messagesHash, text, reasoning, finishReason, usage };
    return { step: 'prediction', data, meta: toMeta(turn, usage, 'batch') };
  }
  const { reason, message, statusCode, finishReason, usage } = response;
  const data: FailedTask = {
    ...about,
    turn,
    reason,
    attempts: 1,
    lastError: message,
    statusCode,
    finishReason,
  };
  // A request that was not made cost nothing, and one that failed tells its usage if it has one.
  return {
    step: 'failure',
    data,
    meta: toMeta(turn, usage, usage === undefined ? 'free' : 'batch'),
  };
}

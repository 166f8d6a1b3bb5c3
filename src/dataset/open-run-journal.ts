import type { JsonObject } from '../core/json-value.js';
import { JournalMismatchError } from '../errors/journal-mismatch-error.js';
import { optionError } from '../errors/option-error.js';
import type { Journal } from '../journal/journal.js';
import { createMemoryJournal } from '../journal/memory-journal.js';
import { openJournal } from '../journal/open-journal.js';
import type { JournalSettings } from './dataset-settings.js';
import { compareFingerprints, type Fingerprint } from './fingerprint.js';
import { fromMeta, type StepMeta } from './step-records.js';

/** Fills in the defaults of the journal's settings; undefined for a run without one. */
export function resolveJournalSettings(
  journal: string | JournalSettings | undefined,
): JournalSettings | undefined {
  if (journal === undefined) return undefined;
  const settings = typeof journal === 'string' ? { file: journal } : journal;
  if (typeof settings?.file === 'string' && settings.file !== '') return settings;
  throw optionError('journal', 'the path of a file, or settings with it as file', journal);
}

/**
 * Opens the journal of a run.
 *
 * @param onStep - Told of every step with a model call: request, reply or failure, in their order.
 * @throws JournalMismatchError when it was written under other settings.
 */
export function openRunJournal(
  settings: JournalSettings | undefined,
  fingerprint: Fingerprint,
  onStep: (step: { readonly key: string; readonly step: string } & StepMeta) => void,
  signal: AbortSignal | undefined,
): Promise<Journal> {
  if (settings === undefined) return Promise.resolve(createMemoryJournal());
  const { file, rejudge = false } = settings;
  return openJournal({
    file,
    header: { fingerprint: { asked: fingerprint.asked, judged: fingerprint.judged } },
    onHeader: (stored) => compareHeader(file, stored, fingerprint, rejudge),
    onLine({ key, step, meta }) {
      const fields = fromMeta(meta);
      if (fields !== undefined) onStep({ key, step, ...fields });
    },
    signal,
  });
}

function compareHeader(
  file: string,
  stored: JsonObject,
  { asked, judged }: Fingerprint,
  rejudge: boolean,
): 'keep' | 'renew' {
  const { fingerprint } = stored as {
    fingerprint?: { asked?: JsonObject; judged?: JsonObject };
  } & JsonObject;
  const [askedBefore, judgedBefore] = [fingerprint?.asked ?? {}, fingerprint?.judged ?? {}];
  const inAsking = compareFingerprints(askedBefore, asked);
  if (inAsking.length > 0) throw new JournalMismatchError(file, inAsking, false);
  const inJudging = compareFingerprints(judgedBefore, judged);
  if (inJudging.length === 0) return 'keep';
  if (rejudge) return 'renew';
  throw new JournalMismatchError(file, inJudging, true);
}

import type { JsonValue } from '../core/json-value.js';
import { CodeIOError } from './codeio-error.js';

/** A setting that is not what it was when the journal was written. */
export interface JournalMismatch {
  /** The setting, such as `sampling.temperature`. */
  readonly field: string;
  /** Its value in the journal; absent when it was not set. */
  readonly stored?: JsonValue | undefined;
  /** Its value now; absent when it is not set. */
  readonly current?: JsonValue | undefined;
}

/**
 * Thrown when a journal was written under other settings than the present ones, so that going on
 * would mix two datasets. Nothing has been written.
 */
export class JournalMismatchError extends CodeIOError {
  override readonly name = 'JournalMismatchError';
  readonly code = 'journal-mismatch';
  readonly file: string;
  /** The first setting that differs. */
  readonly field: string;
  /** Everything that differs. Never empty. */
  readonly mismatches: readonly JournalMismatch[];
  /** Whether the stored replies can be judged again under the new settings. */
  readonly canRejudge: boolean;

  constructor(file: string, mismatches: readonly JournalMismatch[], canRejudge: boolean) {
    const [first] = mismatches;
    const list = mismatches.map(describe).join('; ');
    const rejudge = canRejudge
      ? 'set journal.rejudge to judge the stored replies again without paying for them, or '
      : '';
    super(
      `${file} was written under other settings: ${list}. To go on, put them back, ${rejudge}name another journal file`,
    );
    this.file = file;
    this.field = first?.field ?? '';
    this.mismatches = mismatches;
    this.canRejudge = canRejudge;
  }
}

function describe({ field, stored, current }: JournalMismatch): string {
  return `${field} was ${show(stored)} and is ${show(current)} now`;
}

function show(value: JsonValue | undefined): string {
  if (value === undefined) return 'not set';
  const text = JSON.stringify(value);
  return text.length <= 120 ? text : `${text.slice(0, 100)}… (${text.length} characters)`;
}

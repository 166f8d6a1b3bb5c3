import type { JsonObject, JsonValue } from '../core/json-value.js';

/** What is read of a line without its data. */
export type LineMeta = readonly (string | number | null)[];

/** One finished step, to be kept. */
export interface JournalStep {
  /** What the step belongs to, such as a task. */
  readonly key: string;
  /** What kind of step it is. */
  readonly step: string;
  /** Any JSON value; numbers are kept exact. */
  readonly data: unknown;
  /** What is to be known of the step when the journal is opened, without reading its data. */
  readonly meta?: LineMeta | undefined;
}

/** One step as it was kept. */
export interface JournalRecord {
  readonly key: string;
  readonly step: string;
  readonly data: JsonValue;
  /** Whether it was written under the present header, and not under one before. */
  readonly isCurrent: boolean;
}

/** An append-only file of finished steps, open for writing. It survives being killed at any moment. */
export interface Journal extends AsyncDisposable {
  readonly file: string;
  /** What was added and is not on disk yet, in bytes: it is held in memory. */
  readonly bufferedBytes: number;
  /**
   * Adds a step. The order of calls is the order in the file.
   *
   * @returns A promise that resolves when the step is on disk.
   * @throws TypeError for data that JSON cannot carry, and for the step `header`, which is the
   * journal's own.
   * @throws JournalError (the promise) when it cannot be written, and when the journal is closed.
   */
  append(step: JournalStep): Promise<void>;
  /** Says from memory which step of a key is the last. */
  last(key: string): { readonly step: string; readonly isCurrent: boolean } | undefined;
  /** Claims a key for this session; false when it is claimed already. */
  claim(key: string): boolean;
  /** Reads all steps of a key, oldest first. */
  read(key: string): Promise<readonly JournalRecord[]>;
  /** Resolves when everything that was added so far is on disk. */
  flush(): Promise<void>;
}

/** What a journal is opened with. */
export interface OpenJournalOptions {
  readonly file: string;
  /** What the journal is about: the first line of a new file. */
  readonly header: JsonObject;
  /**
   * Compares the header of an existing file, before anything is written: `renew` adds the new one,
   * under which earlier steps are not current. May throw to refuse the file.
   */
  readonly onHeader: (stored: JsonObject) => 'keep' | 'renew';
  /** Told of every step in the file, in order. */
  readonly onLine?:
    | ((line: {
        readonly key: string;
        readonly step: string;
        readonly meta: LineMeta | undefined;
      }) => void)
    | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The step of the lines that say what a journal is about; their key is empty. */
export const headerStep = 'header';

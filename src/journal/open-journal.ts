import { constants, type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JsonObject } from '../core/json-value.js';
import { JournalError } from '../errors/journal-error.js';
import { optionError } from '../errors/option-error.js';
import {
  headerStep,
  type Journal,
  type JournalRecord,
  type OpenJournalOptions,
} from './journal.js';
import { decodeData, decodeHead, encodeLine, isWhole } from './journal-line.js';
import { lockJournal } from './journal-lock.js';
import { createKeyTable, type KeyTable } from './key-table.js';
import { createLineReader } from './line-reader.js';
import { createLineWriter } from './line-writer.js';
import { scanJournal } from './scan-journal.js';
import { createStepNames, type StepNames } from './step-names.js';

/**
 * Opens a journal for writing, and makes it when there is none. What a crash left of its last line is
 * cut off.
 *
 * @throws JournalLockedError when somebody else writes it.
 * @throws JournalError when it is damaged, or no journal, or cannot be opened; it is not changed then.
 * @throws whatever `onHeader` throws, and the signal's reason.
 */
export async function openJournal(options: OpenJournalOptions): Promise<Journal> {
  const { file } = options;
  const lock = await makeFolder(file)
    .then(() => lockJournal(file))
    .catch(refuse(file));
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, constants.O_RDWR | constants.O_CREAT).catch(refuse(file));
    return await begin(handle, options, lock.release);
  } catch (error) {
    await handle?.close();
    await lock.release();
    throw error;
  }
}

async function makeFolder(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
}

/** What the system says becomes an error that names the journal. */
function refuse(file: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof JournalError) throw cause;
    throw new JournalError(file, `cannot be opened (${(cause as Error).message})`, { cause });
  };
}

/** What opening a journal has found in it. */
interface Contents {
  readonly table: KeyTable;
  readonly names: StepNames;
  /** Where its whole lines end. */
  readonly end: number;
  /** The last header, and where it begins. */
  readonly header: { readonly data: JsonObject; readonly offset: number } | undefined;
}

async function begin(
  handle: FileHandle,
  options: OpenJournalOptions,
  unlock: () => Promise<void>,
): Promise<Journal> {
  const { file } = options;
  const { table, names, end, header } = await readContents(options);
  const isNew = header === undefined || options.onHeader(header.data) === 'renew';
  await handle.truncate(end);
  const writer = createLineWriter(handle, { file, end });
  const reader = createLineReader(handle);
  const headerOffset = isNew ? end : header.offset;
  if (isNew) {
    await writer.add(encodeLine({ key: '', step: headerStep, data: options.header }, undefined));
    await syncDirectory(dirname(file));
  }

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    try {
      await writer.flush();
    } finally {
      await handle.close().finally(unlock);
    }
  };
  const closedError = (): JournalError => new JournalError(file, 'has been closed');

  const readRecord = async (
    key: string,
    offset: number,
  ): Promise<{ record: JournalRecord; previous: number | undefined }> => {
    const line = await reader.readLine(offset, writer.durableEnd);
    const head = isWhole(line) ? decodeHead(line) : undefined;
    if (head === undefined || head.key !== key) {
      throw new JournalError(file, `the line at byte ${offset} is not what it was`);
    }
    const { step, previous } = head;
    const isCurrent = offset >= headerOffset;
    return { record: { key, step, data: decodeData(line), isCurrent }, previous };
  };
  return {
    file,
    get bufferedBytes() {
      return writer.end - writer.durableEnd;
    },
    append(step) {
      if (step.step === headerStep) {
        throw optionError('step', 'another than that of the header', step.step);
      }
      if (closing !== undefined) return Promise.reject(closedError());
      const { end: offset } = writer;
      const line = encodeLine(step, table.get(step.key)?.offset);
      table.setLast(step.key, offset, names.codeOf(step.step));
      return writer.add(line);
    },
    last(key) {
      const entry = table.get(key);
      if (entry?.offset === undefined) return undefined;
      return { step: names.nameOf(entry.step), isCurrent: entry.offset >= headerOffset };
    },
    claim: (key) => table.claim(key),
    async read(key) {
      if (closing !== undefined) throw closedError();
      const records: JournalRecord[] = [];
      let offset = table.get(key)?.offset;
      if (offset !== undefined && offset >= writer.durableEnd) await writer.flush();
      while (offset !== undefined) {
        const { record, previous } = await readRecord(key, offset);
        records.push(record);
        offset = previous;
      }
      return records.reverse();
    },
    flush: () => writer.flush(),
    [Symbol.asyncDispose]() {
      closing ??= close();
      return closing;
    },
  };
}

async function readContents({ file, onLine, signal }: OpenJournalOptions): Promise<Contents> {
  const table = createKeyTable();
  const names = createStepNames();
  let header: { data: JsonObject; offset: number } | undefined;
  const { end } = await scanJournal(
    file,
    ({ key, step, previous, meta, offset, bytes }, number) => {
      if (step === headerStep) {
        header = { data: decodeData(bytes) as JsonObject, offset };
        return;
      }
      if (previous !== table.get(key)?.offset) {
        const problem = `the line at byte ${offset} does not follow the one that it names: lines were removed, or put elsewhere`;
        throw new JournalError(file, problem, { line: number });
      }
      table.setLast(key, offset, names.codeOf(step));
      onLine?.({ key, step, meta });
    },
    signal,
  );
  return { table, names, end, header };
}

/** Makes the name of a new file durable, where the system can. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

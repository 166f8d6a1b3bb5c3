import { constants, type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JournalError } from '../errors/journal-error.js';
import { optionError } from '../errors/option-error.js';
import {
  headerStep,
  type Journal,
  type JournalRecord,
  type OpenJournalOptions,
} from './journal.js';
import { dataOf, encodeLine } from './journal-line.js';
import { lockJournal } from './journal-lock.js';
import { createLineReader } from './line-reader.js';
import { createLineWriter } from './line-writer.js';
import { readContents } from './read-contents.js';

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

async function begin(
  handle: FileHandle,
  options: OpenJournalOptions,
  unlock: () => Promise<void>,
): Promise<Journal> {
  const { file } = options;
  const { table, names, end, header } = await readContents(handle, options);
  const isNew = header === undefined || options.onHeader(header.data) === 'renew';
  await handle.truncate(end);
  const writer = createLineWriter(handle, { file, end });
  const reader = createLineReader(handle);
  const headerOffset = isNew ? end : header.offset;
  if (isNew) {
    const step = { key: '', step: headerStep, data: options.header };
    await writer.add(encodeLine(step, undefined, end));
    await syncDirectory(dirname(file));
  }

  const readRecords = async (key: string, last: number): Promise<JournalRecord[]> => {
    const records: JournalRecord[] = [];
    for (let offset: number | undefined = last; offset !== undefined; ) {
      const found = reader.readLine(offset, writer.durableEnd);
      // Waiting for what is in memory would take longer than reading it.
      const line = found instanceof Promise ? await found : found;
      if (line?.key !== key || line.step === headerStep) {
        throw new JournalError(file, `the line at byte ${offset} is not what it was`);
      }
      const { step, previous } = line;
      records.push({ key, step, data: dataOf(line), isCurrent: offset >= headerOffset });
      offset = previous;
    }
    return records.reverse();
  };
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    try {
      await writer.flush();
    } finally {
      await handle.close().finally(unlock);
    }
  };
  const closedError = (): JournalError => new JournalError(file, 'has been closed');
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
      const line = encodeLine(step, table.get(step.key)?.offset, offset);
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
      const offset = table.get(key)?.offset;
      if (offset === undefined) return [];
      if (offset >= writer.durableEnd) await writer.flush();
      return readRecords(key, offset);
    },
    flush: () => writer.flush(),
    [Symbol.asyncDispose]() {
      closing ??= close();
      return closing;
    },
  };
}

/** Makes the name of a new file durable, where the system can. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from 'codeio';
import {
  createRowValidator,
  createTokenCounter,
  NotRepresentableError,
  type RowFormat,
  trlPromptCompletionFormat,
  validateFile,
  writeDataset,
} from 'codeio/formats';
import { everyFormat } from './every-format.js';
import { median } from './measure.js';
import { makeConversation, samplesPerTask } from './synthetic-conversations.js';
import type { Row } from './table.js';
import { measureWriteMemory } from './write-memory.js';

const conversations = 4000;
const written = 20_000;
const rounds = 5;

/**
 * Times the making and the checking of rows of every format, the writing of files, and looks at the
 * memory while so many rows are written.
 */
export async function measureFormats(rows: number): Promise<readonly Row[]> {
  const made = Array.from({ length: conversations }, (_, index) => makeConversation(index));
  const groups = Array.from({ length: conversations / samplesPerTask }, (_, index) =>
    made.slice(index * samplesPerTask, (index + 1) * samplesPerTask),
  );
  return [
    ...everyFormat.map((format) =>
      measureFormat(format, format.takes === 'samples' ? groups : made.map((one) => [one])),
    ),
    ...(await measureFiles()),
    ...(await measureWriteMemory(rows)),
  ];
}

function measureFormat(format: RowFormat, sources: readonly (readonly Conversation[])[]): Row {
  const { title, columns, checks } = format;
  const making: number[] = [];
  const checking: number[] = [];
  let rows: readonly object[] = [];
  for (let round = -1; round < rounds; round++) {
    const [madeIn, all] = timed(() => sources.flatMap((source) => rowsOf(format, source)));
    const [checkedIn, report] = timed(() => {
      const validator = createRowValidator({ columns, checks });
      for (const row of all) validator.add(row);
      return validator.report();
    });
    if (!report.isValid) throw new Error(`${title}: ${report.findings[0]?.problem}`);
    rows = all;
    if (round < 0) continue;
    making.push(madeIn);
    checking.push(checkedIn);
  }
  if (rows.length === 0) throw new Error(`${title} made no rows`);
  const what = `${title}: ${rows.length} rows made, and checked`;
  const figures = [making, checking].map((times) => perSecond(rows.length, median(times)));
  return { what, figure: `${figures.join(', ')} rows/s` };
}

/** The rows that a source makes; none when the trainer cannot express it. */
function rowsOf(format: RowFormat, source: readonly Conversation[]): readonly object[] {
  try {
    return format.toRows(source);
  } catch (error) {
    if (error instanceof NotRepresentableError) return [];
    throw error;
  }
}

async function measureFiles(): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  const source = Array.from({ length: written }, (_, index) => makeConversation(index));
  const format = trlPromptCompletionFormat();
  const write = async (kind: 'parquet' | 'jsonl'): Promise<Row> => {
    const startedAt = performance.now();
    const { configs } = await writeDataset(source, {
      directory: join(directory, kind),
      formats: { sft: format },
      splits: { test: 0 },
      parquet: kind === 'parquet',
      jsonl: kind === 'jsonl',
      card: false,
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const { rows, bytes } = configs.sft ?? { rows: 0, bytes: 0 };
    return {
      what: `writeDataset: ${rows} rows of ${format.title}, ${kind} alone, ${megabytes(bytes)} MB`,
      figure: `${perSecond(rows, seconds)} rows/s`,
    };
  };
  const check = async (countTokens?: (text: string) => number): Promise<Row> => {
    const startedAt = performance.now();
    const file = join(directory, 'jsonl', 'sft', 'train-00000-of-00001.jsonl');
    const { rows, isValid, tokens } = await validateFile(file, format, { countTokens });
    const seconds = (performance.now() - startedAt) / 1000;
    if (!isValid) throw new Error(`${file} is not valid`);
    const counted = tokens === undefined ? '' : `, ${tokens.total} tokens counted`;
    return {
      what: `validateFile: ${rows} rows of JSON lines${counted}`,
      figure: `${perSecond(rows, seconds)} rows/s`,
    };
  };
  try {
    return [
      await write('parquet'),
      await write('jsonl'),
      await check(),
      await check(await createTokenCounter()),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

function timed<T>(work: () => T): readonly [seconds: number, result: T] {
  const startedAt = performance.now();
  const result = work();
  return [(performance.now() - startedAt) / 1000, result];
}

function perSecond(rows: number, seconds: number): string {
  return Math.round(rows / seconds).toLocaleString('en-US');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

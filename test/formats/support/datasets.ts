import { readFile } from 'node:fs/promises';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parse } from 'yaml';
import type { RowFormat } from '../../../src/formats/row-format.js';
import {
  type Conversation,
  createTasks,
  type Direction,
  defineFunction,
} from '../../../src/index.js';
import { addTax } from '../../support/fixtures.js';
import { type Attempt, conversationOf } from './conversations.js';

/** A row with a text for everything. */
export interface PlainRow {
  readonly id: string;
  readonly answer: string;
  readonly turns: number;
}

/** A format of one row a conversation. */
export const plainFormat: RowFormat<PlainRow> = {
  title: 'plain',
  columns: { id: 'string', answer: 'string', turns: 'int64' },
  toRows: (conversations) =>
    conversations.map(({ task, turns }) => ({
      id: task.function.id,
      answer: turns.at(-1)?.prediction.text ?? '',
      turns: turns.length,
    })),
};

/** A row of chat messages, some of which have a weight. */
export interface ChatRow {
  readonly messages: readonly { role: string; content: string; weight?: number }[];
}

/** A format with nested columns. */
export const chatFormat: RowFormat<ChatRow> = {
  title: 'chat',
  columns: {
    messages: { list: { struct: { role: 'string', content: 'string', weight: 'int64' } } },
  },
  toRows: (conversations) =>
    conversations.map(({ prompt, turns }) => ({
      messages: [
        ...prompt.map(({ role, content }) => ({ role, content })),
        ...turns.map(({ prediction }) => ({
          role: 'assistant',
          content: prediction.text,
          weight: 1,
        })),
      ],
    })),
};

/** Makes a conversation about the function of this number. */
export function about(
  number: number,
  attempts: Parameters<typeof conversationOf>[0] = ['correct'],
  options: { readonly direction?: Direction; readonly sample?: number } = {},
): Conversation {
  const fn = defineFunction({
    ...addTax,
    id: `function-${number}`,
    category: number % 2 === 0 ? 'even' : 'odd',
    ...(number % 3 === 0 ? { source: { origin: 'a book', license: 'mit' } } : {}),
  });
  const { direction = 'output' } = options;
  const pair = { input: { net: 100, rate: 7 }, output: { gross: 107, rate: 7 } };
  const [task] = createTasks(fn, [pair], { directions: [direction] });
  if (task === undefined) throw new Error('no task');
  return { ...conversationOf(attempts, options), task };
}

/** Makes conversations about as many functions. */
export function many(count: number, attempts?: (Attempt | 'correct')[]): Conversation[] {
  return Array.from({ length: count }, (_, number) => about(number, attempts));
}

/** Reads the rows of a Parquet file. */
export async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(file) });
}

/** Reads the rows of a file of JSON lines. */
export async function readLines(file: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The head of a dataset card. */
export interface CardHead {
  readonly license?: string;
  readonly license_name?: string;
  readonly pretty_name: string;
  readonly size_categories: readonly string[];
  readonly configs: readonly {
    readonly config_name: string;
    readonly default?: boolean;
    readonly data_files: readonly { readonly split: string; readonly path: string }[];
  }[];
  readonly dataset_info: readonly {
    readonly config_name: string;
    readonly features: readonly object[];
    readonly splits: readonly {
      readonly name: string;
      readonly num_bytes: number;
      readonly num_examples: number;
    }[];
    readonly download_size: number;
    readonly dataset_size: number;
  }[];
}

/** Reads the head of a card as its readers do, by YAML 1.1. */
export function readHead(card: string): CardHead {
  return parse(card.split(/^---$/m)[1] ?? '', { version: '1.1' });
}

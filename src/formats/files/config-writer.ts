import { join } from 'node:path';
import type { Conversation } from '../../core/conversation.js';
import type { Split } from '../../curation/choose-split.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { stringifyJson } from '../../values/stringify-json.js';
import type { RowFormat } from '../row-format.js';
import { createRowValidator, type RowValidator } from '../validation/create-row-validator.js';
import type { ValidationSettings } from '../validation/validation-settings.js';
import { createRowFitter } from './fit-row.js';
import {
  createShardWriter,
  type FileKind,
  type ShardLimits,
  type ShardWriter,
} from './shard-writer.js';
import { type Count, createTally, type Tally } from './tally.js';
import { writeCompanions } from './write-companions.js';
import type { WrittenConfig, WrittenSplit } from './written-dataset.js';

/** Writes the rows of one format. */
export interface ConfigWriter {
  readonly takes: 'conversation' | 'samples';
  /** Takes what makes rows together; returns how many rows were written of it. */
  add(conversations: readonly Conversation[], split: Split): Promise<number>;
  /** Finishes all files; the companion files are written then, too. */
  finish(): Promise<WrittenConfig>;
  /** Lets go of the files. */
  close(): Promise<void>;
}

/** What the writers of all formats have in common. */
export interface ConfigWriterSettings extends ShardLimits {
  /** Where the folder of the format is made. */
  readonly directory: string;
  readonly kinds: readonly FileKind[];
  readonly validation: Omit<ValidationSettings, 'file'>;
}

interface SplitState {
  readonly validator: RowValidator;
  readonly shards: ShardWriter;
  rows: number;
  memoryBytes: number;
}

/** Different reasons of skipping that are told apart. */
const reasonRoom = 100;
const splitNames: readonly Split[] = ['train', 'validation', 'test'];

/** Makes the writer of one format under a name. */
export function createConfigWriter<Row extends object>(
  name: string,
  format: RowFormat<Row>,
  settings: ConfigWriterSettings,
): ConfigWriter {
  const { directory, kinds, shardBytes, rowsPerShard, validation } = settings;
  const { title, columns, checks, takes = 'conversation' } = format;
  const fitRow = createRowFitter(columns);
  const folder = join(directory, name);
  const skipped = createTally(reasonRoom);
  const states = new Map<Split, SplitState>();
  let withoutRows = 0;

  const openSplit = (split: Split): SplitState => {
    // A trainer wants a minimum of rows to train on, not of those that are held back.
    const splitChecks = split === 'train' ? checks : { ...checks, minimumRows: undefined };
    const file = `${name}/${split}`;
    const state = {
      validator: createRowValidator({ ...validation, columns, checks: splitChecks, file }),
      shards: createShardWriter({ folder, split, kinds, columns, shardBytes, rowsPerShard }),
      rows: 0,
      memoryBytes: 0,
    };
    states.set(split, state);
    return state;
  };
  const makeRows = (conversations: readonly Conversation[]): readonly Row[] | undefined => {
    try {
      return format.toRows(conversations);
    } catch (error) {
      if (!(error instanceof NotRepresentableError)) throw error;
      skipped.add(reasonOf(error));
      return undefined;
    }
  };
  const addRow = async (row: Row, state: SplitState): Promise<boolean> => {
    const fitted = fitRow(row);
    // A wrong type is a fault of the format, which must not pass; a broken text is the model's.
    if (fitted.status !== 'broken-text') state.validator.add(row);
    if (fitted.status !== 'fits') {
      skipped.add(fitted.problem);
      return false;
    }
    state.rows++;
    state.memoryBytes += fitted.bytes;
    const line = kinds.includes('jsonl') ? `${stringifyJson(row)}\n` : '';
    await state.shards.add({ line, typed: fitted.row, typedBytes: fitted.bytes });
    return true;
  };
  const finishSplit = async (state: SplitState): Promise<WrittenSplit> => {
    const files = (await state.shards.finish()).map((file) => ({
      path: `${name}/${file.name}`,
      kind: file.kind,
      bytes: file.bytes,
    }));
    const { rows, memoryBytes, validator } = state;
    return { rows, memoryBytes: Math.ceil(memoryBytes), files, report: validator.report() };
  };
  return {
    takes,
    async add(conversations, split) {
      const rows = makeRows(conversations);
      if (rows?.length === 0) withoutRows++;
      let written = 0;
      for (const row of rows ?? []) {
        const state = states.get(split) ?? openSplit(split);
        if (await addRow(row, state)) written++;
      }
      return written;
    },
    async finish() {
      const splits: Partial<Record<Split, WrittenSplit>> = {};
      for (const split of splitNames) {
        const state = states.get(split);
        if (state !== undefined) splits[split] = await finishSplit(state);
      }
      const written = Object.values(splits);
      const rows = written.reduce((sum, split) => sum + split.rows, 0);
      const companions = rows > 0 ? await writeCompanions(directory, name, format, splits) : [];
      const files = [...written.flatMap((split) => split.files), ...companions];
      return {
        name,
        format: title,
        rows,
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        splits,
        companions: companions.map(({ path }) => path),
        skipped: readAll(skipped),
        withoutRows,
      };
    },
    async close() {
      for (const { shards } of states.values()) await shards.close();
    },
  };
}

/** The reason without the name of the format, which is the same for all of them. */
function reasonOf({ message, format }: NotRepresentableError): string {
  const start = `cannot be written as ${format}: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}

function readAll(tally: Tally): readonly Count[] {
  const { counts, others } = tally.read();
  return others === 0 ? counts : [...counts, { name: 'other reasons', count: others }];
}

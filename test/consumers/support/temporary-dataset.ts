import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDataset } from '../../../src/formats/files/write-dataset.js';
import type { WriteDatasetOptions } from '../../../src/formats/files/write-dataset-options.js';
import type { WrittenDataset } from '../../../src/formats/files/written-dataset.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import type { Conversation } from '../../../src/index.js';

/** A dataset in a folder that is removed with it. */
export interface TemporaryDataset extends WrittenDataset, AsyncDisposable {}

/** Writes a dataset; all of it is for training unless told otherwise. */
export async function writeTemporaryDataset(
  conversations: readonly Conversation[],
  formats: Readonly<Record<string, RowFormat>>,
  options: Partial<WriteDatasetOptions<Record<string, object>>> = {},
): Promise<TemporaryDataset> {
  const folder = await mkdtemp(join(tmpdir(), 'codeio-consumers-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const written = await writeDataset(conversations, {
      directory: join(folder, 'dataset'),
      formats,
      splits: { test: 0 },
      ...options,
    });
    return { ...written, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

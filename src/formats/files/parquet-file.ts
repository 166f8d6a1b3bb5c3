import { type FileHandle, open } from 'node:fs/promises';
import type { ByteWriter } from 'hyparquet-writer';
import type { Columns } from '../columns.js';
import type { TypedRow } from './fit-row.js';
import { libraryVersion } from './library-version.js';
import { parquetSchema } from './parquet-schema.js';
import type { RowFile } from './row-file.js';

/**
 * A row group ends with the row that reaches one of these: what is held in memory. Readers fetch
 * row groups one by one, so that more is no gain for a preview.
 */
const rowGroupBytes = 8 << 20;
const rowGroupRows = 20_000;

/** Begins a Parquet file. Row groups go to disk as soon as they are full. */
export async function openParquetFile(path: string, columns: Columns): Promise<RowFile> {
  // An ES module, which CommonJS can only load in this way, and only who writes Parquet needs it.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const handle = await open(path, 'wx');
  const writer = writeTo(handle, new ByteWriter());
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(columns),
    createdBy: `codeio version ${libraryVersion}`,
  });
  const names = Object.keys(columns);
  let rows: TypedRow[] = [];
  let bytes = 0;

  const flush = async (): Promise<void> => {
    const columnData = names.map((name) => ({ name, data: rows.map((row) => row[name]) }));
    const rowGroupSize = rows.length;
    rows = [];
    bytes = 0;
    await parquet.write({ columnData, rowGroupSize });
  };
  return {
    add({ typed, typedBytes }) {
      rows.push(typed);
      bytes += typedBytes;
      return bytes >= rowGroupBytes || rows.length >= rowGroupRows ? flush() : undefined;
    },
    async finish() {
      if (rows.length > 0) await flush();
      await parquet.finish();
      await handle.sync();
      await handle.close();
      return writer.offset;
    },
    close: () => handle.close(),
  };
}

/** Makes a writer put its bytes into a file after every row group, and at the end. */
function writeTo(handle: FileHandle, writer: ByteWriter): ByteWriter {
  const flush = async (): Promise<void> => {
    await handle.writeFile(writer.getBytes());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}

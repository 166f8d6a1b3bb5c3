import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFileError, readJsonl, writeJsonl } from '../../src/index.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-jsonl-'));
  file = join(directory, 'deep', 'rows.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('writeJsonl and readJsonl', () => {
  it('carry rows there and back, lines and numbers unchanged', async () => {
    const text = '{"a":1.0,"b":9007199254740993,"c":"line\\nbreak \u2028"}\n{"d":[NaN,null]}\n';
    const source = join(directory, 'source.jsonl');
    await writeFile(source, text);
    expect(await writeJsonl(file, readJsonl(source))).toBe(2);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('pass over empty lines, a byte order mark and Windows line ends', async () => {
    const source = join(directory, 'source.jsonl');
    await writeFile(source, '\uFEFF{"a":1}\r\n\r\n{"a":2}');
    expect(await collect(readJsonl(source))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('name file and line of a line that is not JSON', async () => {
    const source = join(directory, 'source.jsonl');
    await writeFile(source, '{"a":1}\n\n{"a":\n');
    await expect(collect(readJsonl(source))).rejects.toThrow(
      `${source}:3: expected a value, the text ends at position 5`,
    );
  });

  it('name a file that is not there', async () => {
    await expect(collect(readJsonl(join(directory, 'none')))).rejects.toThrow(DataFileError);
  });

  it('name a row that JSON cannot carry, and leave the old file alone', async () => {
    await writeJsonl(file, [{ old: true }]);
    await expect(writeJsonl(file, [{ a: 1 }, { b: { c: () => 1 } }])).rejects.toThrow(
      'row 2: $.b.c is function',
    );
    expect(await readFile(file, 'utf8')).toBe('{"old":true}\n');
    expect(await readdir(join(directory, 'deep'))).toEqual(['rows.jsonl']);
  });

  it('hold back a source that is faster than the disk', async () => {
    let ahead = 0;
    async function* endless(): AsyncGenerator<object> {
      for (let index = 0; index < 20_000; index++) {
        ahead++;
        yield { index, text: 'x'.repeat(1000) };
      }
    }
    expect(await writeJsonl(file, endless())).toBe(20_000);
    expect(ahead).toBe(20_000);
    let read = 0;
    for await (const row of readJsonl<{ index: number }>(file)) {
      expect(row.index).toBe(read++);
      if (read === 100) break;
    }
    expect(read).toBe(100);
  });
});

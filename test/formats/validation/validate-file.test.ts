import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateFile } from '../../../src/formats/validation/validate-file.js';
import { DataFileError } from '../../../src/index.js';
import { places } from './support/places.js';

const format = { columns: { a: 'int64', b: 'string' } } as const;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-validate-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function write(content: string | Uint8Array, name = 'rows.jsonl'): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, content);
  return file;
}

describe('validateFile', () => {
  it('accepts the rows of a file, numbers exact and other line breaks in strings included', async () => {
    const file = await write(
      '\uFEFF{"a":1,"b":"x\u2028y"}\r\n{"a":9007199254740993,"b":null}\n\n{"a":null,"b":"z"}',
    );
    expect(await validateFile(file, format)).toMatchObject({
      file,
      rows: 3,
      isValid: true,
      warnings: 0,
    });
  });

  it('goes on after lines that cannot be read, and names rows by their lines', async () => {
    const parts = [
      '{"a":1,"b":"x"}',
      '{"a":',
      '',
      '[1]',
      '{"a":1.0,"b":"y"}',
      'BAD',
      '{"a":1,"b":"x"}',
    ];
    const text = Buffer.from(`${parts.join('\n')}\n`);
    text.set([0xff, 0xfe, 0x22], text.indexOf('BAD'));
    const file = await write(text);
    const report = await validateFile(file, format);
    expect(places(report)).toEqual([
      '2 - unreadable',
      '4 - not-an-object',
      '5 a column-type',
      '6 - unreadable',
      '7 - duplicate',
    ]);
    expect(report.rows).toBe(6);
    expect(report.findings.map(({ problem }) => problem)).toEqual([
      'not JSON: expected a value, the text ends at position 5',
      'expected an object, got a list of 1',
      'expected an integer of 64 bits, got 1.0',
      'the line is not UTF-8',
      'the same as row 1',
    ]);
    expect(report.findings.every((finding) => finding.file === file)).toBe(true);
  });

  it('reads packed files', async () => {
    const lines = Array.from({ length: 30_000 }, (_, a) => JSON.stringify({ a, b: `é${a}` }));
    const file = await write(gzipSync(`${lines.join('\n')}\n{`), 'rows.jsonl.gz');
    const report = await validateFile(file, format);
    expect(report.rows).toBe(30_001);
    expect(places(report)).toEqual(['30001 - unreadable']);
  });

  it('refuses what is no file, and a packed file that is cut off, naming the line', async () => {
    await expect(validateFile(join(directory, 'none.jsonl'), format)).rejects.toThrow(
      DataFileError,
    );
    await expect(validateFile(join(directory, 'none.jsonl.gz'), format)).rejects.toThrow(/ENOENT/);
    const packed = gzipSync('{"a":1,"b":"x"}\n'.repeat(10));
    const cut = await write(packed.subarray(0, packed.length - 9), 'cut.jsonl.gz');
    await expect(validateFile(cut, format)).rejects.toThrow('unexpected end of file');
  });

  it('stops when it is told to', async () => {
    const file = await write('{"a":1,"b":"x"}\n'.repeat(10));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(validateFile(file, format, { signal })).rejects.toThrow('enough');
  });

  it('refuses misuse at once', () => {
    expect(() => validateFile(7 as never, format)).toThrow('file must be a path, got 7');
    expect(() => validateFile('x', format, { maxTokens: 3 })).toThrow('countTokens must be');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCodeIO } from '../../../src/formats/read-codeio.js';
import { toRecord } from '../../../src/formats/records/conversation-record.js';
import { readRecords } from '../../../src/formats/records/read-records.js';
import { recordFormat } from '../../../src/formats/records/record-format.js';
import { DataFileError, stringifyJson, toCodeIO, writeJsonl } from '../../../src/index.js';
import { collect } from '../../support/collect.js';
import { conversationOf, revised, right, unsolved } from '../support/conversations.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-records-'));
  file = join(directory, 'records.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const all = [right, revised, unsolved];

describe('readRecords', () => {
  it('reads records, plain conversations and rows of columns alike', async () => {
    const [row] = recordFormat().toRows([unsolved]);
    await writeJsonl(file, [toRecord(right), revised, row]);
    expect(await collect(readRecords(file))).toEqual(all);
  });

  it('unpacks a file that says it is packed, characters across chunks included', async () => {
    const text = '😀ä\u2028'.repeat(100_000);
    const long = conversationOf([{ status: 'correct', text }]);
    const lines = [toRecord(long), toRecord(right)].map((record) => stringifyJson(record));
    const packed = `${file}.gz`;
    await writeFile(packed, gzipSync(lines.join('\n')));
    expect(await collect(readRecords(packed))).toEqual([long, right]);
  });

  it('names file, line and field of a bad line', async () => {
    const broken = { ...toRecord(right), turns: [{ prediction: { text: 5 } }] };
    await writeJsonl(file, [toRecord(right), broken]);
    const reading = collect(readRecords(file));
    await expect(reading).rejects.toThrow(DataFileError);
    await expect(reading).rejects.toThrow(`${file}:2: turns.0.prediction.text: `);
  });

  it('gives bad lines to whoever asks for them, and reads on', async () => {
    const good = all.map((conversation) => stringifyJson(toRecord(conversation)));
    await writeFile(file, [good[0], '{"a":', '', '5', good[1], '{}', good[2]].join('\n'));
    const problems: DataFileError[] = [];
    const read = await collect(readRecords(file, { onProblem: (error) => problems.push(error) }));
    expect(read).toEqual(all);
    expect(problems.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(problems[0]?.message).toContain(`${file}:2: expected a value`);
  });

  it('throws for a file that is not there, or not packed, or cut off', async () => {
    const onProblem = (): void => {};
    await expect(collect(readRecords(file, { onProblem }))).rejects.toThrow(DataFileError);
    const packed = `${file}.gz`;
    await writeFile(packed, 'no gzip');
    await expect(collect(readRecords(packed, { onProblem }))).rejects.toThrow('cannot be read');
    const whole = gzipSync(stringifyJson(toRecord(right)));
    await writeFile(packed, whole.subarray(0, whole.length - 20));
    await expect(collect(readRecords(packed, { onProblem }))).rejects.toThrow('cannot be read');
  });

  it('can be left early', async () => {
    await writeFile(`${file}.gz`, gzipSync(`${stringifyJson(toRecord(right))}\n`.repeat(5000)));
    let read = 0;
    for await (const conversation of readRecords(`${file}.gz`)) {
      expect(conversation.outcome).toBe('correct');
      if (++read === 3) break;
    }
    expect(read).toBe(3);
  });
});

describe('readCodeIO', () => {
  it('reads what can be read and names what cannot', async () => {
    const turns = right.turns.map((turn) => ({ ...turn, feedback: 'Correct output!' }));
    const row = toCodeIO({ ...right, turns });
    await writeJsonl(file, [row, { ...row, feedback_1: 'Hm.' }, row]);
    const problems: string[] = [];
    const read = await collect(
      readCodeIO(file, { onProblem: ({ message }) => problems.push(message) }),
    );
    expect(read.map(({ outcome }) => outcome)).toEqual(['correct', 'correct']);
    expect(problems).toEqual([`${file}:2: feedback_1: it does not tell how the answer was judged`]);
    await expect(collect(readCodeIO(file))).rejects.toThrow(DataFileError);
  });
});

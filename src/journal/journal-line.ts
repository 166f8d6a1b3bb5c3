import { crc32 } from 'node:zlib';
import type { JsonValue } from '../core/json-value.js';
import { parseJson } from '../values/parse-json.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { JournalStep, LineMeta } from './journal.js';

/**
 * A line is a JSON object with its fields in this order, so that all but the data can be read without
 * a parser: `{"crc":"…","key":…,"step":…,"previous":…,"meta":[…],"data":…}`. The checksum is that of
 * everything behind it.
 */
const crcHead = Buffer.from('{"crc":"');
const checkedFrom = crcHead.length + 8;
const keyHead = '","key":';
const dataHead = Buffer.from(',"data":');

/** What a line says, its data aside. */
export interface LineHead {
  readonly key: string;
  readonly step: string;
  /** Where the line before of the same key begins. */
  readonly previous: number | undefined;
  readonly meta: LineMeta | undefined;
}

/** Writes a line, with its line feed. */
export function encodeLine(
  { key, step, data, meta }: JournalStep,
  previous: number | undefined,
): Buffer {
  const head =
    `${keyHead}${JSON.stringify(key)},"step":${JSON.stringify(step)}` +
    (previous === undefined ? '' : `,"previous":${previous}`) +
    (meta === undefined ? '' : `,"meta":${JSON.stringify(meta)}`);
  const rest = `${head},"data":${stringifyJson(data)}}\n`;
  const line = Buffer.allocUnsafe(checkedFrom + Buffer.byteLength(rest));
  line.write(rest, checkedFrom);
  crcHead.copy(line);
  line.write(checksum(line.subarray(checkedFrom, -1)), crcHead.length, 'latin1');
  return line;
}

/** Says whether a line, without its line feed, is whole. */
export function isWhole(line: Buffer): boolean {
  return (
    line.length > checkedFrom &&
    line.toString('latin1', 0, crcHead.length) === '{"crc":"' &&
    line.toString('latin1', crcHead.length, checkedFrom) === checksum(line.subarray(checkedFrom))
  );
}

/** Reads a whole line but for its data; undefined when it is no line of a journal. */
export function decodeHead(line: Buffer): LineHead | undefined {
  const end = line.indexOf(dataHead, checkedFrom);
  if (end < 0) return undefined;
  try {
    const head = JSON.parse(`{"crc":"${line.toString('utf8', checkedFrom, end)}}`) as LineHead;
    return typeof head.key === 'string' && typeof head.step === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the data of a whole line. */
export function decodeData(line: Buffer): JsonValue {
  const start = line.indexOf(dataHead, checkedFrom) + dataHead.length;
  return parseJson(line.toString('utf8', start, line.length - 1));
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

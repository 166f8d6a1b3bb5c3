import { crc32 } from 'node:zlib';
import type { JsonValue } from '../core/json-value.js';
import { parseJson } from '../values/parse-json.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { JournalStep, LineMeta } from './journal.js';
import { readHead } from './read-head.js';

/**
 * A line is a JSON object with its fields in this order, so that all but the data can be read without
 * a parser: `{"crc":"…","key":…,"step":…,"previous":…,"meta":[…],"data":…}`. The checksum is that of
 * everything behind it, begun with the place of the line in the file: a line that stands elsewhere
 * is as wrong as one that was changed, so that none can be removed, doubled or moved unseen.
 */
export const lineStart = '{"crc":"';
const checkedFrom = lineStart.length + 8;
/** A checksum has 32 bits. */
const checksums = 2 ** 32;

/** A whole line. Its head is read; the rest stays in the bytes that it was read from. */
export interface JournalLine {
  readonly key: string;
  readonly step: string;
  /** Where the line before of the same key begins. */
  readonly previous: number | undefined;
  /** Where the line begins in the file. */
  readonly offset: number;
  readonly bytes: Buffer;
  /** Where in `bytes` the meta begins; undefined when it has none. */
  readonly metaStart: number | undefined;
  readonly dataStart: number;
  /** Where in `bytes` the line ends: its line feed. */
  readonly end: number;
}

/** Writes a line, with its line feed, for a place in the file. */
export function encodeLine(
  { key, step, data, meta }: JournalStep,
  previous: number | undefined,
  offset: number,
): Buffer {
  const head =
    `","key":${JSON.stringify(key)},"step":${JSON.stringify(step)}` +
    (previous === undefined ? '' : `,"previous":${previous}`) +
    (meta === undefined ? '' : `,"meta":${JSON.stringify(meta)}`);
  const rest = `${head},"data":${stringifyJson(data)}}\n`;
  const line = Buffer.allocUnsafe(checkedFrom + Buffer.byteLength(rest));
  line.write(rest, checkedFrom);
  const checksum = crc32(line.subarray(checkedFrom, -1), offset % checksums);
  line.write(lineStart + checksum.toString(16).padStart(8, '0'), 'latin1');
  return line;
}

/**
 * Reads the line between two places of a buffer, without its line feed; undefined when it is not
 * whole, or not the one that was written there.
 */
export function decodeLine(
  bytes: Buffer,
  start: number,
  end: number,
  offset: number,
): JournalLine | undefined {
  const checked = start + checkedFrom;
  if (end <= checked || !beginsLine(bytes, start)) return undefined;
  const checksum = crc32(bytes.subarray(checked, end), offset % checksums);
  if (checksum !== readHexadecimal(bytes, checked - 8, checked)) return undefined;
  const head = readHead(bytes, checked, end);
  if (head === undefined) return undefined;
  const { key, step, previous, metaStart, dataStart } = head;
  return { key, step, previous, offset, bytes, metaStart, dataStart, end };
}

/**
 * Says whether what looks like one line begins with a whole one that another follows, with something
 * else than a line feed between.
 */
export function hasLostLineFeed(bytes: Buffer, offset: number): boolean {
  for (
    let next = bytes.indexOf(lineStart, 1);
    next >= 0;
    next = bytes.indexOf(lineStart, next + 1)
  ) {
    if (decodeLine(bytes, 0, next - 1, offset) !== undefined) return true;
  }
  return false;
}

/** Reads the meta of a line. */
export function metaOf({ bytes, metaStart, dataStart }: JournalLine): LineMeta | undefined {
  if (metaStart === undefined) return undefined;
  const end = dataStart - ',"data":'.length;
  return JSON.parse(bytes.toString('utf8', metaStart, end)) as LineMeta;
}

/** Reads the data of a line. */
export function dataOf({ bytes, dataStart, end }: JournalLine): JsonValue {
  return parseJson(bytes.toString('utf8', dataStart, end - 1));
}

/** The checksum does not cover what stands before it. */
function beginsLine(bytes: Buffer, start: number): boolean {
  for (let i = 0; i < lineStart.length; i++) {
    if (bytes[start + i] !== lineStart.charCodeAt(i)) return false;
  }
  return true;
}

/** The number that lower-case hexadecimal digits say; -1 when they are none. */
function readHexadecimal(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (!isDigit && (byte < 0x61 || byte > 0x66)) return -1;
    value = value * 16 + (isDigit ? byte - 0x30 : byte - 0x57);
  }
  return value;
}

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
const keyStart = checkedFrom + keyHead.length + 1;
const dataHead = Buffer.from(',"data":');

/** Nearly every line begins like this, within so many bytes. What does not is read by the parser. */
const plainHead =
  /","key":"([ !#-[\]-~]*)","step":"([ !#-[\]-~]*)"(?:,"previous":(\d{1,15}))?(?:,"meta":(\[[^"\]]*\]))?,"data":/y;
const plainHeadBytes = 256;

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
    mayBeginLine(line) &&
    readChecksum(line) === crc32(line.subarray(checkedFrom))
  );
}

/** Says whether bytes may be the beginning of a line: also one that was cut off at once. */
export function mayBeginLine(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, crcHead.length);
  for (let index = 0; index < length; index++) {
    if (bytes[index] !== crcHead[index]) return false;
  }
  return true;
}

/** Says whether a whole line is followed by another one, with something else than a line feed between. */
export function hasLostLineFeed(bytes: Buffer): boolean {
  for (let next = bytes.indexOf(crcHead, 1); next >= 0; next = bytes.indexOf(crcHead, next + 1)) {
    if (isWhole(bytes.subarray(0, next - 1))) return true;
  }
  return false;
}

/** Reads a whole line but for its data; undefined when it is no line of a journal. */
export function decodeHead(line: Buffer): LineHead | undefined {
  plainHead.lastIndex = 0;
  const match = plainHead.exec(line.toString('latin1', checkedFrom, checkedFrom + plainHeadBytes));
  if (match !== null) {
    const [, plainKey = '', plainStep = '', previous, meta] = match;
    // Taken from the line and not from the match, which would hold on to all that was matched.
    const key = line.toString('latin1', keyStart, keyStart + plainKey.length);
    try {
      return {
        key,
        step: plainStep,
        previous: previous === undefined ? undefined : Number(previous),
        meta: meta === undefined ? undefined : (JSON.parse(meta) as LineMeta),
      };
    } catch {
      return undefined;
    }
  }
  return parseHead(line);
}

function parseHead(line: Buffer): LineHead | undefined {
  const end = line.indexOf(dataHead, checkedFrom);
  if (end < 0) return undefined;
  try {
    const { key, step, previous, meta } = JSON.parse(
      `{"crc":"${line.toString('utf8', checkedFrom, end)}}`,
    ) as LineHead;
    const isHead = typeof key === 'string' && typeof step === 'string';
    return isHead ? { key, step, previous, meta } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the data of a whole line. */
export function decodeData(line: Buffer): JsonValue {
  const start = line.indexOf(dataHead, checkedFrom) + dataHead.length;
  return parseJson(line.toString('utf8', start, line.length - 1));
}

/** Reads the eight lower-case digits of the checksum; NaN when there is anything else. */
function readChecksum(line: Buffer): number {
  let value = 0;
  for (let index = crcHead.length; index < checkedFrom; index++) {
    const code = line[index] as number;
    if (code >= 48 && code <= 57) value = value * 16 + code - 48;
    else if (code >= 97 && code <= 102) value = value * 16 + code - 87;
    else return Number.NaN;
  }
  return value;
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

/** What a line says of itself, and where the rest of it is. */
export interface LineHead {
  readonly key: string;
  readonly step: string;
  readonly previous: number | undefined;
  readonly metaStart: number | undefined;
  readonly dataStart: number;
}

const keyHead = Buffer.from('","key":"');
const stepHead = Buffer.from(',"step":"');
const previousHead = Buffer.from(',"previous":');
const metaHead = Buffer.from(',"meta":[');
const dataHead = Buffer.from(',"data":');
const [quote, backslash, bracket, firstDigit] = [0x22, 0x5c, 0x5d, 0x30];

/**
 * Reads the fields of a line before its data, from behind the checksum on; undefined when they are
 * not there. Opening a journal reads every head: a parser would take most of that time.
 */
export function readHead(bytes: Buffer, start: number, end: number): LineHead | undefined {
  const keyStart = skip(bytes, start, keyHead);
  const keyEnd = findQuote(bytes, keyStart, end);
  const stepStart = skip(bytes, keyEnd + 1, stepHead);
  const stepEnd = findQuote(bytes, stepStart, end);
  if (keyEnd < 0 || stepEnd < 0) return parseHead(bytes, start, end);
  let at = stepEnd + 1;
  let previous: number | undefined;
  const digits = skip(bytes, at, previousHead);
  if (digits >= 0) {
    previous = 0;
    for (at = digits; isDigit(bytes[at]); at++) {
      previous = previous * 10 + ((bytes[at] as number) - firstDigit);
    }
  }
  let metaStart: number | undefined;
  const list = skip(bytes, at, metaHead);
  if (list >= 0) {
    metaStart = list - 1;
    at = list;
    // No text in the list can hold these characters: its quotes are escaped.
    while (at < end && (bytes[at] !== bracket || skip(bytes, at + 1, dataHead) < 0)) at++;
    at++;
  }
  const dataStart = skip(bytes, at, dataHead);
  if (dataStart < 0 || dataStart >= end) return undefined;
  const key = bytes.toString('latin1', keyStart, keyEnd);
  const step = bytes.toString('latin1', stepStart, stepEnd);
  return { key, step, previous, metaStart, dataStart };
}

/** The place behind some bytes; -1 when they are not there. */
function skip(bytes: Buffer, at: number, expected: Buffer): number {
  if (at < 0) return -1;
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return -1;
  return at + expected.length;
}

/** Where a text ends that is written as it is; -1 for one with escapes, or beyond ASCII. */
function findQuote(bytes: Buffer, start: number, end: number): number {
  if (start < 0) return -1;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === quote) return i;
    if (byte === backslash || byte > 0x7e) return -1;
  }
  return -1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= firstDigit && byte <= firstDigit + 9;
}

/** The same by a parser, for every text that a key and a step can be. */
function parseHead(bytes: Buffer, start: number, end: number): LineHead | undefined {
  const line = bytes.subarray(start, end);
  const headEnd = line.indexOf(dataHead);
  if (headEnd < 0) return undefined;
  try {
    const { key, step, previous } = JSON.parse(
      `{"crc":"${line.toString('utf8', 0, headEnd)}}`,
    ) as LineHead;
    if (typeof key !== 'string' || typeof step !== 'string') return undefined;
    const meta = line.subarray(0, headEnd).indexOf(metaHead);
    return {
      key,
      step,
      previous,
      metaStart: meta < 0 ? undefined : start + meta + metaHead.length - 1,
      dataStart: start + headEnd + dataHead.length,
    };
  } catch {
    return undefined;
  }
}

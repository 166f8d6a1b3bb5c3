/** What the guest's clock shows, in milliseconds since 1970. */
export type GuestClock = () => number;

type HostFunction = (...values: never[]) => unknown;

/** Size of the C library's broken-down time up to and with its offset from UTC. */
const brokenDownTimeBytes = 40;

/**
 * Gives the interpreter a clock of ours and the time zone UTC, in place of the machine's. The imports have no names of their own in the released builds; they are told by what
 * they do.
 *
 * @throws Error when the clock or the time zone is not found among the imports, as may happen with
 * another version of the interpreter: a guest with the machine's clock is not deterministic.
 */
export function replaceAmbient(
  imports: WebAssembly.Imports,
  clock: GuestClock,
  memory: WebAssembly.Memory,
): void {
  // The interpreter asks for nothing but the offset, which is the last of these bytes.
  const localTime = (_: bigint, pointer: number): void => {
    new Uint8Array(memory.buffer).fill(0, pointer, pointer + brokenDownTimeBytes);
  };
  replaceOne(imports, 'the clock', (text) => text.includes('Date.now'), clock);
  replaceOne(imports, 'the local time', (text) => text.includes('getHours'), localTime);
  const isTimeZone = (text: string): boolean => text.includes('getTimezoneOffset');
  replaceOne(imports, 'the time zone', isTimeZone, () => {});
}

function replaceOne(
  imports: WebAssembly.Imports,
  what: string,
  matches: (text: string) => boolean,
  replacement: HostFunction,
): void {
  let count = 0;
  for (const names of Object.values(imports)) {
    for (const [name, value] of Object.entries(names)) {
      if (typeof value !== 'function' || !matches(String(value))) continue;
      names[name] = replacement;
      count++;
    }
  }
  if (count !== 1) {
    throw new Error(
      `this version of quickjs-emscripten reads ${what} in an unknown way (${count} imports match)`,
    );
  }
}

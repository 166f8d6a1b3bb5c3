import type { GuestWorld } from './guest-world.js';
import { instantiateInterpreter } from './interpreter-module.js';

/** Operations between two interrupts. */
export const operationsPerStep = 10_000;

/** A context is shorter than this, in bytes. */
const searchedBytes = 1024;
const rounds = [100, 1000, 37, 500] as const;

let offset: Promise<number> | undefined;

/**
 * Finds out where in a context the interpreter counts the operations (calls and jumps)
 * that are left until the next interrupt. Nothing in it says so; but it is the one word that falls
 * with the rounds of a loop, twice as fast, and begins at 10,000. It is the same for all contexts.
 *
 * @returns The distance from the context's address in bytes.
 * @throws Error when there is no such word, as may happen with another interpreter.
 */
export function findOperationCounter(): Promise<number> {
  offset ??= search().catch((error: unknown) => {
    // The next interpreter tries again.
    offset = undefined;
    throw error;
  });
  return offset;
}

const still: GuestWorld = { now: () => 0, onMemoryGrown() {}, onMemoryRefused() {} };

async function search(): Promise<number> {
  const { module, functions, memory } = await instantiateInterpreter(0, still, () => false);
  const runtime = functions.QTS_NewRuntime();
  functions.QTS_RuntimeEnableInterruptHandler(runtime);
  const context = functions.QTS_NewContext(runtime, 0 as never);
  const look = (): Int32Array =>
    new Int32Array(memory.buffer.slice(Number(context), Number(context) + searchedBytes));
  const run = (source: string): void => {
    const pointer = module._malloc(source.length + 1);
    module.stringToUTF8(source, pointer as never, source.length + 1);
    const { length } = source;
    functions.QTS_Eval(context, pointer as never, length, '', 0 as never, 0 as never);
  };
  // A new context counts from its first code on.
  run('0');
  const looks = [look()];
  for (const count of rounds) {
    run(`for (let i = 0; i < ${count}; i++);`);
    looks.push(look());
  }
  const [fresh = new Int32Array()] = looks;
  const found = [...fresh.keys()].filter((word) => {
    const falls = rounds.map(
      (_, turn) => (looks[turn]?.[word] ?? 0) - (looks[turn + 1]?.[word] ?? 0),
    );
    const beside = falls.map((fall, turn) => fall - 2 * (rounds[turn] as number));
    const [first = -1] = beside;
    return (
      fresh[word] === operationsPerStep && first >= 0 && beside.every((each) => each === first)
    );
  });
  if (found.length === 1) return (found[0] as number) * 4;
  throw new Error(
    `this version of quickjs-emscripten counts in an unknown way (${found.length} words match)`,
  );
}

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { GuestEnded } from '../../src/python/imports/guest-ended.js';
import { createGuestImports, type GuestImports } from '../../src/python/imports/guest-imports.js';
import { type ImageInstance, instantiateImage } from '../../src/python/instantiate-image.js';
import type { InterpreterImage } from '../../src/python/interpreter-image.js';
import { createRandom } from '../../src/values/random.js';
import { layOutCanaries } from './hostile/canaries.js';
import { allowedImports, allowedInOtherBuilds } from './imports/allowed-imports.js';
import { installedImage } from './imports/installed-image.js';

interface KnownImports {
  readonly version: string;
  readonly functions: readonly string[];
  readonly others: readonly string[];
}

const callsPerImport = 16;
const notPermitted = 63;
const limitBytes = 64 * 1024 * 1024;

let image: InterpreterImage;
let instance: ImageInstance;
let imports: GuestImports;
let known: KnownImports;

beforeAll(async () => {
  const text = await readFile(new URL('imports/known-imports.json', import.meta.url), 'utf8');
  known = JSON.parse(text) as KnownImports;
  image = await installedImage();
  instance = instantiateImage(image, (access) =>
    createGuestImports({
      ...access,
      files: image.files,
      memoryLimitBytes: limitBytes,
      onStep() {},
    }),
  );
  imports = instance.imports;
  imports.steps.maxLooks = 10;
});

function restore(): void {
  const [snapshot] = image.snapshots;
  if (snapshot === undefined) throw new Error('the image has no memory');
  const bytes = new Uint8Array(instance.memory.buffer);
  bytes.set(snapshot.bytes);
  bytes.fill(0, snapshot.bytes.length);
  instance.stackPointer.value = snapshot.stackPointer;
  imports.files.reset();
}

/** Numbers as a guest could give them: small ones, addresses, negative ones, and far too large ones. */
function drawValues(random: () => number): unknown[] {
  const kinds = [
    () => Math.floor(random() * 8),
    () => Math.floor(random() * instance.memory.buffer.byteLength),
    () => -Math.floor(random() * 2 ** 31),
    () => Math.floor(random() * 2 ** 32),
    () => BigInt(Math.floor(random() * 2 ** 53)) - 2n ** 52n,
    () => random() * 100,
  ];
  const draw = (): unknown => kinds[Math.floor(random() * kinds.length)]?.();
  return Array.from({ length: Math.floor(random() * 7) }, draw);
}

type Answer = { readonly returned: unknown } | { readonly threw: unknown };

function callAtRandom(name: string, random: () => number): Answer {
  const stand = imports.find(name) as (...values: unknown[]) => unknown;
  try {
    return { returned: stand(...drawValues(random)) };
  } catch (threw) {
    return { threw };
  }
}

function isRefusal(answer: Answer, name: string): boolean {
  if ('returned' in answer) {
    return name.startsWith('__syscall_')
      ? answer.returned === -notPermitted
      : name.startsWith('fd_') && answer.returned === notPermitted;
  }
  const { threw } = answer;
  return (
    threw instanceof GuestEnded && threw.reason.kind === 'refused' && threw.reason.name === name
  );
}

function isRefused(name: string): boolean {
  const random = createRandom(7);
  const answers = Array.from({ length: callsPerImport }, () => callAtRandom(name, random));
  return answers.every((answer) => isRefusal(answer, name));
}

describe('the imports of the interpreter', () => {
  it('are those that are known, so that those of another version are looked at by somebody', () => {
    const present = WebAssembly.Module.imports(image.module);
    const functions = present.filter(({ kind }) => kind === 'function').map(({ name }) => name);
    const others = present
      .filter(({ kind }) => kind !== 'function')
      .map(({ module, kind }) => `${module} ${kind}`);
    expect(functions.sort()).toEqual(known.functions);
    expect([...new Set(others)]).toEqual(known.others);
  });

  it('are refused, unless they are on the list by what they may do', async () => {
    await using canaries = await layOutCanaries();
    const working = known.functions.filter((name) => {
      restore();
      return !isRefused(name);
    });
    expect(working.sort()).toEqual(Object.keys(allowedImports).sort());
    expect(await canaries.findTouched()).toEqual([]);
  });

  it('that are allowed give numbers or end the call, and nothing else of the host', () => {
    const random = createRandom(11);
    const results = new Set<string>();
    for (const name of Object.keys(allowedImports)) {
      restore();
      for (let i = 0; i < callsPerImport; i++) {
        const answer = callAtRandom(name, random);
        results.add(
          'returned' in answer
            ? typeof answer.returned
            : ((answer.threw as Error).constructor.name ?? ''),
        );
      }
    }
    // Beyond the memory, with a number of the wrong kind, or in code of the guest that is called so.
    const expected = ['number', 'bigint', 'undefined', 'GuestEnded', 'RangeError', 'TypeError'];
    expect([...expected, 'RuntimeError', 'Exception']).toEqual(
      expect.arrayContaining([...results]),
    );
    expect(instance.memory.buffer.byteLength).toBeLessThanOrEqual(limitBytes);
  });

  it('leave an interpreter that works once its memory is put back', () => {
    restore();
    const { malloc } = instance.exports as { malloc(bytes: number): number };
    expect(malloc(100)).toBeGreaterThan(0);
  });

  it('of other builds work where they are known', () => {
    const working = allowedInOtherBuilds.filter((name) => {
      restore();
      return !isRefused(name);
    });
    expect(working).toEqual(allowedInOtherBuilds);
  });

  it.each([
    ...['emscripten_run_script', 'emscripten_run_script_int', 'emscripten_asm_const_int', 'eval'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'find', 'require', 'process'],
    ...[
      'invoke_',
      'invoke_VI',
      'invoke_vi2',
      'clock_time_get ',
      'ffi_call',
      '_dlopen_js',
      'socket',
    ],
  ])('are refused under names that nobody has thought of: %j', (name) => {
    expect(isRefused(name)).toBe(true);
  });

  it('fail as calls of the system where a program may catch that', () => {
    const names = known.functions.filter((name) => !Object.hasOwn(allowedImports, name));
    const catchable = names.filter((name) => /^(?:__syscall_|fd_)/.test(name));
    expect(catchable.length).toBeGreaterThan(30);
    for (const name of catchable) {
      const stand = imports.find(name) as () => unknown;
      expect(Math.abs(stand() as number)).toBe(notPermitted);
    }
  });
});

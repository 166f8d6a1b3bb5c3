import { guestSetup } from '../guest-setup.js';
import { createCalendar } from '../imports/calendar.js';
import { createGuestClock } from '../imports/clock.js';
import { createEnvironment } from '../imports/environment.js';
import { createGuestMemory } from '../imports/guest-memory.js';
import { createGuestRandomness } from '../imports/randomness.js';
import type { Build, BuildRequest } from './build-request.js';
import { type CapturedModule, captureModules } from './captured-modules.js';
import { describeNumbers, describeSides, describeTable } from './describe-modules.js';
import { collectFiles, installPackages, toShared } from './guest-files.js';
import { loadInterpreter } from './load-interpreter.js';

const buildNowMs = 1_735_689_600_000;

/**
 * Sets an interpreter up and takes an image of it. Runs no code but that of the interpreter, of the
 * packages and our own: what is built has not met any program yet.
 */
export async function buildInterpreter(request: BuildRequest): Promise<Build> {
  const captured = captureModules(request.module, (imports) => {
    replaceSurroundings(imports, () => memoryOf(captured.main()), request.hashSeed);
  });
  const python = await loadInterpreter(request.pyodideFolder);
  const target = String(python.runPython('import site; site.getsitepackages()[0]'));
  await installPackages(python.FS, request.packageFolders, target);
  const handle = Number(python.runPython(guestSetup(target)));
  // Makes the interpreter look from time to time whether it was interrupted.
  python.setInterruptBuffer(new Uint8Array(new SharedArrayBuffer(1)));

  const main = captured.main();
  const { exports } = main.instance;
  // Nothing of the interpreter's own refers to it.
  (exports.Py_IncRef as (address: number) => void)(handle);
  const memory = memoryOf(main);
  const table = (exports.__indirect_function_table ??
    main.imports.env?.__indirect_function_table) as WebAssembly.Table;
  const stackPointer = (exports.__stack_pointer ??
    main.imports.env?.__stack_pointer) as WebAssembly.Global;
  const used = new DataView(memory.buffer).getUint32(
    (exports.emscripten_get_sbrk_ptr as () => number)(),
    true,
  );
  callBuiltinsPlainly(main, memory);
  return {
    bytes: toShared(new Uint8Array(memory.buffer, 0, used)),
    stackPointer: stackPointer.value as number,
    handle,
    countdown: addressOf(main, '_Py_emscripten_signal_clock'),
    memoryBytes: memory.buffer.byteLength,
    numbers: describeNumbers(main),
    tableLength: table.length,
    tableSlots: describeTable(main, captured.sides, table),
    sideModules: describeSides(main, captured.sides),
    files: collectFiles(python.FS),
  };
}

function memoryOf({ instance, imports }: CapturedModule): WebAssembly.Memory {
  return (instance.exports.memory ?? imports.env?.memory) as WebAssembly.Memory;
}

/** The address of a variable of the interpreter, when it has one of that name. */
function addressOf({ instance, imports }: CapturedModule, name: string): number | undefined {
  const exported = instance.exports[name];
  if (!(exported instanceof WebAssembly.Global)) return undefined;
  const base = imports.env?.__memory_base;
  return exported.value + (base instanceof WebAssembly.Global ? base.value : 0);
}

/** Gives the interpreter the same surroundings on any machine while it is being set up. */
function replaceSurroundings(
  imports: WebAssembly.Imports,
  memoryOfGuest: () => WebAssembly.Memory,
  hashSeed: number,
): void {
  const memory = createGuestMemory(memoryOfGuest);
  const clock = createGuestClock(memory);
  clock.set(buildNowMs, 0);
  const own = {
    ...clock.imports,
    ...createGuestRandomness(memory).imports,
    ...createCalendar(memory),
    ...createEnvironment(memory, { HOME: '/', LANG: 'C.UTF-8', PYTHONHASHSEED: String(hashSeed) }),
  };
  for (const functions of Object.values(imports)) {
    for (const [name, replacement] of Object.entries(own)) {
      const original = functions[name];
      // The loader tells by these what the parameters are.
      if (original !== undefined) functions[name] = Object.assign(replacement, original);
    }
  }
}

/**
 * Newer machines let the interpreter call built-ins through a module that is made on the fly. A guest
 * has none, and calls them in the one way that works on all.
 */
function callBuiltinsPlainly(main: CapturedModule, memory: WebAssembly.Memory): void {
  const offset = addressOf(main, '_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET');
  const runtime = addressOf(main, '_PyRuntime');
  if (offset === undefined || runtime === undefined) return;
  const view = new DataView(memory.buffer);
  view.setInt32(runtime + view.getInt32(offset, true), 0, true);
}

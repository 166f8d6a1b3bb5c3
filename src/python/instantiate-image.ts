import type { GuestImports } from './imports/guest-imports.js';
import type { TableAccess } from './imports/table-calls.js';
import type { InterpreterImage, SideImport, SideModule } from './interpreter-image.js';

/** An instance of an image's modules, whose memory is not restored yet. */
export interface ImageInstance {
  readonly memory: WebAssembly.Memory;
  readonly stackPointer: WebAssembly.Global;
  /** The exports of the interpreter. */
  readonly exports: WebAssembly.Exports;
  readonly imports: GuestImports;
}

/** How an image is reached while it is being instantiated. */
export interface GuestAccess extends TableAccess {
  memory(this: void): WebAssembly.Memory;
}

type AnyFunction = (...values: never[]) => unknown;

const pageBytes = 64 * 1024;
const maximumPages = 32_768;

/** Numbers that no code changes, and whose cells are declared so. */
const constantNumbers = new Set(['__memory_base', '__table_base']);

/**
 * Instantiates an image's modules with imports of our own, and lays out table and memory as they were
 * when the image was taken.
 *
 * @param createImports - Makes the imports; what it is given can be used once the guest runs.
 * @throws Error when a module imports something of a kind that is not known.
 */
export function instantiateImage(
  image: InterpreterImage,
  createImports: (access: GuestAccess) => GuestImports,
): ImageInstance {
  const given = new Map<string, WebAssembly.ImportValue>();
  let exports: WebAssembly.Exports = {};
  const find = (name: string): unknown => exports[name] ?? given.get(name);
  const access: GuestAccess = {
    memory: () => find('memory') as WebAssembly.Memory,
    table: () => find('__indirect_function_table') as WebAssembly.Table,
    stackPointer: () => find('__stack_pointer') as WebAssembly.Global,
    setThrew: (threw, value) => (exports.setThrew as AnyFunction)(threw as never, value as never),
  };
  const imports = createImports(access);
  const numbers = new Map(
    image.numbers.map(([module, name, value]) => [`${module} ${name}`, value]),
  );
  exports = instantiate(image.module, (module, name, kind) => {
    const value = importOf(image, kind, name, numbers.get(`${module} ${name}`), imports);
    if (module === 'env') given.set(name, value);
    return value;
  }).exports;

  const table = access.table();
  grow(table, image.tableLength - table.length);
  const symbols = new Map<string, WebAssembly.ExportValue>(Object.entries(exports));
  const modules = [exports];
  for (const side of image.sideModules) {
    const added = instantiateSide(side, { access, imports, symbols });
    modules.push(added);
    for (const [name, value] of Object.entries(added)) {
      if (!symbols.has(name)) symbols.set(name, value);
    }
  }
  for (const [index, module, name] of image.tableSlots) {
    table.set(index, modules[module]?.[name] as AnyFunction);
  }
  const memory = access.memory();
  grow(memory, Math.ceil((image.memoryBytes - memory.buffer.byteLength) / pageBytes));
  return { memory, stackPointer: access.stackPointer(), exports, imports };
}

function grow(target: WebAssembly.Table | WebAssembly.Memory, by: number): void {
  if (by > 0) target.grow(by);
}

function instantiate(
  module: WebAssembly.Module,
  find: (module: string, name: string, kind: string) => WebAssembly.ImportValue,
): WebAssembly.Instance {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = find(from, name, kind);
  }
  return new WebAssembly.Instance(module, imports);
}

function importOf(
  { memoryBytes, tableLength }: InterpreterImage,
  kind: string,
  name: string,
  value: number | undefined,
  imports: GuestImports,
): WebAssembly.ImportValue {
  switch (kind) {
    case 'function':
      return imports.find(name);
    case 'global':
      if (value === undefined) break;
      return new WebAssembly.Global({ value: 'i32', mutable: !constantNumbers.has(name) }, value);
    case 'memory':
      return new WebAssembly.Memory({ initial: memoryBytes / pageBytes, maximum: maximumPages });
    case 'table':
      return new WebAssembly.Table({ initial: tableLength, element: 'anyfunc' });
  }
  throw new Error(`this version of pyodide is unknown: it imports the ${kind} ${name}`);
}

interface SideContext {
  readonly access: GuestAccess;
  readonly imports: GuestImports;
  readonly symbols: ReadonlyMap<string, WebAssembly.ExportValue>;
}

function instantiateSide(
  { module, imports }: SideModule,
  context: SideContext,
): WebAssembly.Exports {
  const described = new Map(imports.map(([from, name, value]) => [`${from} ${name}`, value]));
  return instantiate(module, (from, name, kind) => {
    const value = described.get(`${from} ${name}`);
    if (value === undefined) throw new Error(`a package imports the unknown ${kind} ${name}`);
    return sideImport(value, name, context);
  }).exports;
}

function sideImport(
  value: SideImport,
  importName: string,
  { access, imports, symbols }: SideContext,
): WebAssembly.ImportValue {
  switch (value.kind) {
    case 'number':
      return new WebAssembly.Global(
        { value: 'i32', mutable: !constantNumbers.has(importName) },
        value.value,
      );
    case 'memory':
      return access.memory();
    case 'table':
      return access.table();
    case 'stack-pointer':
      return access.stackPointer();
    case 'tag':
      return symbols.get(value.name) as WebAssembly.ImportValue;
    case 'symbol': {
      const { name } = value;
      const own = symbols.get(name);
      if (own !== undefined) return own;
      // A module that comes later may have it; otherwise it is an import of the interpreter.
      return (...values: never[]) =>
        ((symbols.get(name) as AnyFunction | undefined) ?? imports.find(name))(...values);
    }
  }
}

import type { ImportedNumber, SideImport, SideModule, TableSlot } from '../interpreter-image.js';
import type { CapturedModule } from './captured-modules.js';
import { toShared } from './guest-files.js';

/** The numbers that the interpreter imports, as they are now. */
export function describeNumbers({ module, imports }: CapturedModule): ImportedNumber[] {
  return WebAssembly.Module.imports(module)
    .filter(({ kind }) => kind === 'global')
    .map(({ module: from, name }) => [from, name, numberOf(imports[from]?.[name], name)]);
}

/** The functions that lie in the table beyond those that the modules put there by themselves. */
export function describeTable(
  main: CapturedModule,
  sides: readonly CapturedModule[],
  table: WebAssembly.Table,
): TableSlot[] {
  const owners = new Map<unknown, readonly [module: number, name: string]>();
  for (const [index, { instance }] of [main, ...sides].entries()) {
    for (const [name, value] of Object.entries(instance.exports)) {
      if (typeof value === 'function' && !owners.has(value)) owners.set(value, [index, name]);
    }
  }
  const slots: TableSlot[] = [];
  for (let index = main.tableLength; index < table.length; index++) {
    // What has no owner is a function of the loader, which no guest gets.
    const owner = owners.get(table.get(index));
    if (owner !== undefined) slots.push([index, ...owner]);
  }
  return slots;
}

/** The side modules, with imports that can be made anew. */
export function describeSides(
  main: CapturedModule,
  sides: readonly CapturedModule[],
): SideModule[] {
  const names = new Map<unknown, string>();
  for (const { instance } of [main, ...sides]) {
    for (const [name, value] of Object.entries(instance.exports)) {
      if (!names.has(value)) names.set(value, name);
    }
  }
  return sides.map(({ module, imports, bytes }) => ({
    module,
    bytes: toShared(bytes),
    imports: WebAssembly.Module.imports(module).map(({ module: from, name, kind }) => {
      const value = imports[from]?.[name];
      return [from, name, describeImport(kind, name, value, names)] as const;
    }),
  }));
}

function describeImport(
  kind: string,
  name: string,
  value: unknown,
  names: ReadonlyMap<unknown, string>,
): SideImport {
  if (kind === 'memory' || kind === 'table') return { kind };
  if (kind === 'function') return { kind: 'symbol', name: names.get(value) ?? name };
  if (kind === 'tag') return { kind: 'tag', name: names.get(value) ?? name };
  if (name === '__stack_pointer') return { kind: 'stack-pointer' };
  return { kind: 'number', value: numberOf(value, name) };
}

function numberOf(value: unknown, name: string): number {
  const number: unknown = value instanceof WebAssembly.Global ? value.value : value;
  if (typeof number === 'number') return number;
  throw new Error(`this version of pyodide is unknown: its import ${name} is no number`);
}

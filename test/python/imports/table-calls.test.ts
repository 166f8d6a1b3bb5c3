import { describe, expect, it } from 'vitest';
import { GuestEnded } from '../../../src/python/imports/guest-ended.js';
import { type TableAccess, tableCall } from '../../../src/python/imports/table-calls.js';

interface Table {
  readonly access: TableAccess;
  readonly pointer: WebAssembly.Global;
  readonly thrown: number[][];
}

/** A table whose functions are ours: a real one takes those of modules alone. */
function createTable(functions: readonly ((...values: number[]) => unknown)[]): Table {
  const pointer = new WebAssembly.Global({ value: 'i32', mutable: true }, 1000);
  const thrown: number[][] = [];
  const table = { get: (index: number) => functions[index] ?? null };
  return {
    pointer,
    thrown,
    access: {
      table: () => table as unknown as WebAssembly.Table,
      stackPointer: () => pointer,
      setThrew: (...values) => void thrown.push(values),
    },
  };
}

const run = (name: string, { access }: Table, ...values: number[]): unknown =>
  (tableCall(name, access) as (...values: number[]) => unknown)(...values);

describe('calls of the table', () => {
  it.each([
    ['_PyEM_TrampolineCall_JS', [1, 2, 3]],
    ['_PyEM_TrampolineCall_inner', [1, 2, 3]],
    ['_PyImport_InitFunc_TrampolineCall', []],
    ['invoke_iiii', [1, 2, 3]],
    ['invoke_v', []],
  ])('by %s hand their values on', (name, values) => {
    const table = createTable([() => 'wrong', (...all) => all]);
    expect(run(name, table, 1, ...values)).toEqual(values);
  });

  it.each(['invoke_', 'invoke_I', 'invoke_ii1', 'xinvoke_ii', 'TrampolineCall', 'call'])(
    'are not what %j stands for',
    (name) => {
      expect(tableCall(name, createTable([]).access)).toBeUndefined();
    },
  );

  it('put the stack back after a far jump, and note it', () => {
    const table = createTable([
      () => {
        table.pointer.value = 400;
        throw Number.POSITIVE_INFINITY;
      },
    ]);
    expect(run('invoke_ii', table, 0)).toBeUndefined();
    expect(table.pointer.value).toBe(1000);
    expect(table.thrown).toEqual([[1, 0]]);
  });

  it('never catch the end of a call', () => {
    const end = new GuestEnded({ kind: 'step-limit' });
    const table = createTable([
      () => {
        throw end;
      },
    ]);
    for (const name of ['invoke_v', '_PyEM_TrampolineCall_JS', '_PyEM_TrampolineCall_inner']) {
      expect(() => run(name, table, 0)).toThrow(end);
    }
    expect(table.thrown).toEqual([]);
  });

  it('jump far with a number, which is no error of the host', () => {
    let thrown: unknown;
    try {
      run('_emscripten_throw_longjmp', createTable([]));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBe(Number.POSITIVE_INFINITY);
  });
});

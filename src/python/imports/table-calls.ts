import type { ImportFunction } from './import-functions.js';

/** What calls of functions in the interpreter's table need of the instance. */
export interface TableAccess {
  table(this: void): WebAssembly.Table;
  readonly stackPointer: () => WebAssembly.Global;
  setThrew(this: void, threw: number, value: number): void;
}

/**
 * Makes the imports through which the interpreter calls functions of its own: those that take fewer
 * arguments than they are given (`_PyEM_…`), and in older builds those that may jump far
 * (`invoke_…`). They reach nothing but the interpreter.
 *
 * @returns `undefined` for any other name.
 */
export function tableCall(name: string, access: TableAccess): ImportFunction | undefined {
  const call = (index: number, ...values: never[]): unknown =>
    (access.table().get(index) as (...values: never[]) => unknown)(...values);
  if (name === '_PyEM_TrampolineCall_JS') {
    // With its own parameters, because it is called for every built-in function.
    return (index: never, first: never, second: never, third: never) =>
      (access.table().get(index) as (...values: never[]) => unknown)(first, second, third);
  }
  if (/^_Py(?:EM|Import_InitFunc)_TrampolineCall/.test(name)) {
    return call as ImportFunction;
  }
  if (/^invoke_[a-z]+$/.test(name)) {
    return (...values: never[]) => {
      const pointer = access.stackPointer().value;
      const [index, ...rest] = values;
      try {
        return call(Number(index), ...rest);
      } catch (error) {
        // A number is a jump of the C library; everything else is the host's.
        if (typeof error !== 'number') throw error;
        access.stackPointer().value = pointer;
        access.setThrew(1, 0);
        return undefined;
      }
    };
  }
  if (name === '_emscripten_throw_longjmp') {
    return () => {
      throw Number.POSITIVE_INFINITY;
    };
  }
  return undefined;
}

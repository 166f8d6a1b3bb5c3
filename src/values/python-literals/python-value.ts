/** What a Python literal stands for, as plain data, with everything told apart that Python does. */
export type PythonValue =
  | { readonly type: 'none' }
  | { readonly type: 'ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  /** In decimal digits, `-` before them where it is negative. */
  | { readonly type: 'int'; readonly digits: string }
  /** A float of Python is a number of JavaScript: 64 bits, NaN and the infinities included. */
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imaginary: number }
  | { readonly type: 'str'; readonly value: string }
  /** Each from 0 to 255. */
  | { readonly type: 'bytes'; readonly values: readonly number[] }
  | { readonly type: 'list' | 'tuple' | 'set'; readonly items: readonly PythonValue[] }
  /** As they were written: equal keys are not merged. */
  | { readonly type: 'dict'; readonly entries: readonly PythonEntry[] };

/** A key of a dict and its value. */
export interface PythonEntry {
  readonly key: PythonValue;
  readonly value: PythonValue;
}

/** A number of Python. */
export type PythonNumber = Extract<PythonValue, { readonly type: 'int' | 'float' | 'complex' }>;

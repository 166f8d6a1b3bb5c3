import type { ExactNumber } from '../../core/json-value.js';
import { optionError } from '../../errors/option-error.js';
import { isExactNumber } from '../../values/exact-number.js';
import type { Columns, ColumnType } from '../columns.js';

/** A row as typed files hold it: every column there, whole numbers as `bigint`, the absent null. */
export type TypedRow = Readonly<Record<string, unknown>>;

/** A row that fits its columns, or why it does not. */
export type FittedRow =
  | {
      readonly status: 'fits';
      readonly row: TypedRow;
      /** Its size in memory as Arrow lays it out, without the marks for null. */
      readonly bytes: number;
    }
  /** A value is of another type than its column. */
  | { readonly status: 'misfit'; readonly problem: string }
  /** A text that no UTF-8 file can hold. */
  | { readonly status: 'broken-text'; readonly problem: string };

class Misfit extends Error {
  readonly status: 'misfit' | 'broken-text';

  constructor(problem: string, status: Misfit['status'] = 'misfit') {
    super(problem);
    this.status = status;
  }
}

interface Sized {
  bytes: number;
}

type Fit = (value: unknown, path: string, sized: Sized) => unknown;

const loneSurrogate = /\p{Surrogate}/u;
const largest = 2n ** 63n;

/**
 * Makes the function that turns rows into values of their columns. Nothing is rounded, cut or left
 * out: a value that its column cannot hold makes the row a misfit, which names the field without
 * positions in lists, so that equal problems have equal texts.
 *
 * @throws TypeError for columns that no file can have: none at all, or an empty structure.
 */
export function createRowFitter(columns: Columns): (row: object) => FittedRow {
  const fitFields = fitStruct(columns, 'columns');
  return (row) => {
    const sized = { bytes: 0 };
    try {
      return { status: 'fits', row: fitFields(row, '', sized) as TypedRow, bytes: sized.bytes };
    } catch (error) {
      if (error instanceof Misfit) return { status: error.status, problem: error.message };
      throw error;
    }
  };
}

function fitType(type: ColumnType, name: string): Fit {
  const fitValue = fitPresent(type, name);
  const nullBytes = fixedBytes(type);
  const ownBytes = typeof type === 'object' && 'struct' in type ? 0 : nullBytes;
  return (value, path, sized) => {
    const isNull = value === null || value === undefined;
    sized.bytes += isNull ? nullBytes : ownBytes;
    return isNull ? null : fitValue(value, path, sized);
  };
}

/** What a value takes even when it is null: numbers, and where texts and lists end. */
function fixedBytes(type: ColumnType): number {
  if (type === 'bool') return 1 / 8;
  if (type === 'int64' || type === 'float64') return 8;
  if (type === 'string' || 'list' in type) return 4;
  return Object.values(type.struct).reduce((sum, field) => sum + fixedBytes(field), 0);
}

function fitPresent(type: ColumnType, name: string): Fit {
  switch (type) {
    case 'string':
      return fitString;
    case 'bool':
      return fitBool;
    case 'int64':
      return fitInt64;
    case 'float64':
      return fitFloat64;
    default:
      return 'list' in type ? fitList(type.list, name) : fitStruct(type.struct, name);
  }
}

const fitString: Fit = (value, path, sized) => {
  if (typeof value !== 'string') throw misfit(path, 'a string', value);
  // Readers of JSON lines refuse the whole file for it, and UTF-8 has no form of it.
  if (loneSurrogate.test(value)) {
    throw new Misfit(`${named(path)} holds half a surrogate pair`, 'broken-text');
  }
  sized.bytes += Buffer.byteLength(value);
  return value;
};

const fitBool: Fit = (value, path) => {
  if (typeof value !== 'boolean') throw misfit(path, 'a boolean', value);
  return value;
};

const fitInt64: Fit = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  const whole = isExactNumber(value) ? readWhole(value) : undefined;
  if (whole === undefined) throw misfit(path, 'a whole number of 64 bits', value);
  return whole;
};

function readWhole(value: ExactNumber): bigint | undefined {
  if (/^-?\d+$/.test(value.text)) {
    const whole = BigInt(value.text);
    return whole >= -largest && whole < largest ? whole : undefined;
  }
  const near = Number(value.text);
  return Number.isSafeInteger(near) ? BigInt(near) : undefined;
}

const fitFloat64: Fit = (value, path) => {
  const number = isExactNumber(value) ? Number(value.text) : value;
  // JSON has no form of the infinities and of NaN.
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw misfit(path, 'a finite number', value);
  }
  return number;
};

function fitList(type: ColumnType, name: string): Fit {
  const fitItem = fitType(type, `${name}[]`);
  return (value, path, sized) => {
    if (!Array.isArray(value)) throw misfit(path, 'a list', value);
    // Unlike `map` this meets holes, too.
    return Array.from(value, (item) => fitItem(item, `${path}[]`, sized));
  };
}

function fitStruct(columns: Columns, name: string): Fit {
  const fields = Object.entries(columns).map(
    ([field, type]) => [field, fitType(type, `${name}.${field}`)] as const,
  );
  if (fields.length === 0) throw optionError(name, 'at least one column', columns);
  const known = new Set(Object.keys(columns));
  return (value, path, sized) => {
    if (
      typeof value !== 'object' ||
      value === null ||
      Array.isArray(value) ||
      isExactNumber(value)
    ) {
      throw misfit(path, 'an object', value);
    }
    const prefix = path === '' ? '' : `${path}.`;
    const object = value as Readonly<Record<string, unknown>>;
    for (const key in object) {
      if (!known.has(key) && object[key] !== undefined) {
        throw new Misfit(`${named(prefix + key)} is in no column`);
      }
    }
    const fitted: Record<string, unknown> = {};
    for (const [field, fitField] of fields) {
      const item = Object.hasOwn(object, field) ? object[field] : null;
      fitted[field] = fitField(item, prefix + field, sized);
    }
    return fitted;
  };
}

function misfit(path: string, expected: string, value: unknown): Misfit {
  const came = isExactNumber(value)
    ? `the number ${value.text.slice(0, 30)}`
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'number'
        ? `the number ${value}`
        : `of type ${typeof value}`;
  return new Misfit(`${named(path)} must be ${expected}, it is ${came}`);
}

function named(path: string): string {
  return path === '' ? 'the row' : `\`${path}\``;
}

import { isExactNumber } from '../../values/exact-number.js';
import type { Columns, ColumnType } from '../columns.js';
import { describe } from './describe.js';
import { fieldPath } from './field-path.js';
import { isFloat64, isInt64 } from './number-columns.js';
import type { ReportProblem } from './row-checks.js';

/** A column, or a field in it, and the first row in which it is not null. */
interface FirstValue {
  readonly field: string;
  readonly row: number;
}

/** Checks rows against their columns. */
export interface ColumnCheck {
  /** Tells what is missing, unknown or of another type. */
  check(row: object, number: number, report: ReportProblem): void;
  /** Columns and fields that are null, or in empty lists, in all of the first rows, and not later. */
  nullInFirst(rows: number): readonly FirstValue[];
}

/** A type made ready for checking many values. */
interface TypeCheck {
  check(value: unknown, path: string, row: number, report: ReportProblem): void;
  nullInFirst(rows: number, path: string): readonly FirstValue[];
}

const expected: Readonly<Record<'string' | 'bool' | 'int64' | 'float64', string>> = {
  string: 'a string',
  bool: 'true or false',
  int64: 'an integer of 64 bits',
  float64: 'a finite number',
};

/** Strings that hold one cannot be written as UTF-8, and Arrow refuses them. */
const loneSurrogate = /\p{Surrogate}/u;

/** Makes the check of rows with these columns. */
export function createColumnCheck(columns: Columns): ColumnCheck {
  const fields = fieldsOf(columns);
  return {
    check(row, number, report) {
      for (const name of fields.keys()) {
        if (Object.hasOwn(row, name) && (row as RowFields)[name] !== undefined) continue;
        const problem = 'the column is missing: every row must have it, null where it has no value';
        report({ rule: 'missing-column', field: fieldPath('', name), problem });
      }
      checkFields(fields, row, '', number, report);
    },
    nullInFirst: (rows) => nullFields(fields, rows, ''),
  };
}

type RowFields = Readonly<Record<string, unknown>>;
type FieldChecks = ReadonlyMap<string, TypeCheck>;

function fieldsOf(columns: Columns): FieldChecks {
  return new Map(Object.entries(columns).map(([name, type]) => [name, typeCheck(type)]));
}

function checkFields(
  fields: FieldChecks,
  object: object,
  path: string,
  row: number,
  report: ReportProblem,
): void {
  for (const [name, value] of Object.entries(object)) {
    const field = fields.get(name);
    if (field !== undefined) field.check(value, fieldPath(path, name), row, report);
    else {
      const names = [...fields.keys()].join(', ');
      const problem = `the ${path === '' ? 'column' : 'field'} is not among ${names}`;
      report({ rule: 'unknown-column', field: fieldPath(path, name), problem });
    }
  }
}

function nullFields(fields: FieldChecks, rows: number, path: string): readonly FirstValue[] {
  return [...fields].flatMap(([name, field]) => field.nullInFirst(rows, fieldPath(path, name)));
}

function typeCheck(type: ColumnType): TypeCheck {
  const content = contentCheck(type);
  let firstRow: number | undefined;
  return {
    check(value, path, row, report) {
      if (value === null || value === undefined) return;
      firstRow ??= row;
      content.check(value, path, row, report);
    },
    nullInFirst(rows, path) {
      if (firstRow === undefined) return [];
      // What is inside is null as long as the outer is, and needs no warning of its own.
      if (firstRow > rows) return [{ field: path, row: firstRow }];
      return content.nullInFirst(rows, path);
    },
  };
}

/** Checks values that are not null. */
function contentCheck(type: ColumnType): TypeCheck {
  if (typeof type === 'string') return { check: scalarCheck(type), nullInFirst: () => [] };
  if ('list' in type) {
    const items = typeCheck(type.list);
    return {
      check(value, path, row, report) {
        if (!Array.isArray(value)) return tellType(report, path, 'a list', value);
        // Unlike `forEach` this meets holes, too.
        for (let index = 0; index < value.length; index++) {
          items.check(value[index], `${path}[${index}]`, row, report);
        }
      },
      nullInFirst: (rows, path) => items.nullInFirst(rows, `${path}[]`),
    };
  }
  const fields = fieldsOf(type.struct);
  return {
    check(value, path, row, report) {
      if (!isObject(value)) return tellType(report, path, 'an object', value);
      checkFields(fields, value, path, row, report);
    },
    nullInFirst: (rows, path) => nullFields(fields, rows, path),
  };
}

function scalarCheck(type: 'string' | 'bool' | 'int64' | 'float64'): TypeCheck['check'] {
  return (value, path, _row, report) => {
    if (!isScalar(type, value)) tellType(report, path, expected[type], value);
    else if (typeof value === 'string' && loneSurrogate.test(value)) {
      const problem = 'half of a surrogate pair: the text cannot be written as UTF-8';
      report({ rule: 'broken-text', field: path, problem });
    }
  };
}

function isScalar(type: 'string' | 'bool' | 'int64' | 'float64', value: unknown): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'bool') return typeof value === 'boolean';
  return type === 'int64' ? isInt64(value) : isFloat64(value);
}

/** Says whether a value is an object with fields. */
export function isObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
  );
}

function tellType(report: ReportProblem, field: string, wanted: string, value: unknown): void {
  report({ rule: 'column-type', field, problem: `expected ${wanted}, got ${describe(value)}` });
}

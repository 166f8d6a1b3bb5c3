import { pythonFloatText } from './python-float-text.js';
import type { PythonEntry, PythonValue } from './python-value.js';

/**
 * Leaves of entries with equal keys one, as Python does: the first key with the last value. `1`,
 * `1.0` and `True` are equal.
 */
export function mergeEntries(entries: readonly PythonEntry[]): readonly PythonEntry[] {
  const merged = new Map<string, PythonEntry>();
  for (const { key, value } of entries) {
    const identity = identityOf(key);
    merged.set(identity, { key: merged.get(identity)?.key ?? key, value });
  }
  return [...merged.values()];
}

/** Writes a key as `json.dumps` does; `undefined` for one that it refuses. */
export function pythonKeyText(key: PythonValue): string | undefined {
  switch (key.type) {
    case 'str':
      return key.value;
    case 'int':
      return key.digits;
    case 'float':
      return pythonFloatText(key.value);
    case 'bool':
      return String(key.value);
    case 'none':
      return 'null';
    default:
      return undefined;
  }
}

/** Keys of other types than these cannot be written anyway. */
function identityOf(key: PythonValue): string {
  switch (key.type) {
    case 'str':
      return `'${key.value}`;
    case 'int':
      return key.digits;
    case 'bool':
      return key.value ? '1' : '0';
    case 'float':
      return Number.isInteger(key.value) ? BigInt(key.value).toString() : String(key.value);
    default:
      return JSON.stringify(key);
  }
}

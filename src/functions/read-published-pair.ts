import type { IOPair } from '../core/io-pair.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';
import { parsePythonLiteral } from '../values/python-literals/parse-python-literal.js';
import { type CarriedPython, pythonToJson } from '../values/python-literals/python-to-json.js';
import type { PythonSignature } from './read-python-signature.js';

/** A pair, or why it cannot be read. */
export type PublishedPair = { readonly status: 'read'; readonly pair: IOPair } | Unreadable;

interface Unreadable {
  readonly status: 'unreadable';
  /** The place in the pair, such as `.input.sizes[0]`. */
  readonly path: string;
  readonly reason: string;
}

type Resolved<T> = { readonly status: 'resolved'; readonly value: T } | Unreadable;

/**
 * Reads `{ input, output }` as published.
 *
 * @param signature - The parameters of the function, if they are known.
 */
export function readPublishedPair(
  entry: JsonValue,
  signature: PythonSignature | undefined,
): PublishedPair {
  if (!isJsonObject(entry)) return unreadable('', 'not an object');
  const { input: given, output: result } = entry;
  if (given === undefined) return unreadable('.input', 'missing');
  if (result === undefined) return unreadable('.output', 'missing');
  const read = typeof given === 'string' ? readInputText(given) : undefined;
  const isText = read !== undefined && !isTextItself(read, signature);
  const value = isText ? read : resolved(given);
  if (value.status === 'unreadable') return value;
  const input = toInput(value.value, signature);
  if (input.status === 'unreadable') return input;
  const output = isText && typeof result === 'string' ? readOutputText(result) : resolved(result);
  if (output.status === 'unreadable') return output;
  return { status: 'read', pair: { input: input.value, output: output.value } };
}

/** An input that is given as text: the text of JSON, or of a literal of Python. */
function readInputText(text: string): Resolved<JsonValue> {
  try {
    return placed(parseText(text), '.input');
  } catch (error) {
    const problem = (error as SyntaxError).message;
    return unreadable('.input', `neither JSON nor a Python literal: ${problem}`);
  }
}

/** Where inputs are texts of Python, outputs are, too; but `str` writes a text without quotes. */
function readOutputText(text: string): Resolved<JsonValue> {
  try {
    return placed(parseText(text), '.output');
  } catch {
    return resolved(text);
  }
}

function parseText(text: string): CarriedPython {
  try {
    return { status: 'carried', value: parseJson(text) };
  } catch {
    return pythonToJson(parsePythonLiteral(text));
  }
}

function placed(carried: CarriedPython, path: string): Resolved<JsonValue> {
  if (carried.status === 'carried') return resolved(carried.value);
  return unreadable(path + carried.path, `${carried.reason}, which JSON cannot carry`);
}

/** Says whether a text is the value of the only parameter, whatever is written in it. */
function isTextItself(read: Resolved<JsonValue>, signature: PythonSignature | undefined): boolean {
  if (signature === undefined || onlyParameter(signature) === undefined) return false;
  if (read.status === 'unreadable' || !isJsonObject(read.value)) return true;
  const names = [...signature.positional, ...signature.namedOnly].map(({ name }) => name);
  const isNamed = (key: string): boolean => signature.takesMoreNames || names.includes(key);
  return !Object.keys(read.value).every(isNamed);
}

function toInput(value: JsonValue, signature: PythonSignature | undefined): Resolved<JsonObject> {
  if (isJsonObject(value)) return resolved(value);
  if (signature === undefined) {
    return unreadable('.input', 'no object, and the parameters of the function are not known');
  }
  const only = onlyParameter(signature);
  if (only !== undefined) return resolved({ [only]: value });
  if (!Array.isArray(value)) {
    return unreadable('.input', 'a single value, which is not what the function takes');
  }
  const names = signature.positional.map(({ name }) => name);
  const required = countRequired(signature);
  if (value.length < required || value.length > names.length || needsNames(signature)) {
    return unreadable('.input', `a list of ${value.length}, which is not what the function takes`);
  }
  return resolved(Object.fromEntries(value.map((item, index) => [names[index], item])));
}

/** The parameter that can stand alone: there is no other, or none that needs a value. */
function onlyParameter(signature: PythonSignature): string | undefined {
  if (countRequired(signature) > 1 || needsNames(signature)) return undefined;
  return signature.positional[0]?.name;
}

function countRequired({ positional }: PythonSignature): number {
  return positional.filter(({ isRequired }) => isRequired).length;
}

function needsNames({ namedOnly }: PythonSignature): boolean {
  return namedOnly.some(({ isRequired }) => isRequired);
}

function resolved<T>(value: T): Resolved<T> {
  return { status: 'resolved', value };
}

function unreadable(path: string, reason: string): Unreadable {
  return { status: 'unreadable', path, reason };
}

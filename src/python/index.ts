/**
 * The Python sandbox: runs CPython, compiled to WebAssembly and sealed. Needs the optional peer
 * dependency `pyodide`.
 *
 * @packageDocumentation
 */
export type { Language } from '../core/code-function.js';
export type { JsonObject, JsonValue } from '../core/json-value.js';
export type { GuestError } from '../core/verdict.js';
export { SandboxClosedError } from '../errors/sandbox-closed-error.js';
export { SandboxStartError } from '../errors/sandbox-start-error.js';
export type { Outcome, Program, RunOptions, Sandbox } from '../sandbox/sandbox.js';
export { createPythonSandbox, type PythonSandboxOptions } from './create-python-sandbox.js';
export type { PythonLimits } from './python-limits.js';

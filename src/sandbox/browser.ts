/**
 * The sandbox for browsers and other places without worker threads: everything but the pool.
 *
 * @packageDocumentation
 */
export type { Language } from '../core/code-function.js';
export type { JsonObject, JsonValue } from '../core/json-value.js';
export type { GuestError } from '../core/verdict.js';
export { SandboxClosedError } from '../errors/sandbox-closed-error.js';
export { createInProcessSandbox, type InProcessSandboxOptions } from './in-process.js';
export type { SandboxLimits } from './limits.js';
export type { Outcome, Program, RunOptions, Sandbox } from './sandbox.js';

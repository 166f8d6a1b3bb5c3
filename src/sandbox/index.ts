/**
 * The sandbox alone: runs JavaScript and TypeScript in isolation, each call from a pristine state.
 *
 * @packageDocumentation
 */
export type { Language } from '../core/code-function.js';
export type { JsonObject, JsonValue } from '../core/json-value.js';
export type { GuestError } from '../core/verdict.js';
export { SandboxClosedError } from '../errors/sandbox-closed-error.js';
export { SandboxStartError } from '../errors/sandbox-start-error.js';
export { combineSandboxes } from './combine-sandboxes.js';
export { createSandbox, type SandboxOptions } from './create-sandbox.js';
export { createInProcessSandbox, type InProcessSandboxOptions } from './in-process.js';
export type { SandboxLimits } from './limits.js';
export type { Outcome, Program, RunOptions, Sandbox } from './sandbox.js';

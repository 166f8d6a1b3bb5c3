/**
 * Conversations as rows for trainers, and files of rows.
 *
 * @packageDocumentation
 */
export { DataFileError } from '../errors/data-file-error.js';
export { NotRepresentableError } from '../errors/not-representable-error.js';
export { readJsonl } from './read-jsonl.js';
export { type CodeIORow, toCodeIO } from './to-codeio.js';
export { defaultJoinTemplate, type JoinedRow, type JoinTemplate, toJoined } from './to-joined.js';
export { writeJsonl } from './write-jsonl.js';

import { createHash } from 'node:crypto';
import { stringifyJson } from './stringify-json.js';

/**
 * Hashes the canonical text of a JSON value: the same content gives the same id on every machine.
 *
 * @returns The first 32 hexadecimal digits (128 bits) of its SHA-256.
 */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(stringifyJson(value, { sortKeys: true }))
    .digest('hex')
    .slice(0, 32);
}

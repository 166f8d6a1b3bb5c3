import { createHash } from 'node:crypto';
import type { SyntheticMessage } from './synthetic-answer.js';

/** Names a request by the texts of its messages, as the load server counts them. */
export function promptKey(messages: readonly SyntheticMessage[]): string {
  const texts = messages.map(({ role, content }) => [role, content]);
  return createHash('sha1').update(JSON.stringify(texts)).digest('hex');
}

import { z } from 'zod';
import type { JsonValue } from '../core/json-value.js';
import { isJsonObject } from '../values/is-json-object.js';
import { Refusal } from './refusal.js';

/** One reply that is to be scored, as it comes over HTTP. */
export interface ScoreRequest {
  /** What `toRewardSpec` wrote. */
  readonly ground_truth: string;
  /** The reply of the model. */
  readonly response: string;
  /** Whether what the model may be told is wanted, too. */
  readonly feedback?: boolean | undefined;
}

const scoreRequestSchema = z.strictObject({
  ground_truth: z.string(),
  response: z.string(),
  feedback: z.boolean().optional(),
});

/**
 * Checks one reply that is to be scored.
 *
 * @param place - What comes before the names of its fields in an error.
 * @throws Refusal naming the field.
 */
export function readScoreRequest(value: JsonValue | undefined, place = ''): ScoreRequest {
  const checked = scoreRequestSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const names = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : (issue?.path ?? []);
  const field = [...(place === '' ? [] : [place]), ...names.map(String)].join('.') || 'body';
  const message = `${field} is not valid: ${issue?.message ?? 'it is of the wrong type'}`;
  throw new Refusal({ statusCode: 400, message, field });
}

/**
 * Gets the replies out of the body of a batch. They are not looked into: a wrong one fails alone.
 *
 * @throws Refusal naming the field.
 */
export function readBatch(body: JsonValue, maxBatchSize: number): readonly JsonValue[] {
  const items = isJsonObject(body) && Object.hasOwn(body, 'items') ? body.items : undefined;
  if (!Array.isArray(items)) {
    const message = 'items is not valid: expected an array of replies to score';
    throw new Refusal({ statusCode: 400, message, field: 'items' });
  }
  if (items.length > maxBatchSize) {
    const message = `items holds ${items.length} replies, at most ${maxBatchSize} are taken at once`;
    throw new Refusal({ statusCode: 413, message, field: 'items' });
  }
  return items as readonly JsonValue[];
}

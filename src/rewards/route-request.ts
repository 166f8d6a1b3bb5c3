import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { JsonValue } from '../core/json-value.js';
import { receiveJson } from './receive-json.js';
import { Refusal } from './refusal.js';
import { readBatch } from './score-request.js';
import type { RequestScorer } from './score-requests.js';
import type { ResolvedServerLimits } from './server-limits.js';

/** What the routes of a reward server work with. */
export interface RouteContext {
  readonly scorer: RequestScorer;
  readonly limits: ResolvedServerLimits;
  /** What `GET /health` says. */
  readonly health: () => object;
  /** Takes one of the places for requests that are worked on, or says that there is none. */
  readonly takePlace: () => (() => void) | undefined;
  /** Comes when the server closes. */
  readonly closing: AbortSignal;
}

const methods: ReadonlyMap<string, string> = new Map([
  ['/health', 'GET'],
  ['/score', 'POST'],
  ['/scores', 'POST'],
]);

/**
 * Answers a request.
 *
 * @param gone - Comes when the client has left.
 * @returns The body of the answer.
 * @throws Refusal, or what went wrong with the scoring.
 */
export async function routeRequest(
  request: IncomingMessage,
  gone: AbortSignal,
  context: RouteContext,
): Promise<object> {
  const path = request.url?.split('?')[0] ?? '';
  const method = methods.get(path);
  if (method === undefined) {
    const message = `there is only ${[...methods.keys()].join(', ')}`;
    throw new Refusal({ statusCode: 404, message });
  }
  if (request.method !== method) {
    const message = `${path} takes ${method} requests`;
    throw new Refusal({ statusCode: 405, message, headers: { allow: method } });
  }
  if (path === '/health') return context.health();

  const { limits, closing } = context;
  const leavePlace = context.takePlace();
  if (leavePlace === undefined) {
    const message = `${limits.maxConcurrentRequests} requests are being worked on already`;
    throw new Refusal({ statusCode: 503, message, headers: { 'retry-after': '1' } });
  }
  try {
    const body = await receiveJson(request, limits.maxBodyBytes, closing);
    return await scoreBody(path === '/scores', body, gone, context);
  } finally {
    leavePlace();
  }
}

async function scoreBody(
  isBatch: boolean,
  body: JsonValue,
  gone: AbortSignal,
  { scorer, limits }: RouteContext,
): Promise<object> {
  const items = isBatch ? readBatch(body, limits.maxBatchSize) : [];
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort(`it was not scored within ${limits.scoreTimeoutMs} ms`);
  }, limits.scoreTimeoutMs);
  const signal = AbortSignal.any([gone, timeout.signal]);
  // Every reply of a batch listens to it, which Node.js would take for a leak.
  setMaxListeners(0, signal);
  try {
    return isBatch
      ? { results: await scorer.scoreMany(items, signal) }
      : await scorer.scoreOne(body, signal);
  } finally {
    clearTimeout(timer);
  }
}

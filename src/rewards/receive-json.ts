import type { IncomingMessage } from 'node:http';
import type { JsonValue } from '../core/json-value.js';
import { parseJson } from '../values/parse-json.js';
import { Refusal } from './refusal.js';

/**
 * Receives the body of a request and reads it as JSON.
 *
 * @param stop - Gives up waiting for the rest of the body.
 * @throws Refusal for a body that is too long, not JSON, or not sent as JSON.
 */
export async function receiveJson(
  request: IncomingMessage,
  maxBodyBytes: number,
  stop: AbortSignal,
): Promise<JsonValue> {
  requireJsonType(request);
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBodyBytes) throw tooLong(maxBodyBytes);
  const body = await receiveBody(request, maxBodyBytes, stop);
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const message = `the body is not JSON: ${(error as Error).message}`;
    throw new Refusal({ statusCode: 400, message });
  }
}

function requireJsonType({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const encoding = headers['content-encoding'] ?? 'identity';
  if (type === 'application/json' && encoding === 'identity') return;
  const message = 'send the body as application/json, not compressed';
  throw new Refusal({ statusCode: 415, message });
}

function receiveBody(
  request: IncomingMessage,
  maxBodyBytes: number,
  stop: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const leave = (): void => {
      stop.removeEventListener('abort', giveUp);
      request.off('data', take).off('end', finish).off('error', fail).pause();
    };
    const fail = (reason: Error): void => {
      leave();
      reject(reason);
    };
    const finish = (): void => {
      leave();
      resolve(Buffer.concat(chunks));
    };
    const giveUp = (): void => {
      const message = 'the server is closing';
      fail(new Refusal({ statusCode: 503, message, headers: { connection: 'close' } }));
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBodyBytes) fail(tooLong(maxBodyBytes));
      else chunks.push(chunk);
    };
    request.on('data', take).on('end', finish).on('error', fail);
    if (stop.aborted) giveUp();
    else stop.addEventListener('abort', giveUp, { once: true });
  });
}

/**
 * Throws away what has not been received of a request, so that a client that is still sending
 * gets to read the answer. Ends early after `maxBytes`.
 */
export function discardRest(
  request: IncomingMessage,
  maxBytes: number,
  stop: AbortSignal,
): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let length = 0;
    const finish = (): void => {
      stop.removeEventListener('abort', finish);
      request.off('data', drop).off('end', finish).off('close', finish).pause();
      resolve();
    };
    const drop = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBytes) finish();
    };
    // An error of the connection is no news any more; its end comes as `close`.
    request.on('error', () => {});
    request.on('data', drop).on('end', finish).on('close', finish).resume();
    if (stop.aborted) finish();
    else stop.addEventListener('abort', finish, { once: true });
  });
}

function tooLong(maxBodyBytes: number): Refusal {
  const message = `the body is longer than ${maxBodyBytes} bytes`;
  return new Refusal({ statusCode: 413, message });
}

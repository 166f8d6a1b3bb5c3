import type { ServerResponse } from 'node:http';
import { SandboxClosedError } from '../errors/sandbox-closed-error.js';
import { Refusal } from './refusal.js';
import { describeFailure } from './score-requests.js';

interface SendOptions {
  /** Whether the connection is closed with this answer. */
  readonly isLast: boolean;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends an answer; does nothing when the client has left. Resolves when it is on its way. */
export async function sendJson(
  response: ServerResponse,
  statusCode: number,
  body: object,
  { isLast, headers = {} }: SendOptions,
): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(statusCode, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(isLast && { connection: 'close' }),
    ...headers,
  });
  await new Promise<void>((resolve) => {
    response.once('finish', resolve).once('close', resolve).end(text);
  });
}

/** Sends why there is no score. */
export async function sendFailure(
  response: ServerResponse,
  error: unknown,
  options: SendOptions,
): Promise<void> {
  const { statusCode, headers } = failureStatus(error);
  await sendJson(response, statusCode, { error: describeFailure(error) }, { ...options, headers });
}

function failureStatus(error: unknown): Pick<Refusal, 'statusCode' | 'headers'> {
  if (error instanceof Refusal) return error;
  return { statusCode: error instanceof SandboxClosedError ? 503 : 500, headers: {} };
}

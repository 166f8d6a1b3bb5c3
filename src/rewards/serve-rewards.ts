import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { discardRest } from './receive-json.js';
import { refuseStrangers } from './refuse-strangers.js';
import { requireScoring } from './reply-score.js';
import { type RouteContext, routeRequest } from './route-request.js';
import type { ScoreReplyOptions } from './score-reply.js';
import { createRequestScorer } from './score-requests.js';
import { sendFailure, sendJson } from './send-answer.js';
import { type RewardServerLimits, resolveServerLimits } from './server-limits.js';

/** How rewards are served: how replies are scored, where the server listens, what it takes on. */
export interface ServeRewardsOptions
  extends Omit<ScoreReplyOptions, 'signal' | 'feedback'>,
    RewardServerLimits {
  /**
   * The address to listen at. Anybody who reaches it can have code run in the sandbox.
   * @defaultValue '127.0.0.1', which only this machine reaches
   */
  readonly host?: string | undefined;
  /**
   * The port to listen at; 0 takes a free one.
   * @defaultValue 0
   */
  readonly port?: number | undefined;
  /**
   * Names under which clients may reach the server, besides `localhost`, `host` and addresses.
   * Requests for other names are refused.
   * @defaultValue none
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Closes the server, as `close` does. */
  readonly signal?: AbortSignal | undefined;
}

/** A server that is listening. */
export interface RewardServer extends AsyncDisposable {
  /** Where it is reached, such as `http://127.0.0.1:8377`. */
  readonly url: string;
  /** Takes no more requests, finishes those that are being scored, and closes all connections. */
  close(): Promise<void>;
}

/**
 * Serves rewards over HTTP to trainers that are written in other languages: JSON in, score and
 * verdict out.
 *
 * - `POST /score` takes `{ ground_truth, response, feedback? }` and answers with a `ReplyScore`.
 *   What is not as expected is answered with 400 and `{ error: { message, field } }`.
 * - `POST /scores` takes `{ items: [...] }` and answers with `{ results: [...] }`, in the same order.
 *   An item that fails says so in its place, `{ score: null, status: 'error', error }`, and leaves
 *   its neighbours alone.
 * - `GET /health` says that the server is there, and which languages it runs.
 *
 * `ground_truth` is the text that `toRewardSpec` makes. A reply that could not be verified has the
 * score null and the status `unverifiable`; it is for the client to decide what becomes of it.
 *
 * Requests of web pages are refused. The sandbox stays the caller's: close it after the server.
 *
 * @example
 * ```ts
 * await using sandbox = createSandbox();
 * await using server = await serveRewards({ sandbox, port: 8377 });
 * ```
 *
 * @throws TypeError naming an option that is not as expected; what Node.js throws when it cannot
 * listen.
 */
export async function serveRewards(options: ServeRewardsOptions): Promise<RewardServer> {
  const { host = '127.0.0.1', allowedHosts = [], signal, sandbox } = options;
  const limits = resolveServerLimits(options);
  const port = requireInteger('port', options.port ?? 0, 0, 65_535);
  if (typeof sandbox?.run !== 'function') throw optionError('sandbox', 'a sandbox', sandbox);
  requireScoring(options.scores ?? {});
  signal?.throwIfAborted();

  const names = ['localhost', host, ...allowedHosts].map((name) => name.toLowerCase());
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const working = new Set<Promise<void>>();
  let places = limits.maxConcurrentRequests;
  const context: RouteContext = {
    limits,
    scorer: createRequestScorer(options),
    closing: closing.signal,
    health: () => ({ status: 'ok', languages: sandbox.languages }),
    takePlace() {
      if (places === 0) return undefined;
      places--;
      return () => {
        places++;
      };
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.on('close', () => gone.abort('the client has left'));
    try {
      refuseStrangers(request.headers, names);
      const body = await routeRequest(request, gone.signal, context);
      await sendJson(response, 200, body, { isLast: closing.signal.aborted });
    } catch (error) {
      await discardRest(request, 4 * limits.maxBodyBytes, closing.signal);
      await sendFailure(response, error, { isLast: closing.signal.aborted || !request.complete });
    }
  };

  const server = createServer(
    {
      requestTimeout: limits.receiveTimeoutMs,
      headersTimeout: limits.receiveTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, Math.ceil(limits.receiveTimeoutMs / 2)),
    },
    (request, response) => {
      const work = handle(request, response).finally(() => working.delete(work));
      working.add(work);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

  let closed: Promise<void> | undefined;
  const shutDown = async (): Promise<void> => {
    signal?.removeEventListener('abort', close);
    closing.abort();
    const end = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all(working);
    server.closeAllConnections();
    await end;
  };
  function close(): Promise<void> {
    closed ??= shutDown();
    return closed;
  }
  signal?.addEventListener('abort', close);
  return {
    url: urlOf(server.address() as AddressInfo),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function urlOf({ address, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BatchRequest } from '../../src/generation/to-batch-requests.js';

/** A row of a response file; those with an `error`, or no good status, go to the error file. */
export interface ServedLine {
  readonly custom_id: string;
  readonly response?: { readonly status_code: number; readonly body: unknown } | null;
  readonly error?: unknown;
}

export interface BatchServer extends AsyncDisposable {
  readonly baseURL: string;
  /** The lines of all files that were uploaded. */
  readonly requests: BatchRequest[];
  /** The ids of the batches that were cancelled. */
  readonly cancelled: string[];
}

/**
 * Starts a server with OpenAI's files and batches on 127.0.0.1. A batch is in progress when it is
 * first looked at, and completed from then on.
 */
export async function startBatchServer(
  respond: (request: BatchRequest) => ServedLine | undefined,
): Promise<BatchServer> {
  const requests: BatchRequest[] = [];
  const cancelled: string[] = [];
  const files = new Map<string, string>();
  const looks = new Map<string, number>();

  const route = async (path: string, request: IncomingMessage): Promise<unknown> => {
    const body = await readBody(request);
    const [, kind, id = '', action] = path.split('/').slice(1);
    if (kind === 'files' && action === 'content') return files.get(id);
    if (kind === 'files') {
      const lines = body.split('\n').filter((line) => line.startsWith('{'));
      requests.push(...lines.map((line) => JSON.parse(line) as BatchRequest));
      return { id: 'file-in', object: 'file', bytes: body.length, created_at: 1, filename: 'b' };
    }
    const batch = { id: 'batch_1', object: 'batch', created_at: 1_735_689_600 };
    if (action === 'cancel') cancelled.push(id);
    if (request.method === 'POST') return { ...batch, status: 'validating' };
    const look = (looks.get(id) ?? 0) + 1;
    looks.set(id, look);
    const counts = { total: requests.length, completed: 0, failed: 0 };
    if (look === 1) return { ...batch, status: 'in_progress', request_counts: counts };
    const lines = requests.flatMap((one) => respond(one) ?? []);
    const good = lines.filter(({ response }) => response?.status_code === 200);
    const bad = lines.filter((line) => !good.includes(line));
    files.set('file-out', toJsonl(good)).set('file-errors', toJsonl(bad));
    return {
      ...batch,
      status: 'completed',
      output_file_id: 'file-out',
      error_file_id: bad.length > 0 ? 'file-errors' : null,
      request_counts: { total: requests.length, completed: good.length, failed: bad.length },
    };
  };

  const server = createServer(async (request, response) => {
    const answer = await route(request.url ?? '', request);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests,
    cancelled,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function toJsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

import { request } from 'node:http';
import { connect } from 'node:net';

/** All that an answer may hold. */
interface AnswerBody {
  readonly score: number | null;
  readonly status: string;
  readonly detail: string;
  readonly feedback: string;
  readonly error: { readonly message: string; readonly field?: string };
  readonly results: readonly AnswerBody[];
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AnswerBody;
}

/** Sends a request as it is given, also such as `fetch` would not send. */
export function ask(
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string | Buffer;
  } = {},
): Promise<Answer> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = options;
  const headers = { 'content-type': 'application/json', ...options.headers };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body: text === '' ? undefined : JSON.parse(text) });
      });
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Posts a value as JSON. */
export function post(url: string, value: unknown): Promise<Answer> {
  return ask(url, { body: JSON.stringify(value) });
}

/** Writes bytes to the port of a server and returns all that comes back until the connection ends. */
export function writeRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

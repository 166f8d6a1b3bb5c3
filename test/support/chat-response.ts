import type { ServerResponse } from 'node:http';

/** Sends a complete answer. */
export function sendChat(
  response: ServerResponse,
  text: string,
  finishReason: 'stop' | 'length',
  request: string,
): void {
  const [asked, told] = [tokens(request), tokens(text)];
  const usage = `{"prompt_tokens":${asked},"completion_tokens":${told},"total_tokens":${asked + told}}`;
  const message = `{"role":"assistant","content":${JSON.stringify(text)}}`;
  const choice = `{"index":0,"message":${message},"finish_reason":"${finishReason}"}`;
  const head = '"id":"chatcmpl-1","object":"chat.completion","created":1735689600,"model":"load"';
  send(response, 200, `{${head},"choices":[${choice}],"usage":${usage}}`);
}

/** Sends the beginning of an answer and closes the connection. */
export function sendTornChat(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 });
  response.write('{"id":"chatcmpl-1","choices":[{"index":0,"message":{"role":"assi');
  // The client is to have read the beginning.
  setTimeout(() => response.destroy(), 20);
}

/** Sends an error as providers do. */
export function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify({ error: { message } }), headers);
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  // With its length given, a body needs no chunks, which cost the client more to read.
  const length = Buffer.byteLength(body);
  const own = { 'content-type': 'application/json', 'content-length': length };
  response.writeHead(status, { ...own, ...headers });
  response.end(body);
}

/** The number of tokens of a text, about. */
function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}

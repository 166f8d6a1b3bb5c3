import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One chat message as it arrives over HTTP. */
export interface ServedMessage {
  readonly role: string;
  readonly content: string | readonly { readonly text?: string }[];
}

/** How the server treats one request. */
export type ServedReply =
  | {
      readonly text: string;
      readonly reasoning?: string;
      readonly finishReason?: 'stop' | 'length' | 'content_filter';
    }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Never answers. */
  | 'hang'
  /** Closes the connection in the middle of the body. */
  | 'cut-off';

export interface OpenAIServer extends AsyncDisposable {
  readonly baseURL: string;
  /** The bodies of all requests, in order. */
  readonly requests: { readonly model: string; readonly messages: readonly ServedMessage[] }[];
}

/** Starts an OpenAI-compatible chat server on 127.0.0.1. */
export async function startOpenAIServer(
  respond: (messages: readonly ServedMessage[], requestNumber: number) => ServedReply,
): Promise<OpenAIServer> {
  const requests: OpenAIServer['requests'] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readBody(request)) as OpenAIServer['requests'][number];
    const messages = body.messages ?? (body as { input?: ServedMessage[] }).input ?? [];
    requests.push({ ...body, messages });
    const isResponsesApi = request.url?.endsWith('/responses') ?? false;
    answer(response, body.model, respond(messages, requests.length), isResponsesApi);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests,
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

function answer(
  response: ServerResponse,
  model: string,
  reply: ServedReply,
  isResponsesApi: boolean,
): void {
  if (reply === 'hang') return;
  if (reply === 'cut-off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10000' });
    response.write('{"id":"chatcmpl-1","choices":[{"index":0,"message":{"role":"assi');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body ?? JSON.stringify({ error: { message: 'served failure' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(isResponsesApi ? responsesBody(model, reply) : chatBody(model, reply)),
  );
}

type TextReply = Extract<ServedReply, { text: string }>;

function chatBody(model: string, { text, finishReason = 'stop' }: TextReply): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_735_689_600,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content: text }, finish_reason: finishReason },
    ],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
  };
}

/** OpenAI's newer API, the one that returns reasoning apart from the text. */
function responsesBody(model: string, { text, reasoning }: TextReply): unknown {
  const summary = [{ type: 'summary_text', text: reasoning ?? '' }];
  const content = [{ type: 'output_text', text, annotations: [] }];
  return {
    id: 'resp_1',
    created_at: 1_735_689_600,
    model,
    output: [
      ...(reasoning === undefined ? [] : [{ type: 'reasoning', id: 'rs_1', summary }]),
      { type: 'message', role: 'assistant', id: 'msg_1', content },
    ],
    usage: {
      input_tokens: 11,
      input_tokens_details: { cached_tokens: 4 },
      output_tokens: 7,
      output_tokens_details: { reasoning_tokens: 5 },
    },
  };
}

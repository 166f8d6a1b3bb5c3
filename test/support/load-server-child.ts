/** The process of the load server; started by `load-server.ts`, tells its port over IPC. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChatService } from './chat-service.js';
import type { LoadServerOptions } from './load-server-options.js';
import { createRequestRecord } from './request-record.js';

const record = createRequestRecord();
let serveChat = createChatService(JSON.parse(process.argv[2] ?? '{}'), record);

const server = createServer(async (request, response) => {
  const body = await readBody(request);
  if (request.url === '/v1/chat/completions') return serveChat(body, response);
  const content = control(`${request.method} ${request.url}`, body);
  response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content ?? 'no such thing'));
});
// The client is to close connections: one that goes just as a request comes would be a fault more.
server.keepAliveTimeout = 0;
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', 4096, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit());

function control(command: string, body: string): unknown {
  switch (command) {
    case 'GET /stats':
      return record.stats();
    case 'GET /prompts':
      return record.prompts();
    case 'DELETE /stats':
      record.reset();
      return {};
    case 'PUT /options':
      serveChat = createChatService(JSON.parse(body) as LoadServerOptions, record);
      return {};
    default:
      return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

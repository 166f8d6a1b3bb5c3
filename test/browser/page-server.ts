import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import type { PageReport } from './page.js';

/** Bundles the page's script as any bundler would for a browser. */
export function bundlePage(): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
}

/** A server of one page. */
export interface PageServer extends AsyncDisposable {
  readonly url: string;
  /** What the page has sent. */
  readonly report: Promise<PageReport>;
}

/**
 * Serves a page with a script, and the interpreter's WebAssembly beside it, on 127.0.0.1.
 *
 * @param wasmType - The content type of the WebAssembly, which not every server gets right.
 */
export async function servePage(script: string, wasmType: string): Promise<PageServer> {
  const wasm = await readWasm();
  let receive: (report: PageReport) => void = () => {};
  const report = new Promise<PageReport>((resolve) => {
    receive = resolve;
  });
  const html = '<!doctype html><script type="module" src="/page.js"></script>';
  const server = createServer(async (request, response) => {
    switch (request.url) {
      case '/':
        return send(response, 'text/html', html);
      case '/page.js':
        return send(response, 'text/javascript', script);
      case '/emscripten-module.wasm':
        return send(response, wasmType, wasm);
      case '/report':
        receive(JSON.parse(await text(request)) as PageReport);
        return send(response, 'text/plain', '');
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    report,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

/** Finds the file where the interpreter's package is installed, which is not for us to know. */
function readWasm(): Promise<Uint8Array> {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(`${dirname(ours.resolve('quickjs-emscripten'))}/`);
  return readFile(theirs.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
}

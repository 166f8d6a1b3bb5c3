import { randomUUID } from 'node:crypto';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Canary } from './attack.js';

/** Things of the host that no guest may touch, and a look at whether one has. */
export interface Canaries extends AsyncDisposable {
  readonly told: Canary;
  /** The secret that lies in a file and in an environment variable. */
  readonly secret: string;
  /** Lists what was touched. */
  findTouched(this: void): Promise<string[]>;
}

const secretName = 'secret.txt';

/** Lays out a secret file, a secret variable and a server that wants no visitors. */
export async function layOutCanaries(): Promise<Canaries> {
  const secret = randomUUID();
  const folder = await mkdtemp(join(tmpdir(), 'codeio-canary-'));
  const secretFile = join(folder, secretName);
  const markerFile = join(folder, 'marker');
  await writeFile(secretFile, secret);
  const variable = 'CODEIO_CANARY';
  process.env[variable] = secret;
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folders = await readdir('/').catch(() => []);

  return {
    told: { folder, secretFile, markerFile, variable, port },
    secret,
    async findTouched() {
      const touched: string[] = [];
      if (connections > 0) touched.push('the server');
      if (process.env[variable] !== secret) touched.push('the environment');
      const isMarked = await access(markerFile).then(
        () => true,
        () => false,
      );
      if (isMarked) touched.push('the marker');
      if ((await readdir(folder)).join() !== secretName) touched.push('the folder');
      if ((await readFile(secretFile, 'utf8')) !== secret) touched.push('the secret');
      if ((await readdir('/').catch(() => [])).join() !== folders.join()) touched.push('the root');
      return touched;
    },
    async [Symbol.asyncDispose]() {
      delete process.env[variable];
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

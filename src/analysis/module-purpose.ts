const networkModules = new Set(
  [
    'http https http2 net tls dgram dns inspector axios node-fetch cross-fetch isomorphic-fetch',
    'undici got ky ws request superagent needle socket.io socket.io-client express fastify koa',
    'nodemailer puppeteer playwright',
  ].flatMap((line) => line.split(' ')),
);
const inputOutputModules = new Set(
  [
    'fs fs-extra graceful-fs readline child_process process os tty worker_threads cluster repl',
    'console stream glob globby fast-glob rimraf mkdirp chokidar inquirer prompts prompt-sync',
    'readline-sync dotenv shelljs execa cross-spawn',
  ].flatMap((line) => line.split(' ')),
);

/** What a module is for, as far as its name tells. */
export type ModulePurpose = 'network' | 'input-output' | 'unknown';

/** Tells from its name what a module is for: `node:fs/promises` is for input and output. */
export function modulePurpose(specifier: string): ModulePurpose {
  const [name = ''] = specifier.replace(/^node:/, '').split('/', 1);
  if (networkModules.has(name)) return 'network';
  return inputOutputModules.has(name) ? 'input-output' : 'unknown';
}

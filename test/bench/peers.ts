import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Row } from './table.js';

const cache = fileURLToPath(new URL('../../node_modules/.cache/codeio-bench/', import.meta.url));
const child = fileURLToPath(new URL('peers-child.ts', import.meta.url));
const run = promisify(execFile);

/** What is installed for the comparison, each in a folder of its own. */
const peers = {
  sebastianwessel: [
    '@sebastianwessel/quickjs@3.1.0',
    '@jitl/quickjs-ng-wasmfile-release-sync@0.32.0',
  ],
  run: ['run@2.1.5'],
  'isolated-vm': ['isolated-vm@7.0.1'],
} as const;

/** The name of a package that is compared. */
type PeerName = keyof typeof peers;
/** The folders in which packages were installed. */
export type PeerFolders = Readonly<Partial<Record<PeerName, string>>>;

/**
 * Compares the sandbox with other packages, all in one process of Node.js 24, since some of them
 * are there for it alone. What cannot be installed is skipped, with the reason.
 */
export async function measurePeers(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const attempt = async (
    name: string,
    packages: readonly string[],
  ): Promise<string | undefined> => {
    try {
      return await install(name, packages);
    } catch (error) {
      rows.push({ what: packages[0] ?? name, figure: `skipped: ${reason(error)}` });
      return undefined;
    }
  };
  const node = await attempt('node', [`node-${process.platform}-${process.arch}@24`]);
  const binary = `${node}/node-${process.platform}-${process.arch}/bin/node`;
  const folders: Record<string, string | undefined> = {};
  for (const [name, packages] of Object.entries(peers)) {
    folders[name] = await attempt(name, packages);
  }
  const { stdout } = await run(
    node === undefined ? process.execPath : binary,
    // isolated-vm asks for the first.
    [
      '--no-node-snapshot',
      '--no-warnings',
      '--import',
      import.meta.resolve('tsx'),
      child,
      JSON.stringify(folders),
    ],
  );
  return [...(JSON.parse(stdout) as Row[]), ...rows];
}

/** Installs packages unless they are there. @returns Their `node_modules`. */
async function install(name: string, packages: readonly string[]): Promise<string> {
  const folder = `${cache}${[name, ...packages].join('+').replaceAll('/', '-')}`;
  const modules = `${folder}/node_modules`;
  if (existsSync(`${modules}/.package-lock.json`)) return modules;
  mkdirSync(folder, { recursive: true });
  // What is compiled comes along in the packages; they have nothing to set up.
  const options = ['--prefix', folder, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options, ...packages], { timeout: 120_000 });
  return modules;
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (/npm error .*/.exec(text)?.[0] ?? text.split('\n')[0] ?? '').slice(0, 80);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--no-first-run',
];
/** What Chromium gets to end by itself. */
const closingMs = 5000;

/** A Chromium that shows one page. */
export interface Chromium extends AsyncDisposable {
  /** Rejects, with what it printed, when it ends before it is closed. */
  readonly untimelyEnd: Promise<never>;
}

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, or one of its usual names in `PATH`. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const usual = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...usual].find((path) => path && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Opens a page in a headless Chromium with a profile of its own. */
export async function openInChromium(path: string, url: string): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'codeio-chromium-'));
  // A group of its own, so that none of its processes outlives it.
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`, url], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed = (printed + chunk).slice(-4000);
  });
  const end = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      printed += error.message;
      resolve();
    });
    child.on('close', () => resolve());
  });
  const untimelyEnd = end.then((): never => {
    throw new Error(`Chromium has ended: ${printed}`);
  });
  // When it is closed in the end, that is no news to anybody.
  untimelyEnd.catch(() => {});
  return {
    untimelyEnd,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => killGroup(child), closingMs);
      await end;
      clearTimeout(impatience);
      killGroup(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // There is nobody left in it.
  }
}

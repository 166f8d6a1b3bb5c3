import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalLockedError } from '../../src/errors/journal-locked-error.js';
import { lockJournal } from '../../src/journal/journal-lock.js';
import { projectRoot } from '../support/run-command.js';
import { createFolder } from './support/journal-file.js';

/** A number that no process has: more than Linux ever gives out. */
const nobody = 2 ** 22 + 1;
const gone = {
  pid: nobody,
  host: hostname(),
  since: '2026-01-01T00:00:00.000Z',
  token: '00000000-0000-4000-8000-000000000001',
};

async function refusal(attempt: Promise<unknown>): Promise<JournalLockedError> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(JournalLockedError);
  return error as JournalLockedError;
}

describe('the lock of a journal', () => {
  it('is held once at a time, also within one process', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const lock = await lockJournal(file);
    const { pid, host, code, message } = await refusal(lockJournal(file));
    expect({ pid, host, code }).toEqual({
      pid: process.pid,
      host: hostname(),
      code: 'journal-locked',
    });
    expect(message).toMatch(
      /run\.jsonl: is being written by process \d+ on .+ since \d{4}-.+ delete .+run\.jsonl\.lock/,
    );
    await lock.release();
    await (await lockJournal(file)).release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is one for all names of a file', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeFile(file, '');
    await symlink(file, join(folder.path, 'latest.jsonl'));
    const lock = await lockJournal(file);
    await refusal(lockJournal(join(folder.path, 'latest.jsonl')));
    await lock.release();
  });

  it('is left alone by one who has lost it', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const lock = await lockJournal(file);
    await writeFile(`${file}.lock`, JSON.stringify(gone));
    await lock.release();
    expect(JSON.parse(await readFile(`${file}.lock`, 'utf8'))).toEqual(gone);
  });

  it('of another machine is respected', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeFile(`${file}.lock`, JSON.stringify({ ...gone, host: 'elsewhere' }));
    const { message } = await refusal(lockJournal(file));
    expect(message).toContain(`by process ${nobody} on elsewhere since 2026-01-01`);
    expect(message).toContain(`If that process is gone, delete ${file}.lock`);
    expect(await readdir(folder.path)).toEqual(['run.jsonl.lock']);
  });

  it.each(['', 'null', '{}', 'not JSON', '{"token":"../../elsewhere"}'])(
    'that reads %j is respected',
    async (text) => {
      await using folder = await createFolder();
      const file = join(folder.path, 'run.jsonl');
      await writeFile(`${file}.lock`, text);
      await refusal(lockJournal(file));
      expect(await readFile(`${file}.lock`, 'utf8')).toBe(text);
    },
  );
});

describe('the lock of a process that is gone', () => {
  it('is taken over by exactly one, however many try at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await using folder = await createFolder();
      const file = join(folder.path, 'run.jsonl');
      await writeFile(`${file}.lock`, JSON.stringify(gone));
      const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockJournal(file)));
      const held = attempts.filter((attempt) => attempt.status === 'fulfilled');
      expect(held.length).toBe(1);
      await refusal(lockJournal(file));
      expect(await readdir(folder.path)).toEqual(['run.jsonl.lock']);
      await held[0]?.value.release();
      expect(await readdir(folder.path)).toEqual([]);
    }
  });

  it('is taken over also from one who was killed while taking it over', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeFile(`${file}.lock`, JSON.stringify(gone));
    const second = { ...gone, token: gone.token.replace(/1$/, '2') };
    await writeFile(`${file}.lock.after-${gone.token}`, JSON.stringify(second));
    const lock = await lockJournal(file);
    await refusal(lockJournal(file));
    expect(await readdir(folder.path)).toEqual(['run.jsonl.lock']);
    await lock.release();
  });

  it('is not taken over while another, who lives, is taking it over', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeFile(`${file}.lock`, JSON.stringify(gone));
    const living = { ...gone, pid: process.pid, token: gone.token.replace(/1$/, '2') };
    await writeFile(`${file}.lock.after-${gone.token}`, JSON.stringify(living));
    expect((await refusal(lockJournal(file))).pid).toBe(process.pid);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over when its number belongs to another process by now',
    async () => {
      await using folder = await createFolder();
      const file = join(folder.path, 'run.jsonl');
      const reused = { ...gone, pid: process.pid, startedAt: '1' };
      await writeFile(`${file}.lock`, JSON.stringify(reused));
      await (await lockJournal(file)).release();
    },
  );

  it.runIf(process.platform === 'linux')(
    'is taken over before the parent of the process has noticed',
    async () => {
      await using folder = await createFolder();
      const file = join(folder.path, 'run.jsonl');
      // What the shell becomes never asks for the child that the shell had started.
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60']);
      try {
        const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
        await writeFile(`${file}.lock`, JSON.stringify({ ...gone, pid: Number(pid) }));
        const lock = await expect
          .poll(() => lockJournal(file).catch(() => undefined), { timeout: 20_000 })
          .toBeDefined()
          .then(() => readFile(`${file}.lock`, 'utf8'));
        expect(JSON.parse(lock)).toMatchObject({ pid: process.pid });
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  it('is held while the process lives, and free at once when it is killed', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const script = `
      import { lockJournal } from './src/journal/journal-lock.ts';
      await lockJournal(${JSON.stringify(file)});
      process.stdout.write('locked');
      setInterval(() => {}, 1000);
    `;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const closed = once(child, 'close');
    try {
      await once(child.stdout, 'data');
      expect((await refusal(lockJournal(file))).pid).toBe(child.pid);
    } finally {
      child.kill('SIGKILL');
      await closed;
    }
    await (await lockJournal(file)).release();
  });
});

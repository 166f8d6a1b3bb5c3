import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeScoreFile } from '../../../src/formats/reinforcement/compute-score-file.js';
import { runCommand } from '../../support/run-command.js';

/** Says whether there is a Python that the file is written for. */
export function hasPython(): boolean {
  const ask = 'import sys; sys.exit(0 if sys.version_info >= (3, 9) else 1)';
  return spawnSync('python3', ['-c', ask]).status === 0;
}

/** A folder with the file, in which scripts import it. */
export interface PythonFolder extends AsyncDisposable {
  readonly path: string;
  /** Runs a script and returns what it passes to `show`, one value a call. */
  run(script: string, env?: Record<string, string>): Promise<unknown[]>;
}

const preamble = `
import asyncio, json
import compute_score as codeio
def show(value): print(json.dumps(value))
def failure(work):
    try: return work()
    except Exception as error: return type(error).__name__ + ": " + str(error)
`;

/** Makes a folder with the file. */
export async function makePythonFolder(): Promise<PythonFolder> {
  const path = await mkdtemp(join(tmpdir(), 'codeio-python-'));
  await writeFile(join(path, computeScoreFile.name), computeScoreFile.text);
  return {
    path,
    async run(script, env = {}) {
      await writeFile(join(path, 'script.py'), preamble + script);
      const variables = { PYTHONDONTWRITEBYTECODE: '1', PYTHONWARNINGS: 'error', ...env };
      const result = await runCommand('python3', ['script.py'], { cwd: path, env: variables });
      if (result.exitCode !== 0 || result.stderr !== '') throw new Error(result.stderr);
      return result.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { driverFiles, preparationFiles } from '../../../src/python/guest/guest-files.js';
import { isSlowRun } from '../../support/slow-run.js';

/** What the tests leave out of a request is as in a plain call. */
export interface GuestRequest {
  readonly source: string;
  readonly entrypoint?: string;
  readonly parameters?: readonly string[] | null;
  /** JSON text. */
  readonly input?: string;
  readonly seed?: number;
  readonly reuse?: boolean;
  readonly prove?: boolean;
  readonly maxOutputCharacters?: number;
}

const driver = `
import json, os, sys
setup = json.load(sys.stdin)
answers = os.fdopen(os.dup(1), 'w')
for file in setup['preparation']:
    exec(compile(file['text'], file['name'], 'exec'), {'__name__': 'preparation'})
space = {'__name__': 'guest'}
for file in setup['driver']:
    exec(compile(file['text'], file['name'], 'exec'), space)
for request in setup['requests']:
    fields = {'proof': None, **json.loads(request)}
    if fields.pop('prove', True):
        proved = json.loads(space['handle'](json.dumps({'prove': fields['source']})))
        fields['proof'] = proved.get('proof')
    answers.write(space['handle'](json.dumps(fields)) + '\\n')
answers.flush()
os._exit(0)
`;

const python = process.env.CODEIO_PYTHON ?? 'python3';

const isNewEnough = 'import sys; sys.exit(sys.version_info < (3, 11))';

const isThere = isSlowRun && spawnSync(python, ['-c', isNewEnough]).status === 0;

/**
 * Describes tests of the guest alone, which need a Python to run it. Each starts one of its own, so
 * they belong to the slow ones; the tests of the sandbox run the same code in its own interpreter.
 */
export function describeGuest(title: string, tests: () => void): void {
  const reason =
    isThere || !isSlowRun ? '' : ' (skipped: there is no python3 of version 3.11 or later)';
  describe.skipIf(!isThere)(title + reason, tests);
}

/** Sends requests to one guest, one after the other, and returns its responses as JSON texts. */
export function askGuest(requests: readonly GuestRequest[]): string[] {
  const plain = { entrypoint: 'main_solution', parameters: null, input: '{}', seed: 1 };
  const rest = { reuse: false, maxOutputCharacters: 100_000 };
  const setup = {
    preparation: preparationFiles,
    driver: driverFiles,
    requests: requests.map((request) => JSON.stringify({ ...plain, ...rest, ...request })),
  };
  const { stdout, stderr, status } = spawnSync(python, ['-c', driver], {
    input: JSON.stringify(setup),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PYTHONHASHSEED: '0' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the guest has failed: ${stderr}`);
  return stdout.trimEnd().split('\n');
}

/** The response to a program whose function is called without arguments. */
export function callGuest(source: string, request: Omit<GuestRequest, 'source'> = {}): string {
  return askGuest([{ source, ...request }])[0] as string;
}

/** The responses, read as JavaScript values. */
export function readResponses(texts: readonly string[]): Record<string, unknown>[] {
  return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
}

import { type JsonObject, parseJson } from 'codeio';
import { failedInputs, type PublishedFunction, portion } from './python-data.js';
import { createPythonHost, type PythonHost } from './python-host.js';
import { isSameAnswer, toRequest } from './python-outcomes.js';
import type { HostPython } from './python-process.js';
import type { Row } from './table.js';

const inputsTried = 5;
/** Random numbers and the order of sets follow from these. */
const seeds = [0, 1, 2, 3];

/**
 * Looks at the functions that do not replay in the sandbox: whether they do with Python itself. Those
 * that draw random numbers of their own, for instance, replay nowhere.
 */
export async function measureReplay(
  functions: readonly PublishedFunction[],
  python: HostPython,
): Promise<readonly Row[]> {
  const hosts = await Promise.all(seeds.map((seed) => createPythonHost(python, seed)));
  try {
    const bad = functions.filter(({ problem }) => problem && problem !== 'missing-module');
    const lost: PublishedFunction[] = [];
    for (const published of bad) if (await replays(published, hosts)) lost.push(published);
    const good = functions.filter(({ problem }) => problem === undefined).length;
    return [
      {
        what: 'of those that python3 itself runs and replays',
        figure: portion(good, good + lost.length),
        wanted: { text: '≥ 95 %', isReached: good / (good + lost.length) >= 0.95 },
      },
      ...lost.map(describeLost),
    ];
  } finally {
    await Promise.all(hosts.map((host) => host[Symbol.asyncDispose]()));
  }
}

/** Whether a function returns the same under all seeds, for each of the inputs that gave no pair. */
async function replays(
  published: PublishedFunction,
  hosts: readonly PythonHost[],
): Promise<boolean> {
  const inputs = failedInputs(published).slice(0, inputsTried);
  if (inputs.length === 0) inputs.push(...(await drawInput(published, hosts[0])));
  for (const input of inputs) {
    const request = toRequest({ index: published.index, program: published.fn, input });
    const answers = await Promise.all(
      hosts.map((host, index) => host.run({ ...request, seed: seeds[index] ?? 0 })),
    );
    const [first] = answers;
    if (first?.status !== 'returned' || first.value === 'null') return false;
    if (!answers.every((answer) => isSameAnswer(answer, first))) return false;
  }
  return inputs.length > 0;
}

/** An input, where Python itself can draw one. */
async function drawInput(
  { fn }: PublishedFunction,
  host: PythonHost | undefined,
): Promise<readonly JsonObject[]> {
  const request = { code: fn.inputGenerator ?? '', entrypoint: 'generate_input', input: '{}' };
  const drawn = await host?.run({ ...request, seed: 0 });
  return drawn?.status === 'returned' ? [parseJson(drawn.value) as JsonObject] : [];
}

function describeLost({ index, collected, problem }: PublishedFunction): Row {
  const detail = collected.rejected.find(({ reason }) => reason === problem)?.detail;
  const figure = detail === undefined ? String(problem) : `${problem}: ${detail}`;
  return {
    what: `python3 replays function ${index}, the sandbox does not`,
    figure: figure.slice(0, 80),
  };
}

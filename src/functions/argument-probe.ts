import type { CodeFunction } from '../core/code-function.js';
import type { JsonObject } from '../core/json-value.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Outcome, Sandbox } from '../sandbox/sandbox.js';
import { isEqual } from '../values/is-equal.js';

/** Says whether a call of the function with this input leaves its arguments changed. */
export type ArgumentProbe = (input: JsonObject) => Promise<boolean>;

interface ProbeOptions {
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
}

const before = 'codeio_arguments_before_call';
const after = 'codeio_arguments_after_call';

/**
 * Makes a probe for a function: its code with two more functions, one that returns the arguments and
 * one that calls the entry point first. What they return is compared, not the input, which some
 * languages cannot hold as it was written.
 *
 * An entry point that the code itself could not call by its name is not known to change anything.
 */
export function createArgumentProbe(fn: CodeFunction, options: ProbeOptions): ArgumentProbe {
  const { sandbox, signal } = options;
  const { language, parameters } = fn;
  const code = `${fn.code}\n${language === 'python' ? pythonProbe(fn) : javaScriptProbe(fn)}`;
  const run = (entrypoint: string, input: JsonObject): Promise<Outcome> =>
    runPatiently(sandbox, { language, code, entrypoint, parameters }, input, { signal });
  return async (input) => {
    const isComplete = parameters?.every((name) => Object.hasOwn(input, name)) ?? true;
    if (!isComplete) return false;
    const [unchanged, left] = await Promise.all([run(before, input), run(after, input)]);
    if (unchanged.status !== 'returned') return false;
    // They came from JSON.
    if (left.status === 'unserializable') return true;
    return left.status === 'returned' && !isEqual(left.value, unchanged.value, { mode: 'strict' });
  };
}

function pythonProbe({ entrypoint, parameters }: CodeFunction): string {
  const passed = parameters === undefined ? '**arguments' : '*arguments';
  return `
def ${before}(${passed}):
    return arguments

def ${after}(${passed}):
    ${entrypoint}(${passed})
    return arguments
`;
}

/** The first semicolon ends a statement that was left open. */
function javaScriptProbe({ entrypoint }: CodeFunction): string {
  return `;
function ${before}(...values) { return values; }
async function ${after}(...values) { await ${entrypoint}(...values); return values; }
`;
}

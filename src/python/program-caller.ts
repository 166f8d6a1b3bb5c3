import { SandboxStartError } from '../errors/sandbox-start-error.js';
import type { Call } from '../sandbox/call.js';
import type { GuestReport } from '../sandbox/guest-report.js';
import { endReport } from './end-report.js';
import { looksPerOwnLook, looksPerStep, operationsPerLook } from './imports/step-counter.js';
import { createInterpreter, type Interpreter } from './interpreter.js';
import type { InterpreterImage } from './interpreter-image.js';
import type { ResolvedPythonLimits } from './python-limits.js';

/** Makes calls in an interpreter of its own, one after the other. */
export type ProgramCaller = (call: Call, snapshot: number) => GuestReport;

/** A program that is loaded and keeps no state, so that it can be called again as it is. */
interface LoadedProgram {
  readonly key: string;
  readonly snapshot: number;
  /** Work that loading it took. */
  readonly looks: number;
  readonly countdown: number;
  calls: number;
}

/** What calls leave behind unseen, such as memory in pieces, may not add up. */
const maximumReuses = 200;

/**
 * Starts an interpreter. Its memory is put back before each call; only a program that is proved to
 * keep no state is called again without that.
 *
 * @param onStep - Called at each step, so that others see that a call is getting on.
 * @throws SandboxStartError when the interpreter cannot be started.
 */
export function createProgramCaller(
  image: InterpreterImage,
  { maxSteps, memoryLimitBytes, maxOutputBytes }: ResolvedPythonLimits,
  onStep: () => void,
): ProgramCaller {
  const start = (): Interpreter => {
    try {
      return createInterpreter(image, { memoryLimitBytes, onStep });
    } catch (error) {
      throw new SandboxStartError(error);
    }
  };
  let interpreter = start();
  let loaded: LoadedProgram | undefined;

  /** Makes the interpreter ready for a call, and says whether the program is loaded already. */
  const prepare = (call: Call, key: string, snapshot: number): boolean => {
    const isLoaded = loaded?.key === key && loaded.snapshot === snapshot;
    if (!isLoaded || interpreter.isOutgrown) loaded = undefined;
    if (loaded !== undefined && ++loaded.calls > maximumReuses) loaded = undefined;
    if (interpreter.isOutgrown) interpreter = start();
    const { steps, growth, marks, clock, randomness } = interpreter.imports;
    if (loaded === undefined) interpreter.restore(snapshot);
    else interpreter.setCountdown(loaded.countdown);
    steps.looks = loaded?.looks ?? 0;
    steps.maxLooks = maxSteps * looksPerStep;
    steps.looksPerOwnLook = looksPerOwnLook(call.program.source);
    growth.isRefused = false;
    marks.begin = marks.end = undefined;
    clock.set(call.nowMs, call.seed);
    randomness.set(call.seed);
    return loaded !== undefined;
  };

  return (call, snapshot) => {
    const { program, inputText, seed } = call;
    const key = JSON.stringify([program.entrypoint, program.parametersText, program.source]);
    const reuse = prepare(call, key, snapshot);
    const request = JSON.stringify({
      source: program.source,
      entrypoint: program.entrypoint,
      parameters: JSON.parse(program.parametersText),
      input: inputText,
      seed: seed >>> 0,
      reuse,
      maxOutputCharacters: maxOutputBytes,
    });
    const report = attempt(interpreter, request);
    const { begin } = interpreter.imports.marks;
    // Only what returned is known to have left everything in order. The driver says last whether the
    // program keeps state, so that nothing which the program returns can say it in its place.
    if (!report.text.endsWith('"keepsNoState":true}')) loaded = undefined;
    else if (!reuse && begin !== undefined) loaded = { key, snapshot, ...begin, calls: 0 };
    return report;
  };
}

function attempt(interpreter: Interpreter, request: string): GuestReport {
  const { steps, marks, growth } = interpreter.imports;
  const report = (text: string): GuestReport => ({
    text,
    steps: Math.floor(steps.looks / looksPerStep),
    operations:
      marks.begin === undefined || marks.end === undefined
        ? 0
        : Math.round((marks.end.looks - marks.begin.looks) * operationsPerLook) +
          (marks.begin.countdown - marks.end.countdown),
  });
  try {
    return report(interpreter.call(request) ?? '{"status":"out-of-memory"}');
  } catch (error) {
    return report(endReport(error, growth.isRefused));
  }
}

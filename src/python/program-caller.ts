import { SandboxStartError } from '../errors/sandbox-start-error.js';
import type { Call } from '../sandbox/call.js';
import type { GuestReport } from '../sandbox/guest-report.js';
import { programKey } from '../sandbox/program-key.js';
import { createRecentMap } from '../sandbox/recent-map.js';
import { endReport } from './end-report.js';
import { looksPerOwnLook, looksPerStep, operationsPerLook } from './imports/step-counter.js';
import { createInterpreter, type Interpreter } from './interpreter.js';
import type { InterpreterImage } from './interpreter-image.js';
import type { ResolvedPythonLimits } from './python-limits.js';

/** Makes calls in an interpreter of its own, one after the other. */
export type ProgramCaller = (call: Call) => GuestReport;

/** What the guest's driver has found out of a program that keeps no state, or that it found nothing. */
type Proof = { readonly [fact: string]: unknown } | 'none';

/** Characters of a report beside the value: logs, for the most part. */
const maximumRest = 512 * 1024;

const outOfMemory = '{"status":"out-of-memory"}';
const lost = '{"status":"lost"}';

/** What calls leave behind unseen, such as memory in pieces, may not add up. */
const maximumReuses = 200;
/** A proof takes as long as some calls: it is worth while for a program that is called so often. */
const callsBeforeProof = 3;
const keptProofs = 512;

/**
 * Starts an interpreter. Its memory is put back before each call; only a program that is proved to
 * keep no state is called again without that.
 *
 * @param snapshot - Which memory it starts from.
 * @param onStep - Called at each step, so that others see that a call is getting on.
 * @throws SandboxStartError when the interpreter cannot be started.
 */
export function createProgramCaller(
  image: InterpreterImage,
  snapshot: number,
  limits: ResolvedPythonLimits,
  onStep: () => void,
): ProgramCaller {
  const { memoryLimitBytes, maxOutputBytes } = limits;
  const start = (): Interpreter => {
    try {
      return createInterpreter(image, { memoryLimitBytes, onStep });
    } catch (error) {
      throw new SandboxStartError(error);
    }
  };
  let interpreter = start();
  /** How often the present program was called without its memory being put back, if it may be. */
  let reuses: number | undefined;
  let lastKey = '';
  let callsInARow = 0;
  const proofs = createRecentMap<string, Proof>(keptProofs);

  const restore = (): void => {
    reuses = undefined;
    if (interpreter.isOutgrown) interpreter = start();
    interpreter.restore(snapshot);
  };
  /** Has a program looked through, in a memory of its own: what it leaves there moves addresses. */
  const prove = (call: Call): Proof => {
    const { source } = call.program;
    restore();
    prepareCall(interpreter, call, limits);
    const { text } = attempt(interpreter, JSON.stringify({ prove: source }), limits);
    const answer = JSON.parse(text) as { readonly proof?: Proof };
    return answer.proof ?? 'none';
  };
  const call = (each: Call, proof: Proof | undefined): GuestReport => {
    const { program, inputText, seed } = each;
    const reuse = reuses !== undefined && reuses < maximumReuses;
    if (reuses === undefined || !reuse) restore();
    else reuses++;
    prepareCall(interpreter, each, limits);
    const request = {
      source: program.source,
      entrypoint: program.entrypoint,
      parameters: JSON.parse(program.parametersText),
      input: inputText,
      seed: seed >>> 0,
      proof: typeof proof === 'object' ? proof : null,
      reuse,
      maxOutputCharacters: maxOutputBytes,
    };
    const report = attempt(interpreter, JSON.stringify(request), limits);
    // Only what returned is known to have left everything in order. The driver says last whether the
    // program keeps state, so that nothing which the program returns can say it in its place.
    const keepsNoState = report.text.endsWith('"keepsNoState":true}');
    if (!keepsNoState) {
      reuses = undefined;
      // What it showed may depend on the calls before.
      if (reuse && /^{"status":"(?:returned|threw)"/.test(report.text)) return call(each, proof);
    } else if (!reuse && typeof proof === 'object') {
      reuses = 0;
    }
    return report;
  };
  /**
   * Whether a call comes to the same in as many operations when it is made again. The library keeps
   * what it has worked out, such as regular expressions, and a count must not tell of earlier calls.
   */
  const isRepeatable = (each: Call, proof: Proof, first: GuestReport): boolean => {
    const second = call(each, proof);
    const { text, steps, operations } = first;
    return second.text === text && second.steps === steps && second.operations === operations;
  };

  return (each) => {
    const { program } = each;
    const key = programKey(program);
    callsInARow = key === lastKey ? callsInARow + 1 : 1;
    if (key !== lastKey) reuses = undefined;
    lastKey = key;
    let proof = proofs.get(key);
    if (proof === undefined && callsInARow > callsBeforeProof) {
      proof = prove(each);
      proofs.set(key, proof);
    }
    const wasReusable = reuses !== undefined;
    const report = call(each, proof);
    if (proof !== undefined && !wasReusable && reuses !== undefined) {
      if (!isRepeatable(each, proof, report)) {
        reuses = undefined;
        proofs.set(key, 'none');
      }
    }
    return report;
  };
}

function prepareCall(
  { imports }: Interpreter,
  call: Call,
  { maxSteps }: ResolvedPythonLimits,
): void {
  const { steps, growth, marks, clock, randomness } = imports;
  steps.looks = 0;
  // A call may take as many steps as that, and the work of the next one up to its end.
  steps.maxLooks = (maxSteps + 1) * looksPerStep;
  steps.looksPerOwnLook = looksPerOwnLook(call.program.source);
  growth.isRefused = false;
  marks.start();
  clock.set(call.nowMs, call.seed);
  randomness.set(call.seed);
}

function attempt(
  interpreter: Interpreter,
  request: string,
  { maxOutputBytes }: ResolvedPythonLimits,
): GuestReport {
  const { steps, marks, growth } = interpreter.imports;
  const report = (text: string): GuestReport => ({
    text,
    steps: Math.floor(steps.looks / looksPerStep),
    operations:
      marks.begin === undefined || marks.end === undefined
        ? 0
        : Math.round((marks.end.looks - marks.begin.looks) * (operationsPerLook + 1)) +
          (marks.begin.countdown - marks.end.countdown),
  });
  try {
    const text = interpreter.call(request, maxOutputBytes + maximumRest) ?? outOfMemory;
    // Reports travel as lines: who takes the driver over must not write those of other calls.
    return report(text === '' || text.includes('\n') ? lost : text);
  } catch (error) {
    return report(endReport(error, growth.isRefused));
  }
}

import type { CallEngine } from '../sandbox/call-engine.js';
import type { InterpreterImage } from './interpreter-image.js';
import { createProgramCaller, type ProgramCaller } from './program-caller.js';
import type { ResolvedPythonLimits } from './python-limits.js';

/** What an engine is made of; crosses threads. */
export interface PythonEngineData {
  /** One for all ways of hashing strings, or one for each of them. */
  readonly images: readonly InterpreterImage[];
  readonly limits: ResolvedPythonLimits;
}

/**
 * Starts an engine. The lowest bit of a call's seed chooses how strings are hashed.
 *
 * @param onStep - Called at each step, so that others see that a call is getting on.
 * @throws SandboxStartError when the interpreter cannot be started.
 */
export function createPythonEngine(
  { images, limits }: PythonEngineData,
  onStep: () => void,
): CallEngine {
  const callers: ProgramCaller[] = [];
  const callerOf = (index: number): ProgramCaller => {
    callers[index] ??= createProgramCaller(images[index] as InterpreterImage, limits, onStep);
    return callers[index];
  };
  callerOf(0);
  return {
    evaluate(call) {
      const variant = call.seed & 1;
      return images.length === 1 ? callerOf(0)(call, variant) : callerOf(variant)(call, 0);
    },
  };
}

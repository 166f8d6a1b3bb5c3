import type { CallEngine } from '../sandbox/call-engine.js';
import type { InterpreterImage } from './interpreter-image.js';
import { createProgramCaller, type ProgramCaller } from './program-caller.js';
import type { ResolvedPythonLimits } from './python-limits.js';

/** What an engine is made of; crosses threads. */
export interface PythonEngineData {
  /** One with a snapshot for each way of hashing strings, or one for each of them. */
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
  // One interpreter for each way: replays go back and forth between them, each with its program.
  const callers: ProgramCaller[] = [];
  const callerOf = (variant: number): ProgramCaller => {
    const image = images[variant % images.length] as InterpreterImage;
    const snapshot = Math.floor(variant / images.length);
    callers[variant] ??= createProgramCaller(image, snapshot, limits, onStep);
    return callers[variant];
  };
  callerOf(0);
  return { evaluate: (call) => callerOf(call.seed & 1)(call) };
}

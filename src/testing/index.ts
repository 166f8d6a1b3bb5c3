/**
 * Doubles for tests of a recipe: a model and a sandbox that answer from functions.
 *
 * @packageDocumentation
 */
export {
  createSimulatedModel,
  type SimulatedModelOptions,
  type SimulatedReply,
} from './simulated-model.js';
export { createStubSandbox } from './stub-sandbox.js';

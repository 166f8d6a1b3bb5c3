/**
 * Makes CodeI/O and CodeI/O++ training data: code becomes input/output prediction problems, a model
 * predicts, a sandbox verifies, wrong answers get execution feedback and another attempt.
 *
 * @packageDocumentation
 */

// Verdicts and feedback
export { extractAnswer } from './answers/extract-answer.js';
// Data
export type { AnswerKey, ExtractedAnswer, MissingAnswerReason } from './core/answer.js';
export type { ChatMessage } from './core/chat-message.js';
export type { CodeFunction, Language } from './core/code-function.js';
export type { Conversation, ConversationOutcome, Turn } from './core/conversation.js';
export type { IOPair } from './core/io-pair.js';
export type { ExactNumber, JsonObject, JsonValue } from './core/json-value.js';
export type { Prediction, Sampling, TokenUsage } from './core/prediction.js';
export type { Direction, Task } from './core/task.js';
export type { GuestError, UnverifiableReason, Verdict, VerdictStatus } from './core/verdict.js';
// Errors
export { CacheMissError } from './errors/cache-miss-error.js';
export { CodeIOError, type CodeIOErrorCode } from './errors/codeio-error.js';
export { DataFileError } from './errors/data-file-error.js';
export { FunctionFolderError } from './errors/function-folder-error.js';
export { JsonSyntaxError } from './errors/json-syntax-error.js';
export { NotRepresentableError } from './errors/not-representable-error.js';
export { PredictionError, type PredictionFailure } from './errors/prediction-error.js';
export { RevisionError } from './errors/revision-error.js';
export { SandboxClosedError } from './errors/sandbox-closed-error.js';
export { SandboxStartError } from './errors/sandbox-start-error.js';
// Rows and files
export { readJsonl } from './formats/read-jsonl.js';
export { type CodeIORow, toCodeIO } from './formats/to-codeio.js';
export {
  defaultJoinTemplate,
  type JoinedRow,
  type JoinTemplate,
  toJoined,
} from './formats/to-joined.js';
export { writeJsonl } from './formats/write-jsonl.js';
// Functions, pairs and tasks
export {
  type CollectedPairs,
  type CollectPairsOptions,
  collectPairs,
} from './functions/collect-pairs.js';
export { type CreateTasksOptions, createTasks } from './functions/create-tasks.js';
export { defineFunction, type FunctionDefinition } from './functions/define-function.js';
export { readFunction, readFunctions } from './functions/read-functions.js';
export type { PairRejectReason, RejectedPair } from './functions/try-pair.js';
// Predictions
export { type CacheResponsesOptions, cacheResponses } from './generation/cache-responses.js';
export { type PredictOptions, predict } from './generation/predict.js';
export { type ReplayModelOptions, replayModel } from './generation/replay-model.js';
// Prompts
export {
  type BuildPromptOptions,
  buildPrompt,
  type PromptBuilder,
} from './prompts/build-prompt.js';
export type { PromptTemplate } from './prompts/prompt-template.js';
export { promptTemplates } from './prompts/prompt-templates.js';
// Revision
export { defaultRetryRequest, type ReviseOptions, revise } from './revision/revise.js';
export { type StopCondition, stopOnRepetition } from './revision/stop-condition.js';
// Sandboxes
export { createInProcessSandbox, type InProcessSandboxOptions } from './sandbox/in-process.js';
export type { SandboxLimits } from './sandbox/limits.js';
export { createSandbox, type SandboxOptions } from './sandbox/pool.js';
export type { Outcome, Program, RunOptions, Sandbox } from './sandbox/sandbox.js';
// Values
export { exactNumber, isExactNumber } from './values/exact-number.js';
export { type EqualityOptions, isEqual } from './values/is-equal.js';
export { parseJson } from './values/parse-json.js';
export {
  canonicalJson,
  type StringifyJsonOptions,
  stringifyJson,
} from './values/stringify-json.js';
export { type AnswerReader, readCodeAnswer, readJsonAnswer } from './verification/answer-reader.js';
export {
  type FeedbackFormatter,
  type FormatFeedbackOptions,
  formatFeedback,
} from './verification/format-feedback.js';
export type { InputCheck } from './verification/input-problems.js';
export { type VerifyOptions, verify } from './verification/verify.js';

/**
 * Makes CodeI/O and CodeI/O++ training data: code becomes input/output prediction problems, a model
 * predicts, a sandbox verifies, wrong answers get execution feedback and another attempt.
 *
 * @packageDocumentation
 */

// Checks and normal forms of code
export { type CheckCodeOptions, checkCode } from './analysis/check-code.js';
export { type CheckGeneratorOptions, checkGenerator } from './analysis/check-generator.js';
export { type CodeText, normalizeCode } from './analysis/normalize-code.js';
// Verdicts and feedback
export { extractAnswer } from './answers/extract-answer.js';
// Data
export type { AnswerKey, ExtractedAnswer, MissingAnswerReason } from './core/answer.js';
export type {
  BatchFailureReason,
  BatchReply,
  BatchResponse,
  BatchResult,
  UnreadableBatchLine,
} from './core/batch-result.js';
export type { ChatMessage } from './core/chat-message.js';
export type { CodeFunction, Language } from './core/code-function.js';
export type { CodeProblem, CodeProblemKind } from './core/code-problem.js';
export type { Conversation, ConversationOutcome, Turn } from './core/conversation.js';
export type { FunctionPairs } from './core/function-pairs.js';
export type { IOPair } from './core/io-pair.js';
export type { ExactNumber, JsonObject, JsonValue } from './core/json-value.js';
export type { ModelCallEvent } from './core/model-call-event.js';
export type { ModelReply, Sampling, TokenUsage } from './core/model-reply.js';
export type { PlannedPrediction } from './core/planned-prediction.js';
export type { Prediction } from './core/prediction.js';
export type { RawCode } from './core/raw-code.js';
export type { Direction, Task } from './core/task.js';
export type { TransformProblem, TransformProblemKind } from './core/transform-problem.js';
export type { TransformAttempt, Transformation } from './core/transformation.js';
export type {
  GuestError,
  UnverifiableReason,
  UnverifiableVerdict,
  Verdict,
  VerdictStatus,
} from './core/verdict.js';
// Curation
export type { BenchmarkText } from './curation/benchmark-words.js';
export { type ChooseSplitOptions, chooseSplit, type Split } from './curation/choose-split.js';
export {
  type BenchmarkMatch,
  type DecontaminatedItem,
  type DecontaminateOptions,
  decontaminate,
  type TextsOf,
} from './curation/decontaminate.js';
export {
  type DeduplicatedItem,
  type DeduplicateOptions,
  type Deduplication,
  type Duplicate,
  type DuplicateCluster,
  deduplicate,
  type IdentifiedCode,
} from './curation/deduplicate.js';
export { type DifficultyBand, isInBand } from './curation/difficulty-band.js';
export {
  type Difficulty,
  type DifficultyAttempt,
  type EstimateDifficultyOptions,
  estimateDifficulty,
} from './curation/estimate-difficulty.js';
export { type FunctionItem, functionOf } from './curation/function-of.js';
export { type SolveRate, solveRate } from './curation/solve-rate.js';
export {
  type SplitByFunctionOptions,
  type SplitItem,
  splitByFunction,
} from './curation/split-by-function.js';
export type { ReadDataFileOptions } from './data-files/read-data-file.js';
// Datasets: many tasks
export { acceptBatch, type BatchReport } from './dataset/accept-batch.js';
export { type AuditPairsOptions, auditPairs, type PairAudit } from './dataset/audit-pairs.js';
export type { AuditSummary, MissingModule } from './dataset/audit-summary.js';
export {
  createReporter,
  type Reporter,
  type ReporterMode,
  type ReporterOptions,
} from './dataset/create-reporter.js';
export type {
  DatasetSettings,
  GenerateDatasetOptions,
  JournalSettings,
} from './dataset/dataset-settings.js';
export { type Estimate, type EstimateOptions, estimate } from './dataset/estimate.js';
export type { FailedTask, FailureReason } from './dataset/failed-task.js';
export { compareFingerprints, type Fingerprint, takeFingerprint } from './dataset/fingerprint.js';
export { formatAudit } from './dataset/format-audit.js';
export { type DatasetRun, generateDataset } from './dataset/generate-dataset.js';
export { type MapConcurrentlyOptions, mapConcurrently } from './dataset/map-concurrently.js';
export { type BatchPlan, planBatch } from './dataset/plan-batch.js';
export type { ReportStream } from './dataset/quiet-output.js';
export { readFailures } from './dataset/read-failures.js';
export type { ClaimedVerdict, ReverifiableRow } from './dataset/reverifiable-row.js';
export type {
  CheckedRow,
  Disagreement,
  ReverifiedRow,
  ReverifiedTurn,
  TruthStatus,
  TurnAgreement,
  UnreadableRow,
} from './dataset/reverified-row.js';
export { type Reverification, type ReverifyOptions, reverify } from './dataset/reverify.js';
export type {
  ChangeCount,
  ReverifyReport,
  RowCounts,
  TurnCounts,
} from './dataset/reverify-report.js';
export type { RunEvent, RunObserver } from './dataset/run-event.js';
export type { CallCounts, Counts, RunCost, RunSummary, StopReason } from './dataset/run-summary.js';
export {
  type DatasetItem,
  type StreamTasksOptions,
  streamTasks,
} from './dataset/stream-tasks.js';
// Errors
export { BudgetExceededError } from './errors/budget-exceeded-error.js';
export { CacheMissError } from './errors/cache-miss-error.js';
export { CodeIOError, type CodeIOErrorCode } from './errors/codeio-error.js';
export { DataFileError } from './errors/data-file-error.js';
export { FunctionFolderError } from './errors/function-folder-error.js';
export { JournalError } from './errors/journal-error.js';
export { JournalLockedError } from './errors/journal-locked-error.js';
export { type JournalMismatch, JournalMismatchError } from './errors/journal-mismatch-error.js';
export { JsonSyntaxError } from './errors/json-syntax-error.js';
export { ModelCallError, type ModelCallFailure } from './errors/model-call-error.js';
export { NotRepresentableError } from './errors/not-representable-error.js';
export { PredictionError } from './errors/prediction-error.js';
export { RevisionError } from './errors/revision-error.js';
export { RunStoppedError } from './errors/run-stopped-error.js';
export { SandboxClosedError } from './errors/sandbox-closed-error.js';
export { SandboxStartError } from './errors/sandbox-start-error.js';
export { TransformError } from './errors/transform-error.js';
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
export type { AuditRow, AuditStatus, PairFinding } from './functions/audit-row.js';
export {
  type CollectedPairs,
  type CollectPairsOptions,
  collectPairs,
  type PairStatistics,
} from './functions/collect-pairs.js';
export { type CreateTasksOptions, createTasks } from './functions/create-tasks.js';
export { defineFunction, type FunctionDefinition } from './functions/define-function.js';
export { inferInputSchema } from './functions/infer-input-schema.js';
export { defaultPairLimits } from './functions/pair-limits.js';
export { readCodeIORaw } from './functions/read-codeio-raw.js';
export { readCruxEval } from './functions/read-cruxeval.js';
export { readFunction, readFunctions } from './functions/read-functions.js';
export { readReasoningGym } from './functions/read-reasoning-gym.js';
export type { PairReject, PairRejectReason, RejectedPair } from './functions/rejected-pair.js';
export { type TransformCodeOptions, transformCode } from './functions/transform-code.js';
export { findTriviality, type TrivialityFlag, trivialityFlags } from './functions/triviality.js';
// Model calls and predictions
export type { ModelCallOptions } from './generation/ask-model.js';
export type {
  BatchApi,
  BatchApiForm,
  BatchCallOptions,
  BatchReference,
  BatchStatus,
  StartBatchOptions,
} from './generation/batch-api.js';
export type { BatchBody, BatchUrl, MaxTokensField } from './generation/batch-body.js';
export { type BatchKey, batchId, readBatchId } from './generation/batch-id.js';
export { batchOnlyModel } from './generation/batch-only-model.js';
export { type CacheResponsesOptions, cacheResponses } from './generation/cache-responses.js';
export type { BatchResultOptions } from './generation/collect-batch-results.js';
export { createErrorRate, type ErrorRate, type ErrorRateOptions } from './generation/error-rate.js';
export { type FindBatchApiOptions, findBatchApi } from './generation/find-batch-api.js';
export { fromBatchResponses } from './generation/from-batch-responses.js';
export {
  createLimiter,
  type Limiter,
  type LimiterOptions,
  type LimiterSlot,
  type LimiterState,
  type SlotOutcome,
} from './generation/limiter.js';
export { limiterFor } from './generation/limiter-for.js';
export type { ModelIdentity } from './generation/model-identity.js';
export type { PlannedRequestOptions } from './generation/planned-requests.js';
export { type PredictOptions, predict } from './generation/predict.js';
export { type ReplayModelOptions, replayModel } from './generation/replay-model.js';
export { type BatchShard, type ShardBatchOptions, shardBatch } from './generation/shard-batch.js';
export {
  type BatchRequest,
  type BatchRequestOptions,
  toBatchRequests,
} from './generation/to-batch-requests.js';
// Journals
export type {
  Journal,
  JournalRecord,
  JournalStep,
  LineMeta,
  OpenJournalOptions,
} from './journal/journal.js';
export { createMemoryJournal } from './journal/memory-journal.js';
export { openJournal } from './journal/open-journal.js';
export { readJournal } from './journal/read-journal.js';
// Prompts
export {
  type BuildPromptOptions,
  buildPrompt,
  type PromptBuilder,
} from './prompts/build-prompt.js';
export { defaultPythonTransformTemplate } from './prompts/default-python-transform-template.js';
export { defaultTransformTemplate } from './prompts/default-transform-template.js';
export type { PromptTemplate } from './prompts/prompt-template.js';
export { promptTemplates } from './prompts/prompt-templates.js';
export type { TransformTemplate } from './prompts/transform-template.js';
// Revision
export {
  defaultRetryRequest,
  type Predictor,
  type ReviseOptions,
  revise,
} from './revision/revise.js';
export { type StopCondition, stopOnRepetition } from './revision/stop-condition.js';
// Sandboxes
export { combineSandboxes } from './sandbox/combine-sandboxes.js';
export { createSandbox, type SandboxOptions } from './sandbox/create-sandbox.js';
export { createInProcessSandbox, type InProcessSandboxOptions } from './sandbox/in-process.js';
export type { SandboxLimits } from './sandbox/limits.js';
export type { Outcome, Program, RunOptions, Sandbox } from './sandbox/sandbox.js';
// Money
export {
  type Budget,
  type BudgetOptions,
  createBudget,
  type PlannedCall,
  type Reservation,
} from './spending/budget.js';
export { type CostOfOptions, costOf } from './spending/cost-of.js';
export type { MeanInterval } from './spending/mean-interval.js';
export type {
  ModelPrices,
  PriceTier,
  TieredPrices,
  TokenPrices,
} from './spending/model-prices.js';
// Values
export { exactNumber, isExactNumber } from './values/exact-number.js';
export { type EqualityOptions, isEqual } from './values/is-equal.js';
export type { Items } from './values/items.js';
export type { JsonLimits, LimitExcess } from './values/json-limits.js';
export { parseJson } from './values/parse-json.js';
export {
  canonicalJson,
  type StringifyJsonOptions,
  stringifyJson,
} from './values/stringify-json.js';
export {
  type AnswerReader,
  type ReadAnswer,
  readCodeAnswer,
  readJsonAnswer,
} from './verification/answer-reader.js';
export {
  type FeedbackFormatter,
  type FormatFeedbackOptions,
  formatFeedback,
} from './verification/format-feedback.js';
export type { InputCheck } from './verification/input-problems.js';
export { type VerifyOptions, verify } from './verification/verify.js';

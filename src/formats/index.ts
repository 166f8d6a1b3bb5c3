/**
 * Conversations as rows for trainers, and files of rows.
 *
 * @packageDocumentation
 */

export type { Finding } from '../core/finding.js';
// The canonical record.
export type { ReadDataFileOptions } from '../data-files/read-data-file.js';
// Files.
export { DataFileError } from '../errors/data-file-error.js';
export {
  DatasetWriteError,
  type DatasetWriteProblem,
} from '../errors/dataset-write-error.js';
export { NotRepresentableError } from '../errors/not-representable-error.js';
export type { JudgedVerdict, ReplyScore, ScoreTable, Scoring } from '../rewards/reply-score.js';
// Reinforcement learning, and the rewards for it.
export { readRewardSpec, toRewardSpec } from '../rewards/reward-spec.js';
export { type ScoreReplyOptions, scoreReply } from '../rewards/score-reply.js';
export type { BatchItemScore } from '../rewards/score-requests.js';
export {
  type RewardServer,
  type ServeRewardsOptions,
  serveRewards,
} from '../rewards/serve-rewards.js';
export type { RewardServerLimits } from '../rewards/server-limits.js';
// Axolotl.
export { axolotlChatFormat, validateAxolotlChat } from './axolotl/axolotl-chat-format.js';
export { axolotlPartsFormat, validateAxolotlParts } from './axolotl/axolotl-parts-format.js';
export {
  axolotlPreferenceFormat,
  validateAxolotlPreference,
} from './axolotl/axolotl-preference-format.js';
export {
  type AxolotlUnpairedOptions,
  axolotlUnpairedFormat,
  validateAxolotlUnpaired,
} from './axolotl/axolotl-unpaired-format.js';
export {
  type AxolotlChatRow,
  type AxolotlMessage,
  toAxolotlChat,
} from './axolotl/to-axolotl-chat.js';
export {
  type AxolotlPart,
  type AxolotlPartsMessage,
  type AxolotlPartsRow,
  toAxolotlParts,
} from './axolotl/to-axolotl-parts.js';
export { type AxolotlPreferenceRow, toAxolotlPreference } from './axolotl/to-axolotl-preference.js';
export { type AxolotlUnpairedRow, toAxolotlUnpaired } from './axolotl/to-axolotl-unpaired.js';
// CodeI/O.
export { codeIOFormat, validateCodeIO } from './codeio-format.js';
// What is trained, and the messages and columns that all formats are made of.
export type { Columns, ColumnType } from './columns.js';
export type { CardOptions, OtherLicense } from './files/card-options.js';
export { type CardFacts, datasetCard } from './files/dataset-card.js';
export type { DatasetFacts, DirectionFacts } from './files/dataset-facts.js';
export { writeDataset } from './files/write-dataset.js';
export type { WriteDatasetOptions, WriteProgress } from './files/write-dataset-options.js';
export type {
  DatasetFile,
  WrittenConfig,
  WrittenDataset,
  WrittenSplit,
} from './files/written-dataset.js';
export { type FromCodeIOOptions, fromCodeIO, type RecoveredRow } from './from-codeio.js';
export { type JoinedFormatOptions, joinedFormat, validateJoined } from './joined-format.js';
// LLaMA-Factory.
export type { LlamaFactoryMessage } from './llama-factory/alternating-chat.js';
export {
  type LlamaFactoryDataset,
  type LlamaFactoryKind,
  llamaFactoryDatasetInfo,
  llamaFactoryNames,
} from './llama-factory/dataset-info.js';
export {
  llamaFactoryAlpacaFormat,
  validateLlamaFactoryAlpaca,
} from './llama-factory/llama-factory-alpaca-format.js';
export {
  llamaFactoryRankingFormat,
  validateLlamaFactoryRanking,
} from './llama-factory/llama-factory-ranking-format.js';
export {
  llamaFactoryShareGPTFormat,
  validateLlamaFactoryShareGPT,
} from './llama-factory/llama-factory-sharegpt-format.js';
export {
  llamaFactoryUnpairedFormat,
  validateLlamaFactoryUnpaired,
} from './llama-factory/llama-factory-unpaired-format.js';
export {
  type LlamaFactoryAlpacaRow,
  toLlamaFactoryAlpaca,
} from './llama-factory/to-llama-factory-alpaca.js';
export {
  type LlamaFactoryRankingRow,
  toLlamaFactoryRanking,
} from './llama-factory/to-llama-factory-ranking.js';
export {
  type LlamaFactoryShareGPTRow,
  toLlamaFactoryShareGPT,
} from './llama-factory/to-llama-factory-sharegpt.js';
export {
  type LlamaFactoryUnpairedRow,
  toLlamaFactoryUnpaired,
} from './llama-factory/to-llama-factory-unpaired.js';
export {
  type LlamaFactorySettings,
  llamaFactorySettings,
} from './llama-factory/training-settings.js';
export type {
  SpokenText,
  TrainableConversation,
  TrainableTurn,
} from './messages/trainable-conversation.js';
export {
  type TrainingMessage,
  type TrainingOptions,
  trainingMessages,
  visibleText,
  withThinkTags,
} from './messages/training-messages.js';
// OpenAI and those who read its files.
export {
  fireworksChatFormat,
  type ValidateFireworksOptions,
  validateFireworksChat,
} from './openai/fireworks-chat-format.js';
export { openAIChatFormat, validateOpenAIChat } from './openai/openai-chat-format.js';
export {
  openAIPreferenceFormat,
  validateOpenAIPreference,
} from './openai/openai-preference-format.js';
export {
  openAIReinforcementFormat,
  validateOpenAIReinforcement,
} from './openai/openai-reinforcement-format.js';
export {
  type FireworksChatOptions,
  type FireworksChatRow,
  toFireworksChat,
} from './openai/to-fireworks-chat.js';
export { type OpenAIChatRow, toOpenAIChat } from './openai/to-openai-chat.js';
export {
  type OpenAIOutput,
  type OpenAIPreferenceRow,
  type OpenAIPromptMessage,
  toOpenAIPreference,
} from './openai/to-openai-preference.js';
export {
  type OpenAIReinforcementRow,
  toOpenAIReinforcement,
} from './openai/to-openai-reinforcement.js';
export { type TogetherChatRow, toTogetherChat } from './openai/to-together-chat.js';
export { togetherChatFormat, validateTogetherChat } from './openai/together-chat-format.js';
export type { MessageWeight, WeightedMessage } from './openai/weighted-messages.js';
export { readCodeIO } from './read-codeio.js';
export { readJsonl } from './read-jsonl.js';
export {
  type ConversationRecord,
  fromRecord,
  recordFormatName,
  recordVersion,
  toRecord,
} from './records/conversation-record.js';
export { readRecords } from './records/read-records.js';
export { type RecordRow, recordFormat, validateRecords } from './records/record-format.js';
export type { FeedbackMeaning, FeedbackReader } from './recovery/read-feedback.js';
export type { PromptParts } from './recovery/read-prompt.js';
export {
  type RecoveredTruth,
  type RecoverTaskOptions,
  recoverTask,
  type TaskRecovery,
} from './recovery/recover-task.js';
export type {
  RecoveredConversation,
  RecoveredTask,
  RecoveredTurn,
} from './recovery/recovered-conversation.js';
export { computeScoreFile } from './reinforcement/compute-score-file.js';
export type { RoleMaskedOptions, RoleMaskedRow } from './reinforcement/role-masked-messages.js';
export { primeRLFormat, toPrimeRL, validatePrimeRL } from './reinforcement/to-prime-rl.js';
export { toVerifiers, type VerifiersRow } from './reinforcement/to-verifiers.js';
export { toVerl, type VerlOptions, type VerlRow } from './reinforcement/to-verl.js';
export { toVerlSFT, validateVerlSFT, verlSFTFormat } from './reinforcement/to-verl-sft.js';
export { validateVerifiers, verifiersFormat } from './reinforcement/verifiers-format.js';
export { validateVerl, verlFormat } from './reinforcement/verl-format.js';
export {
  type RecoveredCodeIO,
  type ReverifyCodeIOOptions,
  reverifyCodeIO,
} from './reverify-codeio.js';
export type { CompanionFile, RowFiles, RowFormat } from './row-format.js';
// Several samples of a task.
export { type BestOfNOptions, bestOfN } from './samples/best-of-n.js';
export { type GroupSamplesOptions, groupSamples } from './samples/group-samples.js';
export { type PassAtK, type PassAtKOptions, passAtK, passAtKOf } from './samples/pass-at-k.js';
export type { PairOrigin, PreferencePair, RatedAnswer } from './samples/preference-pair.js';
export { refersToFeedback } from './samples/refers-to-feedback.js';
export { type PreferencePairOptions, toPreferencePairs } from './samples/to-preference-pairs.js';
export { type RatedAnswerOptions, toRatedAnswers } from './samples/to-rated-answers.js';
export { singleTurnFormat } from './single-turn-format.js';
export { type CodeIORow, toCodeIO } from './to-codeio.js';
export { defaultJoinTemplate, type JoinedRow, type JoinTemplate, toJoined } from './to-joined.js';
export { type SingleTurnOptions, type SingleTurnRow, toSingleTurn } from './to-single-turn.js';
export { defaultTrainedTurns, type TrainedTurns, trainedTurns } from './trained-turns.js';
// TRL.
export {
  type TrlLanguageModellingRow,
  toTrlLanguageModelling,
} from './trl/to-trl-language-modelling.js';
export { type TrlPreferenceRow, toTrlPreference } from './trl/to-trl-preference.js';
export {
  type TrlPromptCompletionRow,
  toTrlPromptCompletion,
} from './trl/to-trl-prompt-completion.js';
export { type TrlPromptsRow, toTrlPrompts } from './trl/to-trl-prompts.js';
export { type TrlUnpairedRow, toTrlUnpaired } from './trl/to-trl-unpaired.js';
export {
  trlLanguageModellingFormat,
  validateTrlLanguageModelling,
} from './trl/trl-language-modelling-format.js';
export { trlPreferenceFormat, validateTrlPreference } from './trl/trl-preference-format.js';
export {
  trlPromptCompletionFormat,
  validateTrlPromptCompletion,
} from './trl/trl-prompt-completion-format.js';
export { trlPromptsFormat, validateTrlPrompts } from './trl/trl-prompts-format.js';
export { trlUnpairedFormat, validateTrlUnpaired } from './trl/trl-unpaired-format.js';
// Validation.
export { createRowValidator, type RowValidator } from './validation/create-row-validator.js';
export { formatValidation } from './validation/format-validation.js';
export {
  type CheckedMessage,
  checkMessages,
  type MessageChecks,
} from './validation/message-checks.js';
export type { FileCheck, ReportProblem, RowChecks } from './validation/row-checks.js';
export { createTokenCounter, type TokenEncoding } from './validation/token-counter.js';
export type { TokenBucket, TokenHistogram } from './validation/token-histogram.js';
export { validateFile } from './validation/validate-file.js';
export { type ValidateOptions, validateRows } from './validation/validate-rows.js';
export type { RuleCount, ValidationReport } from './validation/validation-report.js';
export type { RowValidatorOptions, ValidationSettings } from './validation/validation-settings.js';
export { writeJsonl } from './write-jsonl.js';

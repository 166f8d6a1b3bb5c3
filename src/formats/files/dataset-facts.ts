import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation, ConversationOutcome } from '../../core/conversation.js';
import type { ModelReply, TokenUsage } from '../../core/model-reply.js';
import { type Direction, directions } from '../../core/task.js';
import type { Split } from '../../curation/choose-split.js';
import { createKeyTable } from '../../journal/key-table.js';
import { canonicalJson } from '../../values/stringify-json.js';
import { createTally, type TallyCounts } from './tally.js';
import { createTurnCounter, type TurnFacts } from './turn-facts.js';

/** What is known of one direction. */
export interface DirectionFacts {
  readonly conversations: number;
  readonly outcomes: Readonly<Record<ConversationOutcome, number>>;
  readonly turns: readonly TurnFacts[];
  /** The first request of the first conversation. */
  readonly examplePrompt?: readonly ChatMessage[] | undefined;
}

/** What is known of conversations as a whole. */
export interface DatasetFacts {
  readonly conversations: number;
  readonly tasks: number;
  readonly functions: number;
  readonly directions: Readonly<Record<Direction, DirectionFacts>>;
  /** Conversations by the side they are on. */
  readonly splits: Readonly<Record<Split, { conversations: number; functions: number }>>;
  /** Conversations whose prompt shows the code. */
  readonly withCode: number;
  /** Replies by model, as `provider/model`. */
  readonly models: TallyCounts;
  /** Replies by settings, as JSON, the seed left out. */
  readonly samplings: TallyCounts;
  /** Conversations by system message; the empty text stands for none. */
  readonly systemMessages: TallyCounts;
  /** Conversations by the sentence that asks for another attempt. */
  readonly retryRequests: TallyCounts;
  /** Tokens of all replies; where no provider told, undefined. */
  readonly usage: Readonly<Record<CountedTokens, number | undefined>>;
  /** Functions by language, category, origin and licence; the empty text stands for not given. */
  readonly languages: TallyCounts;
  readonly categories: TallyCounts;
  readonly origins: TallyCounts;
  readonly licenses: TallyCounts;
}

/** The tokens that are added up. */
type CountedTokens = 'inputTokens' | 'outputTokens' | 'reasoningTokens';

/** Gathers facts on the way, in memory that hardly grows: 30 bytes for a function or a task. */
export interface FactCollector {
  add(conversation: Conversation, split: Split): void;
  read(): DatasetFacts;
}

/** Different names that a list of facts tells apart. */
const room = 200;

/** Makes a collector that has seen nothing. */
export function collectFacts(): FactCollector {
  const [tasks, functions] = [createKeyTable(), createKeyTable()];
  const tallies = {
    models: createTally(room),
    samplings: createTally(room),
    systemMessages: createTally(room),
    retryRequests: createTally(room),
    languages: createTally(room),
    categories: createTally(room),
    origins: createTally(room),
    licenses: createTally(room),
  };
  const byDirection = { output: collectDirection(), input: collectDirection() };
  const splits = {
    train: { conversations: 0, functions: 0 },
    validation: { conversations: 0, functions: 0 },
    test: { conversations: 0, functions: 0 },
  };
  const usage: Partial<Record<CountedTokens, number>> = {};
  let withCode = 0;

  const addReply = (reply: ModelReply): void => {
    const { seed: _seed, ...sampling } = reply.sampling;
    tallies.models.add(`${reply.provider}/${reply.modelId}`);
    tallies.samplings.add(canonicalJson(sampling as Parameters<typeof canonicalJson>[0]));
    addUsage(usage, reply.usage);
  };
  return {
    add(conversation, split) {
      const { task, prompt, turns, retryRequest } = conversation;
      const { id, language, category, source } = task.function;
      byDirection[task.direction].add(conversation);
      splits[split].conversations++;
      tasks.claim(task.id);
      if (functions.claim(id)) {
        splits[split].functions++;
        tallies.languages.add(language);
        tallies.categories.add(category ?? '');
        tallies.origins.add(source?.origin ?? '');
        tallies.licenses.add(source?.license ?? '');
      }
      if (task.includeCode) withCode++;
      const system = prompt.filter(({ role }) => role === 'system');
      tallies.systemMessages.add(system.map(({ content }) => content).join('\n\n'));
      tallies.retryRequests.add(retryRequest);
      for (const { prediction } of turns) addReply(prediction);
    },
    read() {
      const { output, input } = byDirection;
      const facts = { output: output.read(), input: input.read() };
      return {
        conversations: directions.reduce((sum, name) => sum + facts[name].conversations, 0),
        tasks: tasks.size,
        functions: functions.size,
        directions: facts,
        splits: structuredClone(splits),
        withCode,
        usage: {
          inputTokens: usage.inputTokens,
          outputTokens: usage.outputTokens,
          reasoningTokens: usage.reasoningTokens,
        },
        models: tallies.models.read(),
        samplings: tallies.samplings.read(),
        systemMessages: tallies.systemMessages.read(),
        retryRequests: tallies.retryRequests.read(),
        languages: tallies.languages.read(),
        categories: tallies.categories.read(),
        origins: tallies.origins.read(),
        licenses: tallies.licenses.read(),
      };
    },
  };
}

function collectDirection(): {
  add(conversation: Conversation): void;
  read(): DirectionFacts;
} {
  const outcomes = { correct: 0, revised: 0, unsolved: 0, unverifiable: 0 };
  const turns = createTurnCounter();
  let conversations = 0;
  let examplePrompt: readonly ChatMessage[] | undefined;
  return {
    add(conversation) {
      conversations++;
      outcomes[conversation.outcome]++;
      turns.add(conversation);
      examplePrompt ??= conversation.prompt;
    },
    read: () => ({ conversations, outcomes: { ...outcomes }, turns: turns.read(), examplePrompt }),
  };
}

function addUsage(
  sum: Partial<Record<CountedTokens, number>>,
  usage: TokenUsage | undefined,
): void {
  for (const tokens of ['inputTokens', 'outputTokens', 'reasoningTokens'] as const) {
    const count = usage?.[tokens];
    if (count !== undefined) sum[tokens] = (sum[tokens] ?? 0) + count;
  }
}

import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation } from '../../core/conversation.js';
import type { Task } from '../../core/task.js';
import type { BuildPromptOptions } from '../../prompts/build-prompt.js';
import { rewardedProblem } from './rewarded-problem.js';

/** A row of verl's reinforcement data (its page "Prepare Data for Post-Training"). */
export interface VerlRow {
  /** What the row comes from; verl keeps its metrics apart by it. */
  readonly data_source: string;
  readonly prompt: readonly ChatMessage[];
  readonly ability: string;
  readonly reward_model: {
    readonly style: 'rule';
    /** The text of `toRewardSpec`. */
    readonly ground_truth: string;
  };
  readonly extra_info: {
    readonly split: string;
    /** A number made of the task's id, the same whatever else is in the file. */
    readonly index: number;
    readonly task_id: string;
    readonly need_tools_kwargs: false;
    /** What a multi-turn rollout hands to the interaction of this name. */
    readonly interaction_kwargs: {
      readonly name: string;
      readonly query: string;
      readonly ground_truth: string;
    };
  };
}

/** How rows for verl are made. */
export interface VerlOptions extends BuildPromptOptions {
  /**
   * The first part of `data_source`; the second is the direction.
   * @defaultValue 'codeio'
   */
  readonly dataSource?: string | undefined;
  /**
   * The kind of skill, for people.
   * @defaultValue 'code'
   */
  readonly ability?: string | undefined;
  /**
   * What the rows say of the split that they belong to.
   * @defaultValue 'train'
   */
  readonly split?: string | undefined;
  /**
   * The interaction that a multi-turn rollout uses, as its configuration names it.
   * @defaultValue 'codeio'
   */
  readonly interaction?: string | undefined;
}

/** How the format is called in messages. */
export const verlTitle = 'verl';

/**
 * Writes a problem as a row for verl. The reward has to run code, so that verl needs the file
 * `compute_score.py` of {@link computeScoreFile}, which asks a reward server: see `serveRewards`.
 *
 * @param source - A task, or a conversation about it, whose prompt is kept.
 * @throws NotRepresentableError for a conversation which found that its truth is none.
 * @throws TypeError for a placeholder that does not exist.
 */
export function toVerl(source: Task | Conversation, options: VerlOptions = {}): VerlRow {
  const { dataSource = 'codeio', ability = 'code', split = 'train' } = options;
  const { task, prompt, groundTruth, number } = rewardedProblem(source, options, verlTitle);
  return {
    data_source: `${dataSource}/${task.direction}`,
    prompt,
    ability,
    reward_model: { style: 'rule', ground_truth: groundTruth },
    extra_info: {
      split,
      index: number,
      task_id: task.id,
      need_tools_kwargs: false,
      interaction_kwargs: {
        name: options.interaction ?? 'codeio',
        query: prompt.at(-1)?.content ?? '',
        ground_truth: groundTruth,
      },
    },
  };
}

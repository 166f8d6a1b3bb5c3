import type { ChatMessage } from '../../core/chat-message.js';
import { readRewardSpec } from '../../rewards/reward-spec.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem } from '../validation/row-checks.js';

/** Reports a prompt that does not end with the user: the model would have nothing to answer. */
export function checkPrompt(prompt: readonly ChatMessage[], report: ReportProblem): void {
  checkMessages(prompt, report, { field: 'prompt', lastRole: 'user', isTrained: () => false });
}

/** Reports a ground truth by which no reply can be scored. */
export function checkGroundTruth(
  text: string | null | undefined,
  field: string,
  report: ReportProblem,
): void {
  try {
    readRewardSpec(text ?? '');
  } catch (error) {
    report({ rule: 'ground-truth', field, problem: (error as Error).message });
  }
}

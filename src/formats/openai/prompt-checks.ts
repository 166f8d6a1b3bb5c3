import type { MessageChecks } from '../validation/message-checks.js';

/** What a prompt has to fulfil that the model is to answer: nothing of it is trained. */
export const promptChecks: MessageChecks = {
  lastRole: 'user',
  systemFirstOnly: true,
  isTrained: () => false,
};

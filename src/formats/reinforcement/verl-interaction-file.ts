import { stringify } from 'yaml';
import type { CompanionFile } from '../row-format.js';

const comment = ` Execution feedback between the turns of a rollout, for verl:
   actor_rollout_ref.rollout.multi_turn.enable=True
   actor_rollout_ref.rollout.multi_turn.interaction_config_path=<this file>
 The folder of compute_score.py has to be on the PYTHONPATH.`;

/** Makes the configuration of a multi-turn rollout for verl, which names the class in `compute_score.py`. */
export function verlInteractionFile(name = 'codeio'): CompanionFile {
  const interaction = { name, class_name: 'compute_score.CodeIOInteraction', config: {} };
  const lines = comment.split('\n').map((line) => `#${line}`);
  return {
    name: 'interaction.yaml',
    text: `${lines.join('\n')}\n${stringify({ interaction: [interaction] })}`,
  };
}

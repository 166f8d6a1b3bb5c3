import type { Conversation } from 'codeio';

const rule = '─'.repeat(78);

/** Lays out a conversation for reading, every message under a heading. */
export function formatConversation({ task, prompt, turns, outcome }: Conversation): string {
  const parts = [
    section(`PROMPT  (predict the ${task.direction} of ${task.function.entrypoint})`, [
      ...prompt.map(({ content }) => content),
    ]),
  ];
  for (const [index, { prediction, verdict, feedback }] of turns.entries()) {
    const number = index + 1;
    parts.push(section(`TURN ${number}  (${prediction.modelId})`, [prediction.text.trim()]));
    parts.push(section(`FEEDBACK ${number}  (${verdict.status})`, [feedback ?? '(none)']));
  }
  return `${parts.join('\n\n')}\n${rule}\noutcome: ${outcome}`;
}

function section(title: string, lines: readonly string[]): string {
  return `${rule}\n${title}\n${rule}\n${lines.join('\n\n')}`;
}

import { generateText, type LanguageModel } from 'ai';
import { type ChatMessage, revise, type Sandbox, type Task } from 'codeio';
import { createSimulatedModel } from 'codeio/testing';
import { simulatedReply } from './simulated-reply.js';

/** The messages of every call of a conversation, as `revise` sends them. */
type CallMessages = readonly (readonly ChatMessage[])[];

/** Works out the messages of all calls that tasks lead to, with a model that answers in no time. */
export async function bareMessages(
  tasks: Iterable<Task>,
  sandbox: Sandbox,
): Promise<readonly CallMessages[]> {
  const conversations: CallMessages[] = [];
  for (const task of tasks) {
    const calls: (readonly ChatMessage[])[] = [];
    const model = createSimulatedModel({
      respond(messages) {
        calls.push(messages);
        return simulatedReply(messages);
      },
    });
    await revise(task, { model, sandbox });
    conversations.push(calls);
  }
  return conversations;
}

/** Makes the calls of many conversations with `generateText` and nothing around it. */
export async function makeBareCalls(
  model: LanguageModel,
  conversations: readonly CallMessages[],
  concurrency: number,
): Promise<void> {
  let next = 0;
  const converse = async (): Promise<void> => {
    for (let index = next++; index < conversations.length; index = next++) {
      for (const messages of conversations[index] ?? []) {
        const { text } = await generateText({ model, messages: [...messages], maxRetries: 0 });
        if (text === '') throw new Error('a reply is empty');
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, converse));
}

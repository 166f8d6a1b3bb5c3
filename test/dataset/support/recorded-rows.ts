import {
  type Conversation,
  createTasks,
  type ReverifiedRow,
  reverify,
  revise,
  type Sandbox,
  type Task,
} from '../../../src/index.js';
import { createSimulatedModel } from '../../../src/testing/index.js';

export const rightOutput: string = '{"output": {"gross": 107, "rate": 7}}';
export const wrongOutput: string = '{"output": {"gross": 700, "rate": 7}}';
export const rightInput: string = '{"input": {"net": 100, "rate": 7}}';
export const throwingInput: string = '{"input": {"net": -1, "rate": 7}}';

/** Holds a conversation in which the model gives these replies. */
export async function converse(
  sandbox: Sandbox,
  task: Task,
  ...replies: readonly string[]
): Promise<Conversation> {
  let turn = 0;
  const model = createSimulatedModel({ respond: () => replies[turn++] ?? '' });
  return revise(task, { model, sandbox, maxTurns: replies.length });
}

/** Records another output than the code's, and the id that belongs to it. */
export function withOutput(task: Task, output: Task['pair']['output']): Task {
  const pair = { ...task.pair, output };
  return createTasks(task.function, [pair], { directions: [task.direction] })[0] as Task;
}

export async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function checkOne(sandbox: Sandbox, row: unknown): Promise<ReverifiedRow<unknown>> {
  const [found] = await listOf(reverify([row], { sandbox }));
  return found as ReverifiedRow<unknown>;
}

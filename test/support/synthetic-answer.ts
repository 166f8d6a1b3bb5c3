/** One message of a chat. */
export interface SyntheticMessage {
  readonly role: string;
  readonly content: string;
}

/** About what a model writes before its answer. */
const reasoning =
  'The code goes through the values one after the other and keeps a running total, which begins with nothing. After the first value the total is that value itself; every further value is added to it, and none is left out or counted twice. At the end the total is what the function returns, without any rounding, since all of the values are whole numbers.';

/**
 * Answers a prompt of `syntheticTasks`, all of whose functions return the sum of their inputs.
 *
 * @param wrongTurns - How many turns come before the right answer; each is off by its number.
 * @returns `undefined` for other prompts.
 */
export function syntheticAnswer(
  messages: readonly SyntheticMessage[],
  wrongTurns = 1,
): string | undefined {
  const prompt = messages.find(({ role }) => role === 'user')?.content ?? '';
  const turn = 1 + messages.filter(({ role }) => role === 'assistant').length;
  const answer = answerTo(prompt, turn > wrongTurns ? 0 : turn);
  return answer && `${reasoning}\n\n${answer}`;
}

function answerTo(prompt: string, error: number): string | undefined {
  const input = lineAfter(prompt, 'You are given this input:\n');
  if (input !== undefined) {
    const numbers = input.match(/-?\d+/g) ?? [];
    return `{"output": ${numbers.reduce((sum, number) => sum + Number(number), error)}}`;
  }
  const output = lineAfter(prompt, 'You are given this output:\n');
  if (output === undefined) return undefined;
  // Any input with the right sum will do: all of it in the first variable.
  const names = [...prompt.matchAll(/"(\w+)": <\1>/g)].map(([, name]) => name);
  const fields = names.map((name, at) => `"${name}": ${at === 0 ? Number(output) + error : 0}`);
  return `{"input": {${fields.join(', ')}}}`;
}

function lineAfter(text: string, start: string): string | undefined {
  const at = text.indexOf(start);
  if (at < 0) return undefined;
  const end = text.indexOf('\n', at + start.length);
  return text.slice(at + start.length, end < 0 ? undefined : end);
}

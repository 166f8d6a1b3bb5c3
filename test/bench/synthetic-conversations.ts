import { type Conversation, defaultRetryRequest, type Turn } from 'codeio';
import { createRandom, type Random } from '../../src/values/random.js';

/** Samples of one task that follow each other. */
export const samplesPerTask = 4;

const tasksPerFunction = 2;
const words =
  'the crate weighs goes to boat full next so then first value total of each which is added when list sorted by key remaining count input output returns loop index check carry'.split(
    ' ',
  );

/**
 * Makes conversation `index`, the same whenever it is made: of four, two are right at once, one
 * after feedback, and one never. Prompts and answers have about the length of published ones.
 */
export function makeConversation(index: number): Conversation {
  const taskNumber = Math.floor(index / samplesPerTask);
  const functionNumber = Math.floor(taskNumber / tasksPerFunction);
  const sample = index % samplesPerTask;
  const ofFunction = createRandom(functionNumber);
  const ofSample = createRandom(index + 2 ** 30);
  const direction = taskNumber % 2 === 0 ? 'output' : 'input';
  const query = `${functionNumber}: ${makeText(ofFunction, 60)}?`;
  const code = `function mainSolution(net, rate) {\n  // ${makeText(ofFunction, 40)}\n  return { gross: net + rate * ${functionNumber}, rate };\n}`;
  const pair = { input: { net: taskNumber, rate: 7 }, output: { gross: taskNumber + 7, rate: 7 } };
  const user = `${query}\n\nThe input is an object with \`net\` and \`rate\`.\n\n\`\`\`js\n${code}\n\`\`\`\n\nGive the ${direction}: ${JSON.stringify(pair)}`;
  const turns: readonly Turn[] =
    sample < 2
      ? [makeTurn(ofSample, sample, true)]
      : [makeTurn(ofSample, sample, false), makeTurn(ofSample, sample, sample === 2)];
  return {
    task: {
      id: `task-${taskNumber}`,
      direction,
      function: {
        id: `function-${functionNumber}`,
        language: 'javascript',
        code,
        entrypoint: 'mainSolution',
        parameters: ['net', 'rate'],
        query,
        ioDescription: 'Input: `net` and `rate`, integers. Output: `gross` and `rate`.',
      },
      pair,
      includeCode: true,
    },
    prompt: [
      { role: 'system', content: 'Think step by step and end with JSON.' },
      { role: 'user', content: user },
    ],
    turns,
    retryRequest: defaultRetryRequest,
    outcome: sample < 2 ? 'correct' : sample === 2 ? 'revised' : 'unsolved',
  };
}

function makeTurn(random: Random, sample: number, isRight: boolean): Turn {
  const value = Math.floor(random() * 1e6);
  const text = `${makeText(random, 120)}.\n\n\`\`\`json\n{"output": ${value}}\n\`\`\``;
  return {
    prediction: {
      text,
      provider: 'simulated',
      modelId: 'tiny',
      finishReason: 'stop',
      usage: { inputTokens: 400, outputTokens: 180, totalTokens: 580 },
      sampling: { temperature: 0.7 },
      sample,
      answer: { status: 'found', value },
    },
    verdict: { status: isRight ? 'correct' : 'mismatch', predicted: value },
    feedback: isRight ? 'The answer is right.' : `The code returns something else than ${value}.`,
  };
}

function makeText(random: Random, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
}

import {
  type CodeFunction,
  type Conversation,
  defaultRetryRequest,
  defineFunction,
  type JsonObject,
  type JsonValue,
  type Task,
  type Turn,
  type Verdict,
  type VerdictStatus,
} from '../../../src/index.js';
import { createRandom, type Random } from '../../../src/values/random.js';

/** A response that would run if it were read as HTML. */
export const hostileText =
  '<script>alert(1)</script><img src=x onerror="alert(2)"></script><!--<script> & </textarea>';

const categories = ['games', 'number theory', 'scheduling', 'text formats', 'geometry', undefined];

const functions: readonly CodeFunction[] = Array.from({ length: 60 }, (_, index) =>
  defineFunction({
    language: index % 5 === 4 ? 'python' : 'javascript',
    code:
      index % 5 === 4
        ? `# Counts what is left.\ndef count_left_${index}(shelf, taken):\n    return {"left": shelf - taken, "step": ${index}}\n`
        : `// Counts what is left.\nfunction countLeft${index}(shelf, taken) {\n  const left = shelf - taken;\n  return { left, step: ${index} };\n}\n`,
    entrypoint: index % 5 === 4 ? `count_left_${index}` : `countLeft${index}`,
    parameters: ['shelf', 'taken'],
    query: `How many of the \`shelf\` jars are left on day ${index} when \`taken\` are taken away?`,
    ioDescription:
      'Input: `shelf` and `taken`, integers. Output: an object with `left` and `step`.',
    category: categories[index % categories.length],
  }),
);

/** Statuses of the turns, with how often they come; the last ones are rare. */
const courses: readonly (readonly [weight: number, ...statuses: VerdictStatus[]])[] = [
  [600, 'correct'],
  [120, 'mismatch', 'correct'],
  [90, 'mismatch', 'mismatch'],
  [50, 'no-answer', 'correct'],
  [30, 'invalid-input', 'mismatch'],
  [30, 'runtime-error', 'correct'],
  [20, 'mismatch', 'no-answer'],
  [12, 'step-limit', 'mismatch'],
  [6, 'mismatch', 'mismatch', 'correct'],
  [3, 'unverifiable'],
  [2, 'out-of-memory', 'out-of-memory'],
  [0.2, 'mismatch', 'unverifiable'],
];

/** Makes many conversations that differ in everything a report counts, the same for the same seed. */
export function* variedConversations(
  count: number,
  options: { readonly seed?: number; readonly filler?: string } = {},
): Generator<Conversation, void, undefined> {
  const random = createRandom(options.seed ?? 1);
  for (let index = 0; index < count; index++) {
    yield variedConversation(index, random, options.filler ?? '');
  }
}

function variedConversation(index: number, random: Random, filler: string): Conversation {
  const fn = functions[Math.floor(random() ** 1.5 * functions.length)] as CodeFunction;
  const [, ...statuses] = drawCourse(random);
  const input = { shelf: Math.floor(random() * 1000), taken: Math.floor(random() * 100) };
  const output = { left: input.shelf - input.taken, step: index % 7 };
  const operations = Math.floor(10 ** (1 + random() * 4));
  const direction = random() < 0.5 ? 'output' : 'input';
  const pair = { input, output, operations };
  const task: Task = { id: `task-${index}`, direction, function: fn, pair, includeCode: true };
  const repeats = random() < 0.3;
  const turns = statuses.map((status, turn) =>
    turnOf(task, status, repeats ? 0 : turn, random, filler),
  );
  const content = `${fn.query}\n\n${fn.ioDescription}\n\n${fn.code}\nInput ${JSON.stringify(input)}. What is the ${direction}?`;
  return {
    task,
    prompt: [{ role: 'user', content }],
    turns,
    retryRequest: defaultRetryRequest,
    outcome: outcomeOf(statuses),
  };
}

function drawCourse(random: Random) {
  const total = courses.reduce((sum, [weight]) => sum + weight, 0);
  let rest = random() * total;
  for (const course of courses) {
    rest -= course[0];
    if (rest < 0) return course;
  }
  return [1, 'correct'] as const;
}

function outcomeOf(statuses: readonly VerdictStatus[]): Conversation['outcome'] {
  const last = statuses.at(-1);
  if (last === 'unverifiable') return 'unverifiable';
  if (last !== 'correct') return 'unsolved';
  return statuses.length === 1 ? 'correct' : 'revised';
}

function turnOf(
  task: Task,
  status: VerdictStatus,
  variant: number,
  random: Random,
  filler: string,
): Turn {
  const answer: JsonObject =
    task.direction === 'output'
      ? { left: 1000 + variant, step: 3 }
      : { shelf: 2000 + variant, taken: 5 };
  const predicted = status === 'correct' && task.direction === 'output' ? task.pair.output : answer;
  const tokens = Math.floor(10 ** (1.5 + random() * 2));
  return {
    prediction: {
      text: `I take away what is taken. ${filler}\n\n{"${task.direction}": ${JSON.stringify(predicted)}}`,
      reasoning: random() < 0.1 ? 'The shelf is large.' : undefined,
      provider: 'simulated',
      modelId: random() < 0.9 ? 'tiny' : 'tinier',
      finishReason: 'stop',
      usage: { inputTokens: 300, outputTokens: tokens, totalTokens: 300 + tokens },
      sampling: {},
      sample: 0,
      answer: { status: 'found', value: predicted },
    },
    verdict: verdictOf(status, predicted as JsonObject),
    feedback: status === 'unverifiable' ? undefined : `This is ${status}.`,
  };
}

function verdictOf(status: VerdictStatus, predicted: JsonObject): Verdict {
  const computed: JsonValue = { left: 1995, step: 3 };
  switch (status) {
    case 'correct':
      return { status, predicted };
    case 'mismatch':
      return { status, predicted, computed };
    case 'no-answer':
      return { status, reason: 'key-missing' };
    case 'invalid-input':
      return { status, predicted, problems: ['`shelf` must be at most 1000'] };
    case 'runtime-error':
      return { status, predicted, error: { name: 'TypeError', message: 'shelf is null', line: 3 } };
    case 'unverifiable':
      return { status, reason: 'sandbox-lost', detail: 'the thread did not answer' };
    default:
      return { status, predicted };
  }
}

/**
 * Runs the pairs of a published file of Python functions again and says which of them can be
 * trusted: twice each, in the sealed Python sandbox. Without a file it writes a small one of its own
 * in the same format, with all that goes wrong in such files. Prints the first problems and a table,
 * and writes a row about every pair that is not reproduced.
 *
 *     npx tsx examples/audit-published.ts
 *     npx tsx examples/audit-published.ts path/to/raw.jsonl.gz    # hkust-nlp/CodeIO-PyEdu-Reasoning-Raw
 */
import { mkdir, writeFile } from 'node:fs/promises';
import {
  type AuditRow,
  auditPairs,
  formatAudit,
  parseJson,
  readCodeIORaw,
  stringifyJson,
  writeJsonl,
} from 'codeio';
import { createPythonSandbox } from 'codeio/python';

const directory = 'output/audit-published';
const shownProblems = 20;

/** A function and the JSON text of its pairs, which Python has written: `NaN` and big integers too. */
function rowOf(name: string, code: string, pairs: string): string {
  return stringifyJson({
    problem_description: `What does ${name} give?`,
    io_requirements: 'As the code has it.',
    refcode: code,
    funcname: name,
    ios: parseJson(pairs),
    source: 'examples',
    category: 'demonstration',
    meta: {},
  });
}

const lines = [
  rowOf(
    'share_bill',
    'def share_bill(cents, guests):\n    share, rest = divmod(cents, guests)\n    return [share + (i < rest) for i in range(guests)]',
    '[{"input": {"cents": 1000, "guests": 3}, "output": [334, 333, 333]}, {"input": {"cents": 7, "guests": 2}, "output": [4, 3]}]',
  ),
  // Its inputs were written down after the calls, which had taken the first two out of the heap.
  rowOf(
    'serve_two',
    'import heapq\ndef serve_two(ages):\n    heapq.heapify(ages)\n    return [heapq.heappop(ages) for _ in range(min(2, len(ages)))]',
    '[{"input": {"ages": [34, 71, 52]}, "output": [5, 19]}, {"input": {"ages": []}, "output": [8]}]',
  ),
  rowOf(
    'draw_lots',
    'import random\ndef draw_lots(names):\n    return random.sample(names, 2)',
    '[{"input": {"names": ["Ada", "Bo", "Cy", "Di", "Eve"]}, "output": ["Cy", "Ada"]}]',
  ),
  rowOf(
    'stamp',
    'import time\ndef stamp(text):\n    return f"{text} ({time.strftime(\'%Y-%m-%d\')})"',
    '[{"input": {"text": "sent"}, "output": "sent (2024-03-05)"}]',
  ),
  rowOf(
    'unique_words',
    'def unique_words(text):\n    return list(set(text.split()))',
    '[{"input": {"text": "the cat and the dog and the bird at the door"}, "output": ["cat", "the"]}]',
  ),
  rowOf(
    'norm',
    'import numpy as np\ndef norm(v):\n    return float(np.linalg.norm(v))',
    '[{"input": {"v": [3, 4]}, "output": 5.0}]',
  ),
  rowOf(
    'capital',
    'def capital(country):\n    return {"Peru": "Lima"}[country]',
    '[{"input": {"country": "Peru"}, "output": "Lima"}, {"input": {"country": "Mali"}, "output": "Bamako"}]',
  ),
  rowOf(
    'mean',
    'def mean(values):\n    return {"mean": sum(values) / len(values) if values else float("nan")}',
    '[{"input": {"values": []}, "output": {"mean": NaN}}, {"input": {"values": [1, 2]}, "output": {"mean": 1.5}}]',
  ),
  // The second is what is left of the first where numbers are 64-bit floats.
  rowOf(
    'grains',
    'def grains(field):\n    return 2 ** field + 1',
    '[{"input": {"field": 64}, "output": 18446744073709551617}, {"input": {"field": 64}, "output": 18446744073709551616}]',
  ),
  // Values of Python instead of JSON: one that JSON can carry, and one that it cannot.
  rowOf(
    'repeat',
    'def repeat(word, times):\n    return [word * n for n in times]',
    `[{"input": "{'word': 'a\\\\'', 'times': (1, 2)}", "output": "[\\"a'\\", \\"a'a'\\"]"}, {"input": "{'word': 'b', 'times': {1, 2}}", "output": "['b', 'bb']"}]`,
  ),
  '{"problem_description": "A line that breaks off',
];

async function writeOwnFile(): Promise<string> {
  await mkdir(directory, { recursive: true });
  await writeFile(`${directory}/raw.jsonl`, `${lines.join('\n')}\n`);
  return `${directory}/raw.jsonl`;
}

const file = process.argv[2] ?? (await writeOwnFile());
await using sandbox = createPythonSandbox();
let unreadable = 0;
const functions = readCodeIORaw(file, {
  onProblem({ message }) {
    if (++unreadable <= shownProblems) console.log(`left out: ${message}`);
  },
});
const audit = auditPairs(functions, { sandbox });

async function* problems(): AsyncGenerator<AuditRow> {
  let shown = 0;
  for await (const row of audit) {
    if (row.status === 'reproducible') continue;
    if (++shown <= shownProblems) console.log(describe(row));
    yield row;
  }
}

function describe({ functionId, entrypoint, pairIndex, ...finding }: AuditRow): string {
  const { status, detail, computed } = finding;
  const returned = computed === undefined ? '' : ` returns ${stringifyJson(computed)}`;
  const reason = detail === undefined ? '' : ` ${detail}`;
  const name = `${entrypoint} ${functionId.slice(0, 6)} [${pairIndex}]`;
  return `${name.padEnd(24)} ${status}:${returned}${reason}`.slice(0, 110);
}

const written = await writeJsonl(`${directory}/problems.jsonl`, problems());
console.log(`\n${formatAudit(audit.summary())}\n`);
console.log(`${unreadable} lines or pairs could not be read`);
console.log(`${written} rows in ${directory}/problems.jsonl`);

/**
 * Measures the library on this machine, prints tables and keeps them in `bench/results.md`.
 * A wrong result anywhere ends it with an error.
 *
 *     npm run bench
 *     npm run bench -- --only sandbox          # or another part: prints alone
 *     npm run bench -- --only memory --checks 100000
 *     npm run bench -- --only runs --tasks 100000 --rounds 1
 *     npm run bench -- --only formats --rows 100000
 *     npm run bench -- --only python --calls 1000 --functions 100 --agreement 100
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureDeduplicate } from './deduplicate.js';
import { measureFormats } from './formats.js';
import { readChecks } from './functions.js';
import { measureMemory } from './memory.js';
import { measurePeers } from './peers.js';
import { measurePython } from './python.js';
import { measurePythonSandbox } from './python-sandbox.js';
import { measureReport } from './report.js';
import { measureRuns } from './runs.js';
import { measureIsolation, measurePool, measurePrograms } from './sandbox.js';
import { formatTable, type Row } from './table.js';
import { measureText } from './text.js';

const results = fileURLToPath(new URL('../../bench/results.md', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    checks: { type: 'string', default: '1000000' },
    tasks: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
    calls: { type: 'string', default: '10000' },
    functions: { type: 'string', default: '1500' },
    agreement: { type: 'string', default: '1000' },
  },
});

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  text: measureText,
  sandbox: measureSandbox,
  python: () =>
    measurePythonSandbox(readChecks(), {
      calls: Number(values.calls),
      functions: Number(values.functions),
      agreement: Number(values.agreement),
    }),
  memory: () => measureMemory(Number(values.checks)),
  deduplicate: measureDeduplicate,
  runs: () => measureRuns(Number(values.tasks), Number(values.rounds)),
  formats: () => measureFormats(Number(values.rows)),
  report: measureReport,
};
const names = values.only === undefined ? Object.keys(parts) : [values.only];

const lines: string[] = [];
const print = (text: string): void => {
  console.log(text);
  lines.push(text);
};
print(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
print(`${new Date().toISOString().slice(0, 10)}, load average ${loadavg()[0]?.toFixed(1)}`);
for (const name of names) {
  const part = parts[name];
  if (part === undefined) throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}`);
  print(`\n${name}\n\n${formatTable(await part())}`);
}
if (values.only === undefined) {
  await mkdir(fileURLToPath(new URL('.', `file://${results}`)), { recursive: true });
  const head = '# Measured\n\nWritten by `npm run bench`. Times are medians per check or call.';
  await writeFile(results, `${head}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`);
}

async function measureSandbox(): Promise<readonly Row[]> {
  const checks = readChecks();
  return [
    ...(await measureIsolation(checks)),
    ...(await measurePool(checks)),
    ...(await measurePrograms(checks)),
    ...(await measurePython(checks)),
    ...(await measurePeers()),
  ];
}

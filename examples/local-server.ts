/**
 * Any OpenAI-compatible server (vLLM, SGLang, Ollama, llama.cpp) as the model.
 *
 *     OPENAI_BASE_URL=http://127.0.0.1:11434/v1 CODEIO_MODEL=qwen3:8b npx tsx examples/local-server.ts
 *
 * Without these variables it starts a tiny server of its own that knows one answer, so that you can
 * see what goes over the wire.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createOpenAI } from '@ai-sdk/openai';
import { extractReasoningMiddleware, wrapLanguageModel } from 'ai';
import { collectPairs, createSandbox, createTasks, readFunction, revise } from 'codeio';

const { OPENAI_BASE_URL, OPENAI_API_KEY = 'unused', CODEIO_MODEL = 'demo' } = process.env;

const folder = fileURLToPath(new URL('functions/crate-ferry', import.meta.url));
await using sandbox = createSandbox();
const fn = await readFunction(folder);
const { pairs } = await collectPairs(fn, { sandbox, count: 1, seed: 3 });
const [task] = createTasks(fn, pairs, { directions: ['output'] });
if (task === undefined) throw new Error('no pair was collected');

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const content = `<think>I add up.</think>The boats carry: {"output": ${JSON.stringify(pairs[0]?.output)}}`;
    const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: '1', created: 0, model: 'demo', choices: [choice] }));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const demoURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;

const openai = createOpenAI({ baseURL: OPENAI_BASE_URL ?? demoURL, apiKey: OPENAI_API_KEY });
const model = wrapLanguageModel({
  model: openai.chat(CODEIO_MODEL),
  // Reasoning models behind such servers often think inside the text; this takes it out.
  middleware: extractReasoningMiddleware({ tagName: 'think' }),
});

const { turns, outcome } = await revise(task, { model, sandbox, timeoutMs: 120_000 });
for (const { prediction, verdict } of turns) {
  console.log(`reasoning: ${prediction.reasoning ?? '(none apart)'}`);
  console.log(`text:      ${prediction.text}`);
  console.log(`verdict:   ${verdict.status}`);
}
console.log(`outcome:   ${outcome}`);
server.close();
server.closeAllConnections();

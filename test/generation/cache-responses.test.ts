import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenAI } from '@ai-sdk/openai';
import { wrapLanguageModel } from 'ai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CacheMissError,
  cacheResponses,
  DataFileError,
  type PredictOptions,
  predict,
  replayModel,
} from '../../src/index.js';
import { taxTask } from '../support/fixtures.js';
import {
  type OpenAIServer,
  type ServedReply,
  startOpenAIServer,
} from '../support/openai-server.js';

let directory: string;
let server: OpenAIServer;
let reply: ServedReply;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-cache-'));
  reply = { text: 'reply' };
  server = await startOpenAIServer((_, number) =>
    typeof reply === 'object' && 'text' in reply
      ? { ...reply, text: `${reply.text} ${number}` }
      : reply,
  );
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const files = async () =>
  (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.json'));

async function ask(
  options: Partial<PredictOptions> & { modelId?: string; namespace?: string } = {},
): Promise<string> {
  const { modelId = 'tiny', namespace, ...rest } = options;
  const openai = createOpenAI({ apiKey: 'test', baseURL: server.baseURL });
  const model = wrapLanguageModel({
    model: openai.chat(modelId),
    middleware: cacheResponses({ directory, namespace }),
  });
  return (await predict(taxTask('output'), { model, ...rest })).text;
}

describe('cacheResponses', () => {
  it('answers the same request from its files', async () => {
    expect([await ask(), await ask()]).toEqual(['reply 1', 'reply 1']);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof ask>[0]]>([
    ['the model', { modelId: 'other' }],
    ['the temperature', { temperature: 0.3 }],
    ['the seed', { seed: 5 }],
    ['the stop sequences', { stopSequences: ['x'] }],
    ['the output limit', { maxOutputTokens: 100 }],
    ['the provider options', { providerOptions: { openai: { user: 'a' } } }],
    ['the prompt', { messages: [{ role: 'user', content: 'other' }] }],
    ['the sample', { sample: 1 }],
    ['the namespace', { namespace: 'other' }],
  ])('asks again when %s differs', async (_, options) => {
    await ask();
    expect(await ask(options)).toBe('reply 2');
    expect(await ask(options)).toBe('reply 2');
    expect(await files()).toHaveLength(2);
  });

  it('keeps files that a person can read', async () => {
    await ask();
    const text = await readFile(join(directory, (await files())[0] as string), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      request: {
        provider: 'openai.chat',
        modelId: 'tiny',
        messages: [{ role: 'user' }],
        sample: 0,
      },
      response: { content: [{ type: 'text', text: 'reply 1' }] },
    });
    expect(text.split('\n').length).toBeGreaterThan(10);
  });

  it('keeps nothing that did not end by itself', async () => {
    reply = { text: 'cut', finishReason: 'length' };
    await ask().catch(() => undefined);
    expect(await files()).toEqual([]);
    reply = { text: 'whole' };
    expect(await ask()).toBe('whole 2');
  });

  it('survives writers side by side', async () => {
    const texts = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(await files()).toHaveLength(1);
    expect(texts).toContain(await ask());
    expect(await readdir(directory, { recursive: true })).toHaveLength(2);
  });

  it('names a file that it cannot read', async () => {
    await ask();
    await writeFile(join(directory, (await files())[0] as string), '{"half');
    await expect(ask()).rejects.toThrow(DataFileError);
  });
});

describe('replayModel', () => {
  it('needs no server, and names the prompt that it has no response for', async () => {
    await ask();
    const model = replayModel({ directory, provider: 'openai.chat', modelId: 'tiny' });
    expect(await predict(taxTask('output'), { model })).toMatchObject({
      text: 'reply 1',
      modelId: 'tiny',
    });
    const miss = predict(taxTask('input'), { model });
    await expect(miss).rejects.toThrow(CacheMissError);
    await expect(miss).rejects.toThrow(
      /no recorded response of tiny in .* for the prompt "What does a customer pay/,
    );
    expect(server.requests).toHaveLength(1);
  });
});

import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LanguageModelMiddleware } from 'ai';
import { CacheMissError } from '../errors/cache-miss-error.js';
import { DataFileError } from '../errors/data-file-error.js';
import { optionError } from '../errors/option-error.js';
import { type ResponseRequest, responseKey, toResponseRequest } from './response-key.js';

/** Options of {@link cacheResponses}. */
export interface CacheResponsesOptions {
  /** Where the replies are kept, one readable JSON file each. Made when it does not exist. */
  readonly directory: string;
  /**
   * What happens when there is no reply yet: ask the model and keep its reply, or throw a
   * `CacheMissError`, which makes a run that needs no model at all.
   * @defaultValue 'call'
   */
  readonly onMiss?: 'call' | 'error' | undefined;
  /**
   * Keeps replies apart that provider, model and settings do not tell apart, such as those of two
   * servers with the same model id.
   */
  readonly namespace?: string | undefined;
}

type GenerateResult = Awaited<
  ReturnType<Parameters<NonNullable<LanguageModelMiddleware['wrapGenerate']>>[0]['doGenerate']>
>;

/** What a file of the cache holds. */
interface RecordedResponse {
  readonly request: ResponseRequest;
  readonly response: Pick<GenerateResult, 'content' | 'finishReason' | 'usage'>;
}

/**
 * Makes AI SDK middleware that keeps every finished reply and answers the same request from there
 * the next time. The key covers everything that changes a reply: provider, model, prompt, all
 * settings, provider options and the sample index. Many processes may use one directory.
 *
 * Only replies that ended by themselves are kept; a cut-off one is asked for again.
 *
 * @example
 * ```ts
 * const model = wrapLanguageModel({ model: openai('gpt-5-mini'), middleware: cacheResponses({ directory: 'responses' }) });
 * ```
 */
export function cacheResponses(options: CacheResponsesOptions): LanguageModelMiddleware {
  const { directory, onMiss = 'call', namespace } = options;
  if (typeof directory !== 'string' || directory === '') {
    throw optionError('directory', 'the path of a folder', directory);
  }
  if (onMiss !== 'call' && onMiss !== 'error') {
    throw optionError('onMiss', "'call' or 'error'", onMiss);
  }
  return {
    specificationVersion: 'v3',
    async wrapGenerate({ doGenerate, params, model }) {
      const request = toResponseRequest(model, params, namespace);
      const key = responseKey(request);
      const file = responseFile(directory, key);
      const recorded = await readRecorded(file);
      if (recorded !== undefined) {
        const providerMetadata = { codeio: { isCached: true } };
        return { ...recorded.response, warnings: [], providerMetadata };
      }
      if (onMiss === 'error') {
        const prompt = String(request.messages.at(-1)?.content ?? '');
        throw new CacheMissError({ directory, key, modelId: model.modelId, prompt });
      }
      const result = await doGenerate();
      if (result.finishReason.unified === 'stop') {
        const { content, finishReason, usage } = result;
        await writeRecorded(file, { request, response: { content, finishReason, usage } });
      }
      return result;
    },
  };
}

/** The file of a reply; folders of 256 keep directories small. */
function responseFile(directory: string, key: string): string {
  return join(directory, key.slice(0, 2), `${key}.json`);
}

async function readRecorded(file: string): Promise<RecordedResponse | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as RecordedResponse;
  } catch (cause) {
    throw new DataFileError(file, 1, 'is not a recorded response; delete it to ask again', {
      cause,
    });
  }
}

/** Writes beside the file and renames, so that no reader ever sees half of it. */
async function writeRecorded(file: string, recorded: RecordedResponse): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, `${JSON.stringify(recorded, undefined, 2)}\n`);
  await rename(draft, file);
}

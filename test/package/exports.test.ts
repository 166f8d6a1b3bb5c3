import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const entries = [
  'codeio',
  'codeio/sandbox',
  'codeio/python',
  'codeio/formats',
  'codeio/report',
  'codeio/testing',
];

describe('the built package', () => {
  it.each(entries)('%s exports the same names to import and to require', async (entry) => {
    const imported = Object.keys(await import(entry)).sort();
    expect(imported.length).toBeGreaterThan(0);
    expect(Object.keys(require(entry)).sort()).toEqual(imported);
  });

  it('exports these names', async () => {
    expect(Object.keys(await import('codeio')).sort()).toMatchInlineSnapshot(`
      [
        "BudgetExceededError",
        "CacheMissError",
        "CodeIOError",
        "DataFileError",
        "FunctionFolderError",
        "JournalError",
        "JournalLockedError",
        "JournalMismatchError",
        "JsonSyntaxError",
        "ModelCallError",
        "NotRepresentableError",
        "PredictionError",
        "RevisionError",
        "RunStoppedError",
        "SandboxClosedError",
        "SandboxStartError",
        "TransformError",
        "acceptBatch",
        "auditPairs",
        "batchId",
        "batchOnlyModel",
        "buildPrompt",
        "cacheResponses",
        "canonicalJson",
        "checkCode",
        "checkGenerator",
        "chooseSplit",
        "collectPairs",
        "combineSandboxes",
        "compareFingerprints",
        "costOf",
        "createBudget",
        "createErrorRate",
        "createInProcessSandbox",
        "createLimiter",
        "createMemoryJournal",
        "createReporter",
        "createSandbox",
        "createTasks",
        "decontaminate",
        "deduplicate",
        "defaultJoinTemplate",
        "defaultPairLimits",
        "defaultPythonTransformTemplate",
        "defaultRetryRequest",
        "defaultTransformTemplate",
        "defineFunction",
        "estimate",
        "estimateDifficulty",
        "exactNumber",
        "extractAnswer",
        "findBatchApi",
        "findTriviality",
        "formatAudit",
        "formatFeedback",
        "fromBatchResponses",
        "functionOf",
        "generateDataset",
        "inferInputSchema",
        "isEqual",
        "isExactNumber",
        "isInBand",
        "limiterFor",
        "mapConcurrently",
        "normalizeCode",
        "openJournal",
        "parseJson",
        "planBatch",
        "predict",
        "promptTemplates",
        "readBatchId",
        "readCodeAnswer",
        "readCodeIORaw",
        "readCruxEval",
        "readFailures",
        "readFunction",
        "readFunctions",
        "readJournal",
        "readJsonAnswer",
        "readJsonl",
        "readReasoningGym",
        "replayModel",
        "reverify",
        "revise",
        "shardBatch",
        "solveRate",
        "splitByFunction",
        "stopOnRepetition",
        "streamTasks",
        "stringifyJson",
        "takeFingerprint",
        "toBatchRequests",
        "toCodeIO",
        "toJoined",
        "transformCode",
        "trivialityFlags",
        "verify",
        "writeJsonl",
      ]
    `);
  });

  it('has one copy of its errors for all entries, and recognises those of another copy', async () => {
    const main = await import('codeio');
    const formats = await import('codeio/formats');
    expect(formats.DataFileError).toBe(main.DataFileError);
    const other = require('codeio') as typeof main;
    expect(other.DataFileError).not.toBe(main.DataFileError);
    expect(main.CodeIOError.isInstance(new other.DataFileError('file', 1, 'problem'))).toBe(true);
    expect(main.isExactNumber(other.exactNumber('1.0'))).toBe(true);
  });

  it('starts its workers from import and from require', async () => {
    const program = {
      language: 'javascript' as const,
      code: 'const main = () => 42',
      entrypoint: 'main',
    };
    for (const { createSandbox } of [
      await import('codeio/sandbox'),
      require('codeio/sandbox') as typeof import('codeio/sandbox'),
    ]) {
      await using sandbox = createSandbox({ workers: 1 });
      expect(await sandbox.run(program, {})).toMatchObject({ value: 42 });
    }
  });
});

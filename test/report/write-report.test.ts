import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/index.js';
import { renderReport, writeReport } from '../../src/report/index.js';
import { loadPlotLibrary } from '../../src/report/plots/plot-library.js';
import { revised, right } from '../formats/support/conversations.js';
import { variedConversations } from './support/varied-conversations.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeio-report-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const some = [...variedConversations(300)];

describe('writeReport', () => {
  it('writes one page and tells what is in it', async () => {
    const file = join(folder, 'new/folder/report.html');
    const written = await writeReport(some, { file, title: 'Jars', sampleSize: 50 });
    const html = await readFile(file);
    expect(written).toEqual({ file, bytes: html.length, conversations: 300, browsable: 50 });
    expect(await readdir(join(folder, 'new/folder'))).toEqual(['report.html']);
    expect(html.toString()).toContain('<title>Jars</title>');
    expect(html.toString()).toContain('A sample of 50 of 300 conversations');
  });

  it('writes the same bytes for the same data, also from an async source', async () => {
    const file = join(folder, 'report.html');
    await writeReport(some, { file, seed: 3 });
    const first = await readFile(file, 'utf8');
    async function* source() {
      yield* some;
    }
    await writeReport(source(), { file, seed: 3 });
    expect(await readFile(file, 'utf8')).toBe(first);
  });

  it('leaves the old page when the source fails', async () => {
    const file = join(folder, 'kept.html');
    await writeReport([right], { file });
    const before = await readFile(file, 'utf8');
    function* failing() {
      yield right;
      throw new RangeError('no more');
    }
    await expect(writeReport(failing(), { file })).rejects.toThrow('no more');
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('stops on a signal, with its reason', async () => {
    const control = new AbortController();
    async function* endless() {
      yield right;
      control.abort(new Error('enough'));
      await new Promise(() => {});
    }
    const file = join(folder, 'stopped.html');
    await expect(writeReport(endless(), { file, signal: control.signal })).rejects.toThrow(
      'enough',
    );
    expect(await readdir(folder)).not.toContain('stopped.html');
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const onProgress = ({ conversations }: { conversations: number }) => told.push(conversations);
    await renderReport(variedConversations(2500), { onProgress, sampleSize: 1 });
    expect(told).toEqual([1000, 2000, 2500]);
  });

  it('has a page for no conversations at all', async () => {
    const { html, conversations } = await renderReport([]);
    expect(conversations).toBe(0);
    expect(html).toContain('There is nothing to draw.');
    const [page = ''] = html.split('<script');
    expect(/NaN|Infinity|undefined/.exec(page)).toBe(null);
  });

  it('names costs only with prices', async () => {
    const prices = { inputPerMillion: 1, outputPerMillion: 1 };
    const { html } = await renderReport([revised], { prices, currency: '€' });
    expect(html).toContain('€0.00010');
    expect((await renderReport([revised])).html).toContain('A cost takes them and prices.');
  });

  it('names the misused option', async () => {
    const refused = (options: object, conversations: unknown = some) =>
      expect(writeReport(conversations as Conversation[], options as { file: string })).rejects;
    await refused({}).toThrow('file must be a path');
    await refused({ file: 'x' }, 7).toThrow('conversations must be an iterable');
    await refused({ file: 'x', sampleSize: -1 }).toThrow('sampleSize must be an integer');
    await refused({ file: 'x', prices: {} }).toThrow('prices.inputPerMillion must be a price');
    await refused({ file: 'x', date: 'today' }).toThrow('date must be a valid Date');
    await refused({ file: 'x', title: 7 }).toThrow('title must be a string');
    await refused({ file: 'x', onProgress: 7 }).toThrow('onProgress must be a function');
    await refused({ file: 'x', validations: { sft: [] } }).toThrow('validations.sft must be');
  });

  it('says what to install when the plot library is missing', async () => {
    const missing = () => Promise.reject(new Error('Cannot find package'));
    await expect(loadPlotLibrary(missing)).rejects.toThrow('npm install echarts');
  });

  it('stays small whatever the number of conversations', async () => {
    const filler = 'and so on '.repeat(1000);
    const { html, browsable } = await renderReport(variedConversations(2000, { filler }), {
      sampleSize: 2000,
      maxSampleBytes: 2_000_000,
    });
    expect(Buffer.byteLength(html)).toBeLessThan(2_500_000);
    expect(browsable).toBeGreaterThan(100);
  });
});

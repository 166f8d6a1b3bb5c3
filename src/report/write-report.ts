import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Conversation } from '../core/conversation.js';
import { optionError } from '../errors/option-error.js';
import { syncFolder, writeDurably } from '../formats/files/durable-files.js';
import type { Items } from '../values/items.js';
import { renderReport } from './render-report.js';
import type { RenderReportOptions } from './report-options.js';

/** Where a report goes, and what it says. */
export interface WriteReportOptions extends RenderReportOptions {
  /** The path of the page; missing folders are made. */
  readonly file: string;
}

/** A report that was written. */
export interface WrittenReport {
  readonly file: string;
  /** The size of the file. */
  readonly bytes: number;
  /** Conversations that were counted. */
  readonly conversations: number;
  /** Conversations that can be browsed. */
  readonly browsable: number;
}

/**
 * Writes a report on conversations: one HTML page that needs no other file and no network, with
 * accuracy per turn, what feedback did, what is hard, tokens and cost, findings of validators, and a
 * browser for a sample of the conversations. The file appears when it is complete.
 *
 * Needs the package `echarts`, which draws the plots.
 *
 * @param conversations - Conversations, as they come; read once, and only the sample is kept.
 * @throws TypeError for misuse, the signal's reason, and an Error when `echarts` is not installed.
 *
 * @example
 * ```ts
 * const conversations = readJsonl<Conversation>('conversations.jsonl');
 * await writeReport(conversations, { file: 'report.html' });
 * ```
 */
export async function writeReport(
  conversations: Items<Conversation>,
  options: WriteReportOptions,
): Promise<WrittenReport> {
  const { file, ...more } = options ?? {};
  if (typeof file !== 'string' || file === '') throw optionError('file', 'a path', file);
  const { html, ...counts } = await renderReport(conversations, more);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeDurably(draft, html);
    await rename(draft, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { file, bytes: Buffer.byteLength(html), ...counts };
}

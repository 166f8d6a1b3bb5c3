import type { Conversation } from '../core/conversation.js';
import { readUntilAborted } from '../formats/files/read-until-aborted.js';
import { type Items, requireItems } from '../values/items.js';
import { createReportNumbers } from './numbers/report-numbers.js';
import { renderPage } from './page/page.js';
import { loadPlotLibrary } from './plots/plot-library.js';
import { type RenderReportOptions, readReportOptions } from './report-options.js';
import { createSampleDrawer } from './sample/draw-sample.js';

/** A report as text. */
export interface RenderedReport {
  /** The whole page. */
  readonly html: string;
  /** Conversations that were counted. */
  readonly conversations: number;
  /** Conversations that can be browsed. */
  readonly browsable: number;
}

/** How often progress is told, in conversations. */
const progressEvery = 1000;

/**
 * Renders conversations as one HTML page that needs no other file: numbers and plots of all of them,
 * and a browser for a sample in which every kind has its place. Conversations are read once, and only
 * the sample is kept. The same conversations and options give the same text.
 *
 * Needs the package `echarts`, which draws the plots.
 *
 * @throws TypeError for misuse, the signal's reason, and an Error when `echarts` is not installed.
 */
export async function renderReport(
  conversations: Items<Conversation>,
  options: RenderReportOptions = {},
): Promise<RenderedReport> {
  requireItems('conversations', conversations);
  const settings = readReportOptions(options);
  const { signal, onProgress } = settings;
  // First of all, so that nobody waits for the reading to hear that it is missing.
  const draw = await loadPlotLibrary();
  const numbers = createReportNumbers(settings.pricesOf);
  const sample = createSampleDrawer(settings.sample);
  let count = 0;
  for await (const conversation of readUntilAborted(conversations, signal)) {
    numbers.add(conversation);
    sample.add(conversation);
    count++;
    if (count % progressEvery === 0) onProgress({ conversations: count });
  }
  signal?.throwIfAborted();
  if (count % progressEvery !== 0 || count === 0) onProgress({ conversations: count });
  const drawn = sample.result();
  const html = renderPage({ ...settings, numbers: numbers.result(), sample: drawn }, draw);
  return { html, conversations: count, browsable: drawn.conversations.length };
}

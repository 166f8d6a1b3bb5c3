import { renderReport } from 'codeio/report';
import { makeConversation } from './synthetic-conversations.js';
import { atMost, type Row } from './table.js';

const conversations = 50_000;
const megabyte = 1_000_000;

/** Makes a report of many conversations, which are made as they are read. */
export async function measureReport(): Promise<readonly Row[]> {
  const before = process.memoryUsage.rss();
  const startedAt = performance.now();
  const { html, browsable } = await renderReport(makeAll(), {});
  const seconds = (performance.now() - startedAt) / 1000;
  const size = Buffer.byteLength(html) / megabyte;
  const grown = (process.memoryUsage.rss() - before) / megabyte;
  return [
    {
      what: `report of ${conversations} conversations, ${browsable} of them to browse`,
      figure: `${seconds.toFixed(1)} s, ${Math.round(conversations / seconds)} a second`,
    },
    {
      what: 'its size, and growth of the resident set while it was made',
      figure: `${size.toFixed(1)} MB, +${Math.round(grown)} MB`,
      wanted: atMost(20, size, ' MB'),
    },
  ];
}

function* makeAll() {
  for (let index = 0; index < conversations; index++) yield makeConversation(index);
}

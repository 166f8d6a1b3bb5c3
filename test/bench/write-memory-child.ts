/** Writes very many rows; started by `write-memory.ts`, prints JSON. */
import type { Conversation } from 'codeio';
import { trlPromptCompletionFormat, writeDataset } from 'codeio/formats';
import { makeConversation } from './synthetic-conversations.js';
import { earlyRows, type WriteMemoryUse } from './write-memory.js';

const [total, directory] = [Number(process.argv[2]), String(process.argv[3])];
let makingMs = 0;
let early = 0;
let late = 0;
let isEnough = false;

function* makeConversations(): Generator<Conversation> {
  for (let index = 0; !isEnough; index++) {
    const startedAt = performance.now();
    const conversation = makeConversation(index);
    makingMs += performance.now() - startedAt;
    yield conversation;
  }
}

const startedAt = performance.now();
const { configs } = await writeDataset(makeConversations(), {
  directory,
  formats: { sft: trlPromptCompletionFormat() },
  onProgress({ rows }) {
    const size = process.memoryUsage.rss();
    if (rows >= Math.min(earlyRows, total / 2)) {
      if (early === 0) early = size;
      late = Math.max(late, size);
    }
    isEnough = rows >= total;
  },
});
const use: WriteMemoryUse = {
  rows: configs.sft?.rows ?? 0,
  bytes: configs.sft?.bytes ?? 0,
  seconds: (performance.now() - startedAt - makingMs) / 1000,
  early,
  late,
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(use));

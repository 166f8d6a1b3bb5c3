import { createHash } from 'node:crypto';
import clientCode from '../client/main.ts?raw';
import { embeddedJson } from '../sample/embedded-json.js';
import type { SampleData } from '../sample/sample-data.js';
import conversationStyles from './conversation.css?raw';
import listStyles from './conversation-list.css?raw';
import figureStyles from './figures.css?raw';
import { type Html, html, trustedHtml } from './html.js';
import pageStyles from './page.css?raw';

const styles = [pageStyles, figureStyles, listStyles, conversationStyles].join('');

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  /** Sections to jump to, by their ids. */
  readonly sections: Readonly<Record<string, string>>;
  readonly head: Html;
  readonly main: Html;
  readonly sample: SampleData;
}

/**
 * Writes the whole page. It allows itself its own script and style by their hashes, and nothing else:
 * whatever a model wrote can neither run nor load anything.
 */
export function renderDocument({ title, sections, head, main, sample }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(clientCode)}'`,
    `style-src '${hashOf(styles)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const links = Object.entries(sections).map(([id, name]) => html`<a href="#${id}">${name}</a>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustedHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${trustedHtml(styles)}</style>
</head>
<body>
<header class="top"><div class="inner">
<a class="brand" href="#top" aria-label="To the top">${mark}<span>${title}</span></a>
<nav aria-label="Sections">${links}</nav>
<button type="button" id="theme" class="icon" hidden><span aria-hidden="true">◐</span><span class="hidden">Dark or light</span></button>
</div></header>
<main id="top">
${head}
${main}
</main>
<script type="application/json" id="data">${trustedHtml(embeddedJson(sample))}</script>
<script>${trustedHtml(clientCode)}</script>
</body>
</html>
`.html;
}

const mark = trustedHtml(
  '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="var(--accent)"/><path d="M9 11l5 5-5 5M17 21h7" fill="none" stroke="var(--on-accent)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%234454d6'/%3E%3Cpath d='M9 11l5 5-5 5M17 21h7' fill='none' stroke='white' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

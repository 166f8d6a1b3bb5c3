import { type Html, html } from './html.js';
import { formatCount } from './number-text.js';

/** Writes the place that the page's script fills with the sample browser. */
export function browserSection(shown: number, total: number): Html {
  const note =
    shown === total
      ? `All ${formatCount(total)} conversations.`
      : `A sample of ${formatCount(shown)} of ${formatCount(total)} conversations, drawn so that rare kinds are there: shares in it are not those of the dataset. All numbers above are about all ${formatCount(total)}.`;
  return html`<section id="browse" class="browse" aria-labelledby="browse-title">
<div class="browse-head"><h2 id="browse-title">Browse conversations</h2><p>${note}</p></div>
<div id="browser"><noscript><p>Browsing needs JavaScript; all else on this page does not.</p></noscript></div>
</section>
`;
}

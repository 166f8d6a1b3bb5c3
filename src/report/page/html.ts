/** Text of a page that is safe as it is. Anything else is escaped where it is put in. */
export interface Html {
  readonly html: string;
}

type Content = string | number | Html | readonly Html[] | undefined | false;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Puts a page together: what is put in is escaped unless it is {@link Html}; nothing is left of `undefined` and `false`. */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = literals[0] ?? '';
  for (const [index, content] of contents.entries()) {
    text += contentText(content) + (literals[index + 1] ?? '');
  }
  return { html: text };
}

/** Takes text as it is: only for text that no one else wrote. */
export function trustedHtml(text: string): Html {
  return { html: text };
}

function contentText(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map(({ html: part }) => part).join('');
}

/** A button that has the browser show some conversations. */
export function button(
  title: string,
  shown: { readonly category?: string; readonly search?: string },
): Html {
  const { category, search } = shown;
  return html`<button type="button" class="show"${category !== undefined && html` data-category="${category}"`}${search !== undefined && html` data-search="${search}"`} title="Show in the browser">${title}</button>`;
}

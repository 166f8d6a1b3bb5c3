/** What an element may contain; text is set as text, never read as HTML. */
export type Child = Node | string | number | undefined | false | readonly Child[];

/** Attributes; `true` gives an empty one, `undefined` and `false` none. */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined };

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(attribute, value === true ? '' : String(value));
  }
  append(made, children);
  return made;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (typeof child === 'string' || typeof child === 'number') {
      parent.appendChild(document.createTextNode(String(child)));
    } else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/** A part that opens on a click. */
export function foldable(title: Child, content: Child, isOpen = false): HTMLElement {
  return element('details', { open: isOpen }, element('summary', {}, title), content);
}

/**
 * Makes a drawing fit for a page that allows no styles but its own: settings of fonts become
 * attributes, and what scripts and hovering would need goes. What is left is the same whenever it
 * is drawn, without the counters that ECharts keeps.
 *
 * @param label - What the drawing shows, for those who do not see it; already safe in an attribute.
 */
export function cleanSvg(svg: string, label: string): string {
  return (
    svg
      .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
      .replace(
        / (?:ecmeta_\w+|class|pointer-events|xmlns(?::\w+)?|version|baseProfile)="[^"]*"/g,
        '',
      )
      .replace(/ style="([^"]*)"/g, (_, style: string) => fontAttributes(style))
      .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/g, '')
      .replace(/\n+/g, '')
      // The size that it was drawn in is in the viewBox.
      .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${label}"`)
  );
}

/** Takes over size and weight. The family is the page's. */
function fontAttributes(style: string): string {
  const declarations = style.split(';').map((declaration) => declaration.split(':'));
  return declarations
    .filter(([name]) => name === 'font-size' || name === 'font-weight')
    .map(([name, value = '']) => ` ${name}="${value.replace('px', '').trim()}"`)
    .join('');
}

import { labelStyle, line } from './plot-theme.js';

/** Whether a plot of this width, in pixels, has room for little text only. */
export function isNarrow(width: number): boolean {
  return width < 400;
}

/** An axis of shares, from `min` to 1. */
export function percentAxis(min = 0): object {
  return {
    type: 'value',
    min,
    max: 1,
    axisLabel: { ...labelStyle, formatter: (share: number) => `${Math.round(share * 100)} %` },
    splitLine: { lineStyle: { color: line } },
    axisLine: { show: false },
  };
}

/** An axis of kinds. */
export function kindAxis(kinds: readonly string[], label: object = {}): object {
  return {
    type: 'category',
    data: [...kinds],
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { ...labelStyle, interval: 0, ...label },
  };
}

/** An axis of kinds below bars, its titles at an angle where they are many; `height` is what it needs. */
export function bottomAxis(
  kinds: readonly string[],
  width: number,
): { readonly axis: object; readonly height: number } {
  const isCrowded = kinds.length > (isNarrow(width) ? 5 : 9);
  const label = isCrowded ? { rotate: 50, fontSize: 11 } : {};
  return { axis: kindAxis(kinds, label), height: isCrowded ? 64 : 32 };
}

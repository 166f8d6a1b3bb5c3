import { labelStyle, line } from './plot-theme.js';

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
export function kindAxis(kinds: readonly string[], more: object = {}): object {
  return {
    type: 'category',
    data: [...kinds],
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { ...labelStyle, interval: 0 },
    ...more,
  };
}

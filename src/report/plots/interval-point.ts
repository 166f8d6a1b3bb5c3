import { ink, labelStyle, mutedInk } from './plot-theme.js';

/** A share with its interval, somewhere in the band of a kind. */
export interface IntervalPoint {
  /** The number of the kind on the axis. */
  readonly kind: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** How far it is from the middle of the band, in pixels. */
  readonly offset: number;
  readonly color: string;
  /** Where the share is written. */
  readonly label: 'beside' | 'above' | 'nowhere';
  readonly isMain: boolean;
}

/** What ECharts tells about the place of a point. */
export interface PlotCoordinates {
  coord(value: readonly number[]): readonly number[];
}

/** Makes what ECharts draws: a dot with its interval and its share. */
export function drawIntervalPoint(point: IntervalPoint, api: PlotCoordinates): object {
  const { kind, rate, low, high, offset, color, label, isMain } = point;
  const [x = 0, y = 0] = api.coord([kind, rate]);
  const [bottom = 0, top = 0] = [low, high].map((share) => api.coord([kind, share])[1]);
  const center = x + offset;
  const bar = (x1: number, y1: number, x2: number, y2: number): object => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: 2, lineCap: 'round' },
  });
  const place =
    label === 'beside'
      ? { x: center + 9, y, verticalAlign: 'middle' }
      : { x: center, y: Math.min(top, y - 5) - 5, align: 'center', verticalAlign: 'bottom' };
  const text = `${(rate * 100).toFixed(1)} %`;
  const fill = isMain ? ink : mutedInk;
  return {
    type: 'group',
    children: [
      bar(center, bottom, center, top),
      bar(center - 5, bottom, center + 5, bottom),
      bar(center - 5, top, center + 5, top),
      { type: 'circle', shape: { cx: center, cy: y, r: 5 }, style: { fill: color } },
      ...(label === 'nowhere'
        ? []
        : [{ type: 'text', style: { ...labelStyle, ...place, text, fill } }]),
    ],
  };
}

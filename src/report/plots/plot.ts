import type { EChartsCoreOption } from 'echarts/core';
import type { Html } from '../page/html.js';
import type { TableColumns } from '../page/table.js';

/** A plot with everything that stands around it. */
export interface Plot {
  readonly title: string;
  /** What is to be seen, in a sentence or two with the numbers that matter. */
  readonly summary: string;
  /** Names of the colors. */
  readonly legend?: readonly { readonly title: string; readonly color: string }[] | undefined;
  /** What ECharts draws on a width, in pixels; absent when there is nothing to draw. */
  readonly drawing?: ((width: number) => Drawing) | undefined;
  /** The numbers themselves. */
  readonly table: {
    /** @defaultValue 'Numbers' */
    readonly title?: string | undefined;
    /** Whether they are to be seen at once. */
    readonly isOpen?: boolean | undefined;
    readonly columns: TableColumns;
    readonly rows: readonly (readonly (string | Html)[])[];
  };
}

/** What ECharts draws, and how high it is, in pixels. */
export interface Drawing {
  readonly option: EChartsCoreOption;
  readonly height: number;
}

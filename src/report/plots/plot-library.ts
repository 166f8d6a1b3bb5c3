import type { EChartsCoreOption } from 'echarts/core';

/** Draws a plot as SVG. */
export type DrawSvg = (
  option: EChartsCoreOption,
  size: { readonly width: number; readonly height: number },
) => string;

/**
 * Loads the parts of ECharts that the plots are made of.
 *
 * @throws Error that names the package when it is not installed.
 */
export async function loadPlotLibrary(
  load: () => Promise<PlotParts> = importParts,
): Promise<DrawSvg> {
  const { init } = await loadParts(load);
  return (option, size) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    try {
      chart.setOption({ animation: false, ...option });
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
}

/** What plots are made of: not the whole of ECharts, which is much larger. */
export type PlotParts = readonly [
  typeof import('echarts/core'),
  typeof import('echarts/charts'),
  typeof import('echarts/components'),
  typeof import('echarts/renderers'),
];

function importParts(): Promise<PlotParts> {
  return Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
}

async function loadParts(load: () => Promise<PlotParts>): Promise<PlotParts[0]> {
  try {
    const [core, { BarChart, CustomChart, SankeyChart }, { GridComponent }, { SVGRenderer }] =
      await load();
    core.use([BarChart, CustomChart, SankeyChart, GridComponent, SVGRenderer]);
    return core;
  } catch (cause) {
    throw new Error(
      'The plots of a report are drawn by the package echarts, which could not be loaded: npm install echarts',
      { cause },
    );
  }
}

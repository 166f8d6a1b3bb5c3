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
export async function loadPlotLibrary(): Promise<DrawSvg> {
  const { init } = await loadParts();
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

async function loadParts(): Promise<typeof import('echarts/core')> {
  try {
    const [core, charts, components, renderers] = await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
    core.use([
      charts.BarChart,
      charts.CustomChart,
      charts.SankeyChart,
      components.GridComponent,
      renderers.SVGRenderer,
    ]);
    return core;
  } catch (cause) {
    throw new Error(
      'The plots of a report are drawn by the package echarts, which could not be loaded: npm install echarts',
      { cause },
    );
  }
}

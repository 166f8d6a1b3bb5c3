/**
 * A dataset as a page to look at.
 *
 * @packageDocumentation
 */
export { type RenderedReport, renderReport } from './render-report.js';
export type { RenderReportOptions, ReportProgress } from './report-options.js';
export { type WriteReportOptions, type WrittenReport, writeReport } from './write-report.js';

import type { JsonLimits } from 'codeio';

/** Some of the bundled functions have longer lists and texts than the paper's limits allow. */
export const bundledLimits: Partial<JsonLimits> = {
  maxTextLength: 500,
  maxContainerLength: 60,
  maxStringLength: 150,
};

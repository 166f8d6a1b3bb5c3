// Runs in the page: builds the sample browser from the data in the page.
import type { SampleData } from '../sample/sample-data.js';
import { createBrowser } from './browser.js';
import { setUpTheme } from './theme.js';

const theme = document.getElementById('theme');
if (theme !== null) setUpTheme(theme);

const root = document.getElementById('browser');
const data = document.getElementById('data')?.textContent;
if (root !== null && data) {
  // The page is ours, and so is its data.
  const browser = createBrowser(root, JSON.parse(data) as SampleData);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.show') : null;
    if (!(button instanceof HTMLElement)) return;
    const { category, search = '' } = button.dataset;
    browser.show(category === undefined ? {} : { category }, search === '' ? '' : `"${search}"`);
  });
}

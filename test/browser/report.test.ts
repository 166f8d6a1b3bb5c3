import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type WrittenReport, writeReport } from 'codeio/report';
import { type Browser, chromium as launcher, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostileText, variedConversations } from '../report/support/varied-conversations.js';
import { isSlowRun } from '../support/slow-run.js';
import { findChromium } from './chromium.js';

const chromium = isSlowRun ? findChromium() : undefined;
if (isSlowRun && chromium === undefined) {
  console.log('Skipping the report in a web page: there is no Chromium (CHROMIUM_PATH names one).');
}

const total = 50_000;
/** The time in which the page has to respond, in milliseconds. */
const limitMs = 100;

describe.skipIf(chromium === undefined)('a report in a browser', () => {
  let folder = '';
  let browser: Browser;
  let page: Page;
  let written: WrittenReport;
  /** Whatever the page complained about or asked of the network. */
  const incidents: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codeio-report-'));
    const filler = `${hostileText} ${'and so on '.repeat(500)}`;
    const conversations = variedConversations(total, { filler });
    written = await writeReport(conversations, { file: join(folder, 'report.html') });
    browser = await launcher.launch({ executablePath: chromium ?? '', args: ['--no-sandbox'] });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    incidents.length = 0;
    const context = await browser.newContext({ colorScheme: 'light' });
    page = await context.newPage();
    page.on('console', (message) => incidents.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      incidents.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) incidents.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
  });

  afterEach(async () => {
    await page.context().close();
    expect(incidents).toEqual([]);
  });

  const chosen = () => page.locator('.item[aria-selected=true] .number').textContent();
  const count = () => page.locator('.count').textContent();

  it('is small, and says that it shows a sample', async () => {
    expect(written.bytes).toBeLessThan(20_000_000);
    expect(written.conversations).toBe(total);
    expect(await page.locator('.browse-head').textContent()).toContain('of 50,000 conversations');
    expect(await page.locator('.drawing.wide svg[role=img]').count()).toBeGreaterThanOrEqual(7);
    for (const label of await page.locator('svg[role=img]').all()) {
      expect((await label.getAttribute('aria-label'))?.length).toBeGreaterThan(20);
    }
  });

  it('shows what a model wrote as text', async () => {
    await page.locator('#browser').scrollIntoViewIfNeeded();
    const bubble = page.locator('.assistant .bubble').first();
    expect(await bubble.textContent()).toContain(hostileText);
    expect(await page.locator('.detail script, .detail img').count()).toBe(0);
  });

  it('runs no script that is not its own', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      document.body.append(script);
      return 'foreign' in window;
    });
    expect(ran).toBe(false);
    expect(incidents.splice(0).join()).toContain('Content Security Policy');
  });

  it('filters and searches', async () => {
    await page.selectOption('[data-facet=outcome]', 'unverifiable');
    const few = await count();
    expect(few).toBe(`${Number.parseInt(few ?? '', 10)} of ${written.browsable}`);
    await page.selectOption('[data-facet=direction]', 'input');
    expect(Number.parseInt((await count()) ?? '', 10)).toBeLessThan(Number.parseInt(few ?? '', 10));
    await page.click('.reset');
    expect(await count()).toBe(`${written.browsable} conversations`);
    await page.fill('#search', '"shelf is null" TypeError');
    expect(await count()).toMatch(/^\d+ of \d+$/);
    expect(await page.locator('.detail').textContent()).toContain('TypeError: shelf is null');
    await page.fill('#search', 'no such words');
    expect(await page.locator('.detail').textContent()).toContain('No conversation is like that.');
  });

  it('shows what a table names', async () => {
    const button = page.locator('button.show[data-search]').first();
    const name = await button.textContent();
    await button.click();
    expect(await page.inputValue('#search')).toBe(`"${name}"`);
    expect(await page.locator('.item .name').first().textContent()).toBe(name);
  });

  it('is read by keyboard alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('mismatch');
    await page.keyboard.press('Enter');
    const first = await chosen();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = await chosen();
    expect(third).not.toBe(first);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('conversations');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('detail');
    expect(new URL(page.url()).hash).toBe(`#conversation-${third?.slice(1)}`);
    await page.keyboard.press('j');
    expect(await chosen()).not.toBe(third);
    await page.keyboard.press('k');
    expect(await chosen()).toBe(third);
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    expect(await page.locator('.item[aria-selected=true]').getAttribute('aria-posinset')).toBe(
      await page.locator('.item').last().getAttribute('aria-setsize'),
    );
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await count()).toBe(`${written.browsable} conversations`);
  });

  it('opens at a conversation that its address names', async () => {
    await page.locator('#browser').scrollIntoViewIfNeeded();
    const number = await page.locator('.item .number').nth(5).textContent();
    const opened = await page.context().newPage();
    await opened.goto(`${page.url()}#conversation-${number?.slice(1)}`);
    expect(await opened.locator('.item[aria-selected=true] .number').textContent()).toBe(number);
  });

  it('changes between light and dark, and keeps the choice', async () => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.click('#theme');
    const dark = await background();
    expect(dark).not.toBe(light);
    expect(await page.getAttribute('#theme', 'aria-pressed')).toBe('true');
    await page.reload();
    expect(await background()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.click('#theme');
    expect(await background()).toBe(light);
  });

  it('has the list, then the conversation, on a narrow screen', async () => {
    await page.setViewportSize({ width: 380, height: 760 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    expect(await page.locator('.detail').isVisible()).toBe(false);
    await page.locator('.item').nth(1).click();
    expect(await page.locator('.detail').isVisible()).toBe(true);
    await page.locator('.back').click();
    expect(await page.locator('.detail').isVisible()).toBe(false);
    expect(await page.locator('.drawing.narrow svg').first().isVisible()).toBe(true);
  });

  it(`responds within ${limitMs} ms`, async () => {
    const times = await page.evaluate(() => {
      const median = (action: (round: number) => void): number => {
        const taken = Array.from({ length: 9 }, (_, round) => {
          const start = performance.now();
          action(round);
          // Reading a size makes the browser lay out what has changed.
          document.body.getBoundingClientRect();
          return performance.now() - start;
        });
        return taken.sort((a, b) => a - b)[4] ?? Number.NaN;
      };
      const search = document.querySelector<HTMLInputElement>('#search');
      const select = document.querySelector<HTMLSelectElement>('[data-facet=outcome]');
      const list = document.querySelector('#conversations');
      if (search === null || select === null || list === null) throw new Error('no browser');
      return {
        filter: median((round) => {
          select.selectedIndex = round % select.options.length;
          select.dispatchEvent(new Event('change'));
        }),
        search: median((round) => {
          select.selectedIndex = 0;
          search.value = ['so on jar', 'zebra', '1001', 'typeerror'][round % 4] ?? '';
          search.dispatchEvent(new Event('input'));
        }),
        move: median(() => {
          list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
        }),
      };
    });
    for (const [action, ms] of Object.entries(times)) {
      expect(ms, action).toBeLessThan(limitMs);
    }
  });
});

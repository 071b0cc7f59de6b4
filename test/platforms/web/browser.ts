import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium is, or undefined. */
export const browserPath = findBrowser();
export const whyNoBrowser = 'no Chromium was found: apt-get install chromium';

function findBrowser(): string | undefined {
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '') return found;
  }
  return undefined;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath!, args: FLAGS });
}

export interface OpenOptions extends BrowserContextOptions {
  path?: string;
}

/** A new person with an own browser profile opens the page; anything that the page reports as an error fails the test. */
export async function openPage(
  browser: Browser,
  url: string,
  { path = '/', ...options }: OpenOptions = {},
): Promise<Page & { problems: string[] }> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1000, height: 800 }, ...options });
  const page = Object.assign(await context.newPage(), { problems: [] as string[] });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    // a lost connection is part of the tests that restart the server
    if (message.type() === 'error' && !/ERR_CONNECTION|WebSocket|Failed to load resource/.test(message.text()))
      page.problems.push(message.text());
  });
  await page.goto(url + path);
  await page
    .getByRole(path.includes('room') ? 'heading' : 'combobox')
    .first()
    .waitFor();
  return page;
}

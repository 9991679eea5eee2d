// SPDX-License-Identifier: Apache-2.0
// node bench/open.mjs FILE.html…: how long Chromium takes from the address of a report to the page
// laid out, the median of three, each in a fresh window. Needs `npm ci` in tests/reports.
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../tests/reports/package.json', import.meta.url));
const { chromium } = require('playwright-core');

async function opened(browser, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(pathToFileURL(file).href, { timeout: 0 });
  const elements = await page.evaluate(() => {
    document.body.getBoundingClientRect();
    return document.getElementsByTagName('*').length;
  });
  const seconds = (performance.now() - begun) / 1000;
  await context.close();
  return { seconds, elements };
}

const browser = await chromium.launch({
  executablePath: process.env.PERIKSA_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
for (const file of process.argv.slice(2)) {
  const runs = [];
  for (let i = 0; i < 3; ++i) runs.push(await opened(browser, file));
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
  const megabytes = (statSync(file).size / 1e6).toFixed(2);
  console.log(`${file}: ${megabytes} MB, ${runs[0].elements} elements, ${seconds[1].toFixed(2)} s`);
}
await browser.close();

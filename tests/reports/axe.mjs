// SPDX-License-Identifier: Apache-2.0
// node axe.mjs FILE.html…: opens each report in Chromium, on a desk and on a phone, and fails on
// any accessibility violation, request to a network, console message, or sideways scrolling.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node axe.mjs FILE.html…');
  process.exit(64);
}

async function faultsOf(browser, file, viewport) {
  const context = await browser.newContext({ viewport, bypassCSP: true, colorScheme: 'light' });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
  await page.evaluate(axe);
  const options = { runOnly: tags, resultTypes: ['violations'] };
  const found = await page.evaluate((chosen) => globalThis.axe.run(chosen), options);
  for (const violation of found.violations) {
    for (const node of violation.nodes) {
      faults.push(`${violation.id} (${violation.impact}): ${violation.help}\n    ${node.html}`);
    }
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > viewport.width) faults.push(`scrolls sideways: ${wide} of ${viewport.width} px`);
  await context.close();
  return faults;
}

const browser = await chromium.launch({
  executablePath: process.env.PERIKSA_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
let total = 0;
for (const file of files) {
  for (const viewport of sizes) {
    const faults = await faultsOf(browser, file, viewport);
    console.log(`${file} at ${viewport.width} px: ${faults.length} faults`);
    for (const fault of faults) console.log(`  ${fault}`);
    total += faults.length;
  }
}
await browser.close();
process.exit(total === 0 ? 0 : 1);

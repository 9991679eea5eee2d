// SPDX-License-Identifier: Apache-2.0
// node filter.mjs FILE.html…: uses the search, filters and groups of each report in Chromium, under
// the page's own policy, and fails where a card is lost or wrongly shown, where a script that is
// not the page's own runs, or where the page without script hides anything.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/// A word that no card has.
const nowhere = 'zzqzxzz';
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node filter.mjs FILE.html…');
  process.exit(64);
}

/// The cards as they stand on the page: id, keys, text, whether shown, and under which heading.
const cardsOf = (page) =>
  page.$$eval('#findings .card', (nodes) =>
    nodes.map((node) => ({
      id: node.id,
      ...node.dataset,
      text: node.textContent.toLowerCase(),
      shown: node.checkVisibility(),
      group: node.closest('#regrouped section > div')?.querySelector('h4 bdi').textContent,
    })));
const shownOf = async (page) => (await cardsOf(page)).filter((card) => card.shown);
const ids = (cards) => cards.map((card) => card.id);
const emptyHeadings = (page) =>
  page.$$eval('#findings .instrument, #findings .provision, #regrouped section > div', (nodes) =>
    nodes.filter((node) => node.checkVisibility())
      .filter((node) => !node.querySelector('.card:not([hidden]), .common')).length);
const all = (page) => page.click('#filter-reset');

async function filters(page, before) {
  const verdict = before[0].verdict;
  await page.focus(`#filter input[value='${verdict}']`);
  await page.keyboard.press('Space');
  const wanted = before.filter((card) => card.verdict === verdict);
  assert.deepEqual(ids(await shownOf(page)), ids(wanted), 'verdict');
  assert.equal(await page.textContent('#filter-shown'), String(wanted.length));
  assert.equal(await page.isVisible('#filter-partial'), wanted.length < before.length);
  assert.equal(await emptyHeadings(page), 0);
  await all(page);
  assert.equal((await shownOf(page)).length, before.length, 'show all');
  for (const name of ['severity', 'worker', 'document']) {
    const key = before.at(-1)[name].split(' ')[0];
    await page.selectOption(`#filter-${name}`, key);
    const fit = before.filter((card) => card[name].split(' ').includes(key));
    assert.deepEqual(ids(await shownOf(page)), ids(fit), name);
    await all(page);
  }
}

async function searches(page, before) {
  const title = (await page.textContent('#findings .card h5')).toLowerCase();
  const words = title.split(/\s+/).filter(Boolean).slice(0, 4);
  await page.fill('#filter-text', words.join('  ').toUpperCase());
  const fit = before.filter((card) => words.every((word) => card.text.includes(word)));
  assert.deepEqual(ids(await shownOf(page)), ids(fit), 'search');
  await page.keyboard.press('Enter');
  await page.fill('#filter-text', nowhere);
  assert.equal((await shownOf(page)).length, 0);
  assert.equal(await page.textContent('#filter-shown'), '0');
  assert.equal(await page.locator('#findings :is(h3, h4):visible').count(), 0);
  // A link leads to its card although it was filtered out.
  await page.evaluate((id) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    document.body.append(link);
    link.click();
    link.remove();
  }, before[0].id);
  assert.equal((await shownOf(page)).length, before.length, 'link to a hidden card');
  assert.equal(await page.inputValue('#filter-text'), '');
}

async function groups(page, before) {
  for (const name of ['worker', 'severity', 'document']) {
    await page.selectOption('#filter-group', name);
    const after = await cardsOf(page);
    assert.deepEqual(ids(after).sort(), ids(before).sort(), `${name}: all cards`);
    assert(after.every((card) => card.shown), `${name}: all shown`);
    const keys = new Set(after.map((card) => card[name]));
    const pairs = new Set(after.map((card) => `${card[name]}: ${card.group}`));
    assert.equal(pairs.size, keys.size, `${name}: one heading a key`);
    assert.equal(await page.locator('#regrouped h4').count(), keys.size, `${name}: one group a key`);
    assert.equal(await emptyHeadings(page), 0);
  }
  await page.selectOption('#filter-severity', before[0].severity);
  assert((await shownOf(page)).every((card) => card.severity === before[0].severity));
  assert.equal(await emptyHeadings(page), 0);
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ include: '#findings' }));
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
  await page.selectOption('#filter-group', '');
  await all(page);
  assert.deepEqual(ids(await cardsOf(page)), ids(before), 'the order of the page comes back');
}

async function prints(page) {
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('#filter'), false, 'a list in full needs no bar on paper');
  await page.$eval('#filter-text', (field, word) => {
    field.value = word;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, nowhere);
  assert.equal(await page.isVisible('#filter-partial'), true, 'paper says what it leaves out');
  await page.emulateMedia({ media: 'screen' });
  await all(page);
}

async function refusesOthers(page) {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = 1;';
    document.body.append(script);
    return globalThis.intruder;
  });
  assert.equal(ran, undefined, 'only the script whose hash is in the policy runs');
}

async function check(browser, file) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  const before = await cardsOf(page);
  assert(before.length > 0 && before.every((card) => card.shown), 'all cards at first');
  assert.equal(await page.isVisible('#filter'), true);
  await filters(page, before);
  await searches(page, before);
  await groups(page, before);
  await prints(page);
  assert.deepEqual(faults, []);
  await refusesOthers(page);
  await page.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(pathToFileURL(file).href);
  assert.equal(await still.isVisible('#filter'), false, 'no bar without script');
  const parts = '#findings :is(.card, .common, h3, h4)';
  assert.equal(await still.locator(`${parts}:visible`).count(), await still.locator(parts).count());
  await context.close();
  console.log(`${file}: ${before.length} cards searched, filtered and grouped`);
}

const browser = await chromium.launch({
  executablePath: process.env.PERIKSA_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  for (const file of files) await check(browser, file);
} finally {
  await browser.close();
}

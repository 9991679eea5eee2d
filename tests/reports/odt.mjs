// SPDX-License-Identifier: Apache-2.0
// node odt.mjs FILE.odt…: opens each text document in LibreOffice, saves it again, and fails unless every
// paragraph, heading and cell comes back in its order with its words.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node odt.mjs FILE.odt…');
  process.exit(64);
}

function paragraphs(file) {
  const content = execFileSync('unzip', ['-p', file, 'content.xml'], { maxBuffer: 1 << 28 }).toString();
  return [...content.matchAll(/<text:(p|h)\b[^>]*?(?:\/>|>(.*?)<\/text:\1>)/gs)]
    .map((match) => (match[2] ?? '').replace(/<text:(line-break|s|tab)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, ''))
    .map((text) => text.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

const folder = mkdtempSync(join(tmpdir(), 'periksa-odt-'));
let faults = 0;
try {
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'odt',
    '--outdir', folder, ...files], { stdio: 'ignore', timeout: 300_000 });
  for (const file of files) {
    const before = paragraphs(file);
    const after = paragraphs(join(folder, basename(file)));
    const at = before.findIndex((text, i) => text !== after[i]);
    const same = at === -1 && before.length === after.length && before.length > 0;
    console.log(`${file}: ${before.length} paragraphs, ${same ? 'all back' : 'NOT the same'}`);
    if (!same) console.log(`  first difference: "${before[at]}" became "${after[at]}"`);
    faults += same ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(faults === 0 ? 0 : 1);

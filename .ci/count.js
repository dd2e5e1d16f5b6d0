// Counts what .ci/run kept in its folder of results. Plain JavaScript, so that it still runs where the installation failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const failures = [];
let passed = 0;

const read = (name) =>
  existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : undefined;
const stepFailed = (name) => existsSync(join(folder, `${name}.failed`));

/** A step that failed although nothing in it did (stopped, crashed, errors outside any test) counts as one failure. */
function countStep(name, ownFailures) {
  if (!stepFailed(name)) return;
  if (ownFailures.length === 0)
    failures.push(`${name}: ended with ${readFileSync(join(folder, `${name}.failed`), 'utf8').trim()}`);
}

if (!stepFailed('install')) passed += 1;
countStep('install', []);

const checks = read('check.json') ?? [];
const failedChecks = checks.filter((check) => !check.passed).map((check) => `check: ${check.name}`);
passed += checks.length - failedChecks.length;
failures.push(...failedChecks);
countStep('check', failedChecks);

const files = read('tests.json')?.testResults ?? [];
const failedTests = files.flatMap((file) => {
  const tests = file.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${file.name}: ${test.fullName}`);
  return tests.length === 0 && file.status === 'failed' ? [`${file.name}: could not be run`] : tests;
});
passed += files.flatMap((file) => file.assertionResults).filter((test) => test.status === 'passed').length;
failures.push(...failedTests);
countStep('test', failedTests);

const root = `${process.cwd()}/`;
for (const failure of failures.slice(0, 100)) console.log(`✗ ${failure.replace(root, '')}`);
if (readdirSync(folder).every((name) => name.endsWith('.failed')) && failures.length === 0)
  failures.push('nothing was run');
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

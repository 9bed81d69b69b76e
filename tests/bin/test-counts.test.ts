import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countPlaywright, countReport, countVitest } from '../../bin/test-counts.mjs';

function counted(report: unknown, count: typeof countVitest, exitCode: number) {
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-counts-'));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const counts = countReport(file, count, exitCode);
  rmSync(folder, { recursive: true });
  return counts;
}

const vitestReport = (passed: number, failed: number, files: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});
const playwrightReport = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky },
  errors,
});

test('a test file that could not be loaded is a failure', () => {
  const report = vitestReport(3, 0, [{ status: 'failed', assertionResults: [] }]);
  expect(counted(report, countVitest, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a failed test is counted once, not again for its file', () => {
  const report = vitestReport(3, 1, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]);
  expect(counted(report, countVitest, 1)).toEqual({ passed: 3, failed: 1 });
});

test('no test at all is a failure', () => {
  expect(counted(vitestReport(0, 0), countVitest, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a bad exit counts even when every test passed', () => {
  expect(counted(vitestReport(5, 0), countVitest, 1)).toEqual({ passed: 5, failed: 1 });
});

test('no report is a failure', () => {
  expect(countReport('/nowhere/report.json', countVitest, 0)).toEqual({ passed: 0, failed: 1 });
});

test('flaky end-to-end tests are failures', () => {
  expect(counted(playwrightReport(4, 1, 2), countPlaywright, 1)).toEqual({ passed: 4, failed: 3 });
});

test('a broken run with no failed test is one failure', () => {
  const report = playwrightReport(4, 0, 0, [{ message: 'config' }]);
  expect(counted(report, countPlaywright, 1)).toEqual({ passed: 4, failed: 1 });
});

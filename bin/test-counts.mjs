import { readFileSync } from 'node:fs';

/** Counts from vitest's JSON report. A file that could not even be loaded is one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

function hasFailedTest(file) {
  return file.assertionResults.some((test) => test.status === 'failed');
}

/** Counts from Playwright's JSON report; a flaky test passed only at a retry, so it is a failure. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  const isBrokenAsAWhole = report.errors.length > 0 && unexpected === 0;
  return { passed: expected, failed: unexpected + flaky + (isBrokenAsAWhole ? 1 : 0) };
}

/** No report, no test at all, or a bad exit with nothing counted as failed is itself a failure. */
export function countReport(path, count, exitCode) {
  const { passed, failed } = readCounts(path, count);
  const failedSilently = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failedSilently ? 1 : failed };
}

function readCounts(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

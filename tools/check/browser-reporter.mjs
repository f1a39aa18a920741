import { writeFileSync } from 'node:fs';

/**
 * A reporter for web-test-runner that writes `{passed, failed}` over all engines to `file`. A test file that could not
 * be loaded counts as one failure in each engine.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const { testResults, errors } of sessions) {
        const tests = testResults ? testsIn(testResults) : [];
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        const failed = tests.filter((test) => !test.passed && !test.skipped).length;
        counts.failed += failed + (errors.length > 0 || tests.length === 0 ? 1 : 0);
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsIn({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsIn)];
}

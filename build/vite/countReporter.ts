import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/**
 * The outcome of one run of vitest; `failures` names what failed, `late` what passed at a second try,
 * `skipped` each skipped test with its reason.
 */
export interface Counts {
  passed: number;
  failed: number;
  failures: string[];
  late: string[];
  skipped: string[];
}

/**
 * Leaves a run's counts in the file that `CAREDESK_COUNTS` names, for `npm test` to add up. What failed outside a test (a file that
 * does not load, a failing hook, an error that nobody caught) counts as one failed each.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env['CAREDESK_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(countsOf(modules, unhandled)));
  }
}

function countsOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const ended = (state: 'passed' | 'failed' | 'skipped') => tests.filter((test) => test.result().state === state);
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const brokenSuites = suites.filter((suite) => suite.errors().length > 0);
  const failures = [
    ...ended('failed').map(nameOf),
    ...brokenSuites.map((suite) => `${suite.type === 'module' ? suite.relativeModuleId : suite.fullName} as a whole`),
    ...unhandled.map(({ message }) => `outside any test: ${message}`),
  ];
  return {
    passed: ended('passed').length,
    failed: failures.length,
    failures,
    late: tests.filter((test) => test.diagnostic()?.flaky).map(nameOf),
    skipped: ended('skipped').map(skippedLine),
  };
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function skippedLine(test: TestCase): string {
  const result = test.result();
  const reason = result.state === 'skipped' && result.note ? result.note : 'no reason given';
  return `${nameOf(test)}: ${reason}`;
}

import { readJson } from "./ground.mjs";

/** A step that counts nothing of its own counts as one. */
export const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/**
 * What Vitest's JSON says. A run that failed without a failed test (a file that does not load, an error between
 * tests) has failed once all the same, and so has one that found no test.
 */
export function vitestTally(report, code) {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report ?? {};
  return complete({ passed, failed }, code);
}

/** What Playwright's JSON says. A story that passed only when tried again has failed: it flickers. */
export function playwrightTally(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return complete({ passed: expected, failed: unexpected + flaky }, code);
}

function complete({ passed, failed }, code) {
  const silentFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silentFailure ? 1 : failed };
}

export const readTally = (file, read, code) => read(readJson(file), code);

export const sum = (tallies) =>
  tallies.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), {
    passed: 0,
    failed: 0,
  });

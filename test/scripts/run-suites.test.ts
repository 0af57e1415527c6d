import assert from 'node:assert/strict';
import { runSuites } from '../../scripts/suites/run-suites.ts';
import type { Suite, TestResult } from '../../scripts/suites/suite.ts';

const PASSED: TestResult = { title: 'holds' };
const FAILED: TestResult = { title: 'breaks', error: 'one\ntwo' };

function suite(name: string, results: readonly TestResult[] | Error, more: Partial<Suite> = {}): Suite {
  const run = () => (results instanceof Error ? Promise.reject(results) : Promise.resolve(results));
  return { name, what: 'does something', needs: [], run, ...more };
}

async function runAll(...stages: Suite[][]): Promise<{ totals: string; said: string }> {
  const said: string[] = [];
  const { passed, failed } = await runSuites(stages, (text) => said.push(text));
  return { totals: `${passed} passed, ${failed} failed`, said: said.join('\n') };
}

describe('running suites', () => {
  it('counts the tests of all suites', async () => {
    const { totals } = await runAll([suite('a', [PASSED, PASSED])], [suite('b', [PASSED, FAILED])]);
    assert.equal(totals, '3 passed, 1 failed');
  });

  it('says what failed', async () => {
    const { said } = await runAll([suite('a', [FAILED])]);
    assert.match(said, /✗ a: 0 passed, 1 failed .*\n\n {4}✗ breaks\n {6}one\n {6}two\n/);
  });

  it('goes on after a failure', async () => {
    const { totals } = await runAll([suite('a', [FAILED])], [suite('b', [PASSED])]);
    assert.equal(totals, '1 passed, 1 failed');
  });

  it('counts a suite that cannot run as a failure', async () => {
    const { totals, said } = await runAll([suite('a', new Error('no browser'))]);
    assert.equal(totals, '0 passed, 1 failed');
    assert.match(said, /no browser/);
  });

  it('counts a suite without tests as a failure, unless it only prepares', async () => {
    assert.equal((await runAll([suite('a', [])])).totals, '0 passed, 1 failed');
    assert.equal((await runAll([suite('a', [], { prepares: true })])).totals, '0 passed, 0 failed');
  });

  it('does not run what needs a suite that failed or did not run', async () => {
    const { totals, said } = await runAll(
      [suite('a', new Error('broken'), { prepares: true })],
      [suite('b', [PASSED], { needs: ['a'] })],
      [suite('c', [PASSED], { needs: ['b'] })],
    );
    assert.equal(totals, '0 passed, 1 failed');
    assert.match(said, /– b: not run, because it needs `a`\n {2}– c: not run, because it needs `b`/);
  });
});

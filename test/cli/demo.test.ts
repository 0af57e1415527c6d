import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { EXPECTED } from '../../scripts/demo/expected.ts';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import type { JudgedLink, Snapshot } from '../../src/project/snapshot.ts';
import { EVIDENCE_STATES } from '../../src/model/state.ts';
import { makeFolder } from '../support/git-repository.ts';
import { openProject } from '../support/project.ts';

describe('the demo, as Warrant judges it', () => {
  let snapshot: Snapshot;

  before(async () => {
    const folder = `${makeFolder()}/notebook-server`;
    await makeDemo(folder);
    const { project } = openProject({ roots: [folder] });
    snapshot = await project.check();
    project.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const find = (caseId: string, locator: string): JudgedLink | undefined =>
    [...(snapshot.cases.find((one) => one.case.id === caseId)?.links.values() ?? [])].find(
      ({ link }) => link.locator === locator,
    );

  for (const expected of EXPECTED) {
    it(`${expected.case}: ${expected.locator} is ${expected.state}/${expected.reason}`, () => {
      const judged = find(expected.case, expected.locator);
      assert.ok(judged, 'there is no such link');
      const { state, reason, changes, suggestions, message } = judged.verdict;
      assert.equal(`${state}/${reason}`, `${expected.state}/${expected.reason}`, message);
      if (expected.changes !== undefined) assert.equal(changes.length, expected.changes);
      if (expected.suggests)
        assert.ok(
          suggestions.some(({ locator }) => locator === expected.suggests),
          message,
        );
      assert.equal(judged.link.cited, expected.cited ?? true);
    });
  }

  it('has no other links, and no findings but those about evidence and about what nobody answered or supported yet', () => {
    const all = snapshot.cases.flatMap((one) =>
      [...one.links.values()].map(({ link }) => `${one.case.id} ${link.locator}`),
    );
    assert.deepEqual(all.sort(), EXPECTED.map((one) => `${one.case} ${one.locator}`).sort());
    const others = snapshot.findings.filter(({ rule }) => !rule.startsWith('evidence-'));
    assert.deepEqual(
      others.map(({ rule, node, severity }) => `${node} ${rule} ${severity}`),
      [
        'UM1 unanswered-defeater information',
        'R4 unanswered-defeater information',
        'UC1 unanswered-defeater information',
        'C3 unknown-standard information',
        'C6 undeveloped information',
        'R3 unanswered-defeater warning',
      ],
    );
  });

  it('shows every state that evidence can have so far', () => {
    const seen = new Set(
      snapshot.cases.flatMap((one) => [...one.links.values()].map(({ verdict }) => verdict.state)),
    );
    assert.deepEqual([...seen].sort(), EVIDENCE_STATES.filter((state) => state !== 'failing').sort());
  });
});

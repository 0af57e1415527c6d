import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Demo } from '../../scripts/demo/demo.ts';
import { sourcesOf } from '../../scripts/demo/demo.ts';
import { JOB_ENGINE, SCANNER_MODULE } from '../../scripts/demo/demos.ts';
import type { DemoExpectation } from '../../scripts/demo/expectation.ts';
import { git } from '../../scripts/demo/git.ts';
import { JOB_ENGINE_EXPECTED } from '../../scripts/demo/job-engine/expected.ts';
import { makeDemo, readTree } from '../../scripts/demo/make-demo.ts';
import { SCANNER_MODULE_EXPECTED } from '../../scripts/demo/scanner-module/expected.ts';
import { coverageCounts, coverageOf, namedStandards } from '../../src/project/coverage.ts';
import type { Snapshot } from '../../src/project/snapshot.ts';
import { threatModelOf } from '../../src/project/threat-coverage.ts';
import { makeFolder } from '../support/git-repository.ts';
import { openProject } from '../support/project.ts';

const TODAY = '2026-06-15';

/** Tests that hold for each of the two; `more` are its own. */
function describeDemo(
  demo: Demo,
  expected: DemoExpectation,
  uncommitted: readonly string[],
  more: (snapshot: () => Snapshot) => void,
): void {
  describe(`the demo ${demo.name}`, () => {
    let folder: string;
    let snapshot: Snapshot;

    before(async () => {
      folder = `${makeFolder()}/${demo.name}`;
      await makeDemo(folder, demo);
      const { project } = openProject({ roots: [folder] });
      snapshot = await project.check();
      project.dispose();
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('is a repository that ends with what lies in examples', async () => {
      const tracked = (await git(folder, ['ls-files'])).trim().split('\n');
      assert.deepEqual(tracked, [...(await readTree(sourcesOf(demo))).keys()].sort());
      const commits = (await git(folder, ['rev-list', 'HEAD'])).trim().split('\n');
      assert.equal(commits.length, demo.history.length);
      const status = (await git(folder, ['status', '--porcelain'])).split('\n').filter(Boolean);
      assert.deepEqual(status, uncommitted);
    });

    it('has its links judged as expected, and no others', () => {
      const [one] = snapshot.cases;
      const links = [...(one?.links.values() ?? [])].map(({ link, verdict }, i) => {
        const { changes, suggests } = expected.links[i] ?? {};
        return {
          node: one!.nodes.get(link.parent)!.node.id,
          locator: link.locator,
          state: verdict.state,
          reason: verdict.reason,
          ...(changes !== undefined && { changes: verdict.changes.length }),
          ...(suggests !== undefined && {
            suggests: verdict.suggestions.map(({ locator }) => locator).find((each) => each === suggests),
          }),
        };
      });
      assert.deepEqual(links, expected.links);
    });

    it('has its nodes in the states expected', () => {
      const nodes = [...snapshot.cases[0]!.nodes.values()].filter(({ state }) => state !== 'current');
      assert.deepEqual(Object.fromEntries(nodes.map(({ node, state }) => [node.id, state])), expected.nodes);
    });

    it('has the findings expected', () => {
      const findings = snapshot.findings.filter(({ rule }) => !rule.startsWith('evidence-'));
      assert.deepEqual(
        findings.map(({ rule, node }) => `${rule} ${node}`),
        expected.findings,
      );
    });

    more(() => snapshot);
  });
}

describeDemo(JOB_ENGINE, JOB_ENGINE_EXPECTED, [], (snapshot) => {
  it('covers ten rows of OWASP, and what it says of ISO', () => {
    const { standards, unknown } = namedStandards(snapshot());
    const counts = coverageOf(snapshot(), standards).map((one) => [one.standard.id, coverageCounts(one)]);
    assert.deepEqual(Object.fromEntries(counts), {
      'ISO-27001': { requirements: 93, covered: 9, current: 7 },
      'ISO-27001-CLAUSES': { requirements: 2, covered: 2, current: 2 },
      'OWASP-2021': { requirements: 10, covered: 10, current: 8 },
    });
    assert.deepEqual(unknown, []);
  });

  it('has eight assets, its threats with entry points, and controls with what they are', () => {
    const { assets, threats } = threatModelOf(snapshot(), TODAY);
    const against = (one: (typeof assets)[number]): string =>
      one.threats.map(({ node }) => node.id).join(' ');
    assert.deepEqual(
      assets.map((one) => `${one.node.id}: ${against(one)}`),
      ['A1: T1 T4', 'A2: T2', 'A3: T1', 'A4: T3', 'D1: T1 T3', 'D2: T2', 'D3: T2', 'D4: T5'],
    );
    const answers = (one: (typeof threats)[number]): string =>
      one.answers.map(({ node }) => node.id).join(' ');
    assert.deepEqual(
      threats.map((one) => `${one.node.id}: ${answers(one)}`),
      ['T1: P1 P4 K2', 'T2: P2 K1 K4 K5', 'T3: P3 K4', 'T4: K3', 'T5: '],
    );
    const [job] = threats;
    const fields = job!.node.fields.map(({ name, value }) => `${name} ${value}`);
    assert.deepEqual(fields.slice(0, 2), ['entryPoints POST /v1/plan', 'entryPoints POST /v1/run']);
    assert.ok(fields.includes('likelihood medium'));
    assert.equal(job!.entryPoints.length, 2);
    const controls = [...snapshot().cases[0]!.nodes.values()].filter(({ node }) => node.kind === 'control');
    assert.equal(controls.length, 5);
    for (const { node } of controls) {
      assert.deepEqual(
        node.fields.map(({ name }) => name),
        ['scope', 'implementation'],
      );
    }
  });
});

describeDemo(SCANNER_MODULE, SCANNER_MODULE_EXPECTED, [' M sieve/privacy.py'], (snapshot) => {
  it('has six controls with the files they rest on, three boundaries, and four residual risks', () => {
    const { threats, residualRisks } = threatModelOf(snapshot(), TODAY);
    assert.deepEqual(
      threats.flatMap(({ answers }) => answers.map(({ node }) => node.id)),
      ['K1', 'K2', 'K5', 'K3', 'K4', 'K6'],
    );
    const nodes = [...snapshot().cases[0]!.nodes.values()];
    assert.ok(nodes.filter(({ node }) => node.kind === 'control').every(({ links }) => links.length > 0));
    assert.equal(nodes.filter(({ node }) => /^B\d$/.test(node.id)).length, 3);
    assert.deepEqual(
      residualRisks.map(({ node, acceptanceProblems }) => [node.id, ...acceptanceProblems!]),
      [['RR1'], ['RR2'], ['RR3', 'past'], ['RR4']],
    );
    for (const { node } of residualRisks) assert.ok(node.accepted?.by && node.accepted.why);
  });
});

import assert from 'node:assert/strict';
import { readingOf, type Surroundings } from '../../../scripts/corpus/from-snapshot.ts';
import type { Reading } from '../../../scripts/corpus/reading.ts';
import { createFileIndex } from '../../../src/evidence/file-index.ts';
import type { Case } from '../../../src/model/case.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { assemble } from '../../../src/project/assemble.ts';
import { caseWith, linkOf, nodeOf } from '../../support/cases.ts';

const SUBJECT = { root: '/r', head: null, shallow: false, dirty: false };
const AROUND: Surroundings = {
  texts: new Map([['/r/docs/a.md', 'see src/a.ts#run']]),
  nameOf: (file) => file.replace('/r/docs/', ''),
  root: '/r',
  index: createFileIndex(['docs/pictures/p.png']),
};

function read(cases: readonly Case[], verdicts: Readonly<Record<string, Verdict>> = {}): Reading {
  const judged = cases.map((one, at) => ({
    key: `case ${at}`,
    file: '/r/docs/a.md',
    case: one,
    subject: SUBJECT,
    verdicts: new Map(Object.entries(verdicts)),
  }));
  return readingOf(assemble(judged, ['/r/docs/a.md'], [], new Date(0)), AROUND);
}

function verdictOf(
  state: Verdict['state'],
  reason: Verdict['reason'],
  paths: readonly string[] = [],
): Verdict {
  const targets = paths.map((path) => ({ path, startLine: 1, endLine: 1, whole: true }));
  return { state, reason, targets, changes: [], suggestions: [], message: '' };
}

describe('the corpus: what a snapshot says', () => {
  it('keeps apart nodes of one place and id, as packed diagrams have them', () => {
    const nodes = [nodeOf('C1', 'claim', []), nodeOf('C1', 'claim', ['C1'], { key: 'C1~2' })];
    assert.deepEqual(
      read([caseWith('a', nodes)]).nodes.map(({ id, parents }) => [id, parents]),
      [
        ['C1', []],
        ['C1', [0]],
      ],
    );
  });

  it('counts a node once that two cases share, with the parents of both', () => {
    const shared = nodeOf('C2', 'claim', ['C1']);
    const [one, two] = [nodeOf('C1', 'claim', []), nodeOf('C1', 'strategy', [])];
    const reading = read([caseWith('a', [one, shared]), caseWith('b', [two, shared])]);
    assert.deepEqual(
      reading.nodes.map(({ id, kind, parents }) => [id, kind, parents]),
      [
        ['C1', 'claim', []],
        ['C2', 'claim', [0, 2]],
        ['C1', 'strategy', []],
      ],
    );
  });

  it('counts lines from 1', () => {
    assert.deepEqual(read([caseWith('a', [nodeOf('C1', 'claim', [])])]).nodes[0]!.lines, [1]);
  });

  it('gives the words of a link, its parts and its verdict', () => {
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 12 } };
    const link = linkOf('L1', 'C1', { locator: 'src/a.ts#run', range, node: 'E1' });
    const nodes = [nodeOf('C1', 'claim', []), nodeOf('E1', 'evidence', ['C1'])];
    const broken = verdictOf('broken', 'symbol-missing', ['src/a.ts']);
    const [only] = read([caseWith('a', nodes, { evidence: [link] })], { L1: broken }).links;
    assert.deepEqual(
      [only!.token, only!.fragment, only!.parent, only!.node, only!.outcome, only!.resolved],
      ['src/a.ts', 'run', 0, 1, 'broken', ['src/a.ts']],
    );
  });

  for (const [verdict, outcome] of [
    [undefined, 'none'],
    [verdictOf('unknown', 'external'), 'external'],
    [verdictOf('unknown', 'no-git', ['a']), 'found'],
    [verdictOf('stale', 'changed', ['a']), 'found'],
    [verdictOf('broken', 'missing'), 'missing'],
    [verdictOf('broken', 'moved'), 'missing'],
    [verdictOf('broken', 'ambiguous'), 'broken'],
  ] as const) {
    it(`takes ${verdict ? `${verdict.state}/${verdict.reason}` : 'no verdict'} for ${outcome}`, () => {
      const one = caseWith('a', [nodeOf('C1', 'claim', [])], { evidence: [linkOf('L1', 'C1')] });
      assert.equal(read([one], verdict ? { L1: verdict } : {}).links[0]!.outcome, outcome);
    });
  }

  it('finds pictures from the document', () => {
    const uses = [{ as: 'picture', path: 'pictures/p.png', range: nodeOf('C1', 'claim', []).range }] as const;
    const { uses: found } = read([caseWith('a', [], { uses })]);
    assert.deepEqual(found, [{ file: 'a.md', line: 1, path: 'docs/pictures/p.png' }]);
  });
});

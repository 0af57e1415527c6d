import assert from 'node:assert/strict';
import { createFileIndex } from '../../src/evidence/file-index.ts';
import type { Case } from '../../src/model/case.ts';
import { joinModules } from '../../src/project/claim-files/join-modules.ts';
import type { Part } from '../../src/project/claim-files/join-parts.ts';
import {
  hasOwnArgument,
  isArgument,
  isRepetition,
  joinPictures,
} from '../../src/project/claim-files/join-pictures.ts';
import { findPicture } from '../../src/project/claim-files/picture-path.ts';
import { caseOf, caseWith, linkOf, nodeOf } from '../support/cases.ts';

function part(name: string, one: Case): Part {
  return { file: `/w/${name}`, case: one };
}

/** Nodes as `key < parents @file`. */
function show({ nodes }: Case): string[] {
  return nodes.map(({ key, parents, file }) =>
    [key, ...(parents.length > 0 ? ['<', parents.join()] : []), ...(file ? [`@${file.slice(3)}`] : [])].join(
      ' ',
    ),
  );
}

function references({ references: all }: Case): string[] {
  return all.map(({ from, target, file }) => `${from} → ${target}${file ? ` @${file.slice(3)}` : ''}`);
}

describe('an argument out of several modules', () => {
  it('finds ids of one module in another, and says where each thing is written', () => {
    const main = part('main', caseOf('main', { G1: [] }, { G1: ['G2', 'A1'] }));
    const one = part('one', caseOf('one', { G2: [], S1: ['G2'] }, { S1: ['G3'] }));
    const two = part('two', {
      ...caseOf('two', { G3: [], A1: [] }),
      evidence: [linkOf('l', 'G3')],
    });
    const { case: joined, findings } = joinModules(main, [one, two]);
    assert.deepEqual(show(joined), ['G1', 'G2 @one', 'S1 < G2 @one', 'G3 @two', 'A1 @two']);
    assert.deepEqual(references(joined), ['G1 → G2', 'G1 → A1', 'S1 → G3 @one']);
    assert.equal(joined.evidence[0]?.file, '/w/two');
    assert.deepEqual(findings, []);
  });

  it('gives an id that is there twice another key, and means by it the one of the same module', () => {
    const main = part('main', caseOf('main', { G1: [], C1: ['G1'] }, { G1: ['G9'] }));
    const other = part('other', {
      ...caseOf('other', { G9: [], G1: ['G9'], C1: ['G1'] }, { G9: ['C1'] }),
      evidence: [linkOf('x', 'G1', { node: 'C1' })],
    });
    const { case: joined, findings } = joinModules(main, [other]);
    assert.deepEqual(show(joined), ['G1', 'C1 < G1', 'G9 @other', 'G1~2 < G9 @other', 'C1~2 < G1~2 @other']);
    assert.deepEqual(references(joined), ['G1 → G9', 'G9 → C1~2 @other']);
    assert.deepEqual([joined.evidence[0]?.parent, joined.evidence[0]?.node], ['G1~2', 'C1~2']);
    assert.deepEqual(findings, []);
  });

  it('shows an id that could be two nodes, and guesses neither', () => {
    const main = part('main', caseOf('main', { G1: [] }, { G1: ['G2', 'G3'] }));
    const twice = ['one', 'two'].map((name) => part(name, caseOf(name, { G2: [] })));
    const { case: joined, findings } = joinModules(main, twice);
    assert.deepEqual(references(joined), ['G1 → G3']);
    assert.deepEqual(
      findings.map(({ rule, file, related = [] }) => [
        rule,
        file,
        related.map(({ place }) => place.kind === 'claim-file' && place.file),
      ]),
      [['reference-ambiguous', '/w/main', ['/w/one', '/w/two']]],
    );
  });

  it('hangs nodes under those of another module where a module develops them', () => {
    const base = part('base', caseOf('base', { G0: [], G1: ['G0'] }));
    const main = part('main', caseOf('main', { G2: [] }, { G1: ['G2'] }));
    assert.deepEqual(references(joinModules(main, [base]).case), ['G1 → G2']);
  });
});

describe('a case that shows its argument in a picture', () => {
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });
  const drawn = part(
    'a.drawio.png',
    caseWith('page', [
      nodeOf('C1', 'claim', []),
      nodeOf('C2', 'claim', ['C1']),
      nodeOf('R9', 'rebuttal', []),
    ]),
  );

  it('rests its top claim on the claims at the top of the picture, also of the same id', () => {
    const main = part('case.md', caseOf('text', { C1: [], C3: ['C1'] }));
    assert.deepEqual(show(joinPictures(main, [{ at: at(9), parts: [drawn] }])), [
      'C1',
      'C3 < C1',
      'C1~2 < C1 @a.drawio.png',
      'C2 < C1~2 @a.drawio.png',
      'R9 @a.drawio.png',
    ]);
  });

  it('takes the top claim above the picture', () => {
    const nodes = [nodeOf('A', 'claim', [], { range: at(1) }), nodeOf('B', 'claim', [], { range: at(5) })];
    const main = part('case.md', caseWith('text', nodes));
    const parentOfTop = (line: number) =>
      joinPictures(main, [{ at: at(line), parts: [drawn] }]).nodes.find(({ key }) => key === 'C1')?.parents;
    assert.deepEqual([0, 3, 9].map(parentOfTop), [['A'], ['A'], ['B']]);
  });

  it('keeps several pictures, and pages, apart', () => {
    const main = part('case.md', caseOf('text', { C1: [] }));
    const joined = joinPictures(main, [{ at: at(9), parts: [drawn, drawn] }]);
    assert.equal(new Set(joined.nodes.map(({ key }) => key)).size, 7);
  });

  it('tells an argument from other drawings', () => {
    const derived = (id: string) => nodeOf(id, 'claim', [], { derived: true });
    assert.ok(isArgument(drawn.case));
    assert.ok(
      !isArgument(caseWith('boxes', [derived('client'), derived('server'), nodeOf('C1', 'claim', [])])),
    );
    assert.ok(!isArgument(caseWith('notes', [nodeOf('E1', 'evidence', []), nodeOf('E2', 'evidence', [])])));
  });

  it('tells a drawing that says the same again', () => {
    const text = caseOf('text', { C1: [], C2: ['C1'], R9: ['C2'] });
    assert.ok(isRepetition(drawn.case, text));
    assert.ok(!isRepetition(drawn.case, caseOf('text', { C1: [], C7: ['C1'] })));
    assert.ok(!isRepetition(caseWith('top', [nodeOf('C1', 'claim', [])]), text));
  });

  it('knows whether a case says more than its top claim', () => {
    const top = nodeOf('C1', 'claim', []);
    assert.ok(!hasOwnArgument(caseWith('a', [top, nodeOf('so', 'claim', ['C1'], { derived: true })])));
    assert.ok(hasOwnArgument(caseWith('b', [top, nodeOf('C2', 'claim', ['C1'])])));
    assert.ok(hasOwnArgument(caseWith('c', [top], { evidence: [linkOf('x', 'C1')] })));
    assert.ok(!hasOwnArgument(caseWith('d', [top], { evidence: [linkOf('x', 'C1', { cited: false })] })));
  });
});

describe('the link to a picture', () => {
  const index = createFileIndex([
    'docs/pics/a b.png',
    'docs/x/one.svg',
    'top.png',
    'm/same.png',
    'n/same.png',
  ]);
  const links: readonly (readonly [written: string, answer: string])[] = [
    ['pics/a%20b.png', 'docs/pics/a b.png'],
    ['./pics/a b.png?raw=true', 'docs/pics/a b.png'],
    ['../top.png', 'top.png'],
    ['top.png', 'top.png'],
    ['/docs/x/one.svg', 'docs/x/one.svg'],
    ['https://github.com/us/our/blob/main/docs/pics/a%20b.png', 'docs/pics/a b.png'],
    ['https://github.com/us/our/raw/feature/new/docs/x/one.svg', 'docs/x/one.svg'],
    ['https://raw.githubusercontent.com/us/our/main/x/one.svg', 'docs/x/one.svg'],
    ['https://github.com/us/our/blob/main/same.png', 'missing same.png'],
    ['x/one.svg', 'docs/x/one.svg'],
    ['one.svg', 'docs/x/one.svg'],
    ['same.png', 'missing docs/same.png'],
    ['pics/none.png', 'missing docs/pics/none.png'],
    ['../../up.png', 'elsewhere'],
    ['https://example.org/badge.svg', 'elsewhere'],
    ['data:image/png;base64,AAAA', 'elsewhere'],
    ['%E0%A4%A.png', 'missing docs/%E0%A4%A.png'],
  ];
  for (const [written, answer] of links) {
    it(`${written} leads to ${answer}`, () => {
      const found = findPicture(written, 'docs', index);
      const said =
        found.kind === 'elsewhere'
          ? found.kind
          : `${found.kind === 'missing' ? 'missing ' : ''}${found.path}`;
      assert.equal(said, answer);
    });
  }
});

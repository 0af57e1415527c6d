import assert from 'node:assert/strict';
import { diagramPlace } from '../../src/service/diagram/diagram-place.ts';
import { diagramOf } from '../../src/service/diagram/diagram.ts';
import { sayIn } from '../../src/l10n/say.ts';
import { sayMarked, unmarked } from '../l10n/marking.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `¦case: Access
id: access
claims:
  C1:
    text: Only us¦ers get in.
    context: {CT1: The service is on the internet.}
    assumptions: {A1: Users keep their passwords.}
    inference:
      IR1: {text: If passwords are checked then only users get in., undercuts: {UC1: Unless tokens leak.}}
    rebuttals:
      R1:
        text: Unless a password is stolen.
        claims: {C3: {text: Stolen passwords are revoked., undeveloped: true}}
    claims:
      C2:
        text: Passwords are checked.
        evidence:
          - E1: src/a¦.txt
          - src/b¦.txt
          - E2: {at: [src/a.txt, src/b.txt]}
          - src/gone.txt
    supportedBy: [other/C9]
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.txt]}\n';

describe('the diagram of a case', () => {
  let workspace: TestWorkspace;
  let key: string;

  before(async () => {
    workspace = await makeWorkspace(
      { 'access.case.yaml': CASE, 'other.case.yaml': OTHER, 'src/a.txt': 'a\n', 'src/b.txt': 'b\n' },
      (repository) =>
        repository.commitFiles({ 'src/b.txt': 'B\n' }, { author: 'Ben', date: '2026-06-01T10:00:00+00:00' }),
    );
    key = workspace.lookup.snapshot.cases.find((one) => one.case.id === 'access')!.key;
  });
  after(() => workspace.repository.remove());

  const diagram = () => diagramOf(workspace.lookup, key, TODAY)!;
  const nameOf = (box: string): string => {
    const node = diagram().nodes.find((each) => each.key === box)!;
    return node.id || node.text;
  };

  it('says kinds and states in the language of the person', () => {
    sayMarked();
    try {
      const { nodes } = diagram();
      assert.ok(nodes.some(({ label }) => label === '«Evidence»'));
      for (const { label, words } of nodes)
        assert.deepEqual(unmarked(`${label}, ${words}`, new Set(['Ben', 'Ada'])), [], words);
    } finally {
      sayIn({});
    }
  });

  it('holds every node and every link once, and what is supported elsewhere as an away node', () => {
    const shown = diagram().nodes.map(
      ({ id, label, text, state, away }) =>
        `${label} ${id} | ${text} | ${state}${away ? ` | in ${away}` : ''}`,
    );
    assert.deepEqual(shown.sort(), [
      'Assumption A1 | Users keep their passwords. | current',
      'Claim C1 | Only users get in. | broken',
      'Claim C2 | Passwords are checked. | broken',
      'Claim C3 | Stolen passwords are revoked. | undeveloped',
      'Claim C9 | Elsewhere. | current | in Other',
      'Context CT1 | The service is on the internet. | current',
      'Evidence  | src/a.txt | current',
      'Evidence  | src/b.txt | stale',
      'Evidence  | src/b.txt | stale',
      'Evidence  | src/gone.txt | broken',
      'Evidence E1 | src/a.txt | current',
      'Evidence E2 | src/a.txt | stale',
      'Inference rule IR1 | If passwords are checked then only users get in. | challenged',
      'Rebuttal R1 | Unless a password is stolen. | undeveloped',
      'Undercut UC1 | Unless tokens leak. | challenged',
    ]);
    const keys = diagram().nodes.map((node) => node.key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('tells what joins them, in the order of the document', () => {
    const relations = diagram().relations.map(
      ({ from, to, kind }) => `${nameOf(from)} ${kind} ${nameOf(to)}`,
    );
    assert.deepEqual(
      relations.filter((line) => /^C[123] |^R1|^IR1/.test(line)),
      [
        'C1 inContextOf CT1',
        'C1 inContextOf A1',
        'C1 inContextOf IR1',
        'C1 challenges R1',
        'C1 supportedBy C2',
        'C1 supportedBy C9',
        'IR1 challenges UC1',
        'R1 answers C3',
        'C2 supportedBy E1',
        'C2 supportedBy src/b.txt',
        'C2 supportedBy E2',
        'C2 supportedBy src/gone.txt',
      ],
    );
  });

  it('says of what is taken for granted nothing, and of the others how they stand', () => {
    const words = new Map(diagram().nodes.map((node) => [node.id || node.text, node]));
    assert.deepEqual([words.get('CT1')!.given, words.get('CT1')!.words], [true, '']);
    assert.equal(words.get('src/b.txt')!.words, 'stale: 1 change since 3 May');
    assert.equal(words.get('C2')!.words, 'rests on a link that is broken');
    assert.equal(words.get('C3')!.undeveloped, true);
  });

  it('finds the box for a place of the file', () => {
    const [start, inClaim, inNamed, inLink] = workspace.cursors('access.case.yaml');
    const file = workspace.file('access.case.yaml');
    const boxAt = (place: typeof start) => diagramPlace(workspace.lookup, file, place!);
    assert.deepEqual(boxAt(start), { case: key });
    assert.equal(nameOf(boxAt(inClaim)!.node!), 'C1');
    assert.equal(nameOf(boxAt(inNamed)!.node!), 'E1');
    assert.equal(nameOf(boxAt(inLink)!.node!), 'src/b.txt');
    assert.equal(diagramPlace(workspace.lookup, workspace.file('src/a.txt'), start!), undefined);
  });

  it('is nothing for a case that is gone', () => {
    assert.equal(diagramOf(workspace.lookup, 'nowhere', TODAY), undefined);
  });
});

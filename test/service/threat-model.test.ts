import assert from 'node:assert/strict';
import { codeLenses } from '../../src/service/code-lens.ts';
import { evidenceHover } from '../../src/service/hover.ts';
import { sayStanding } from '../../src/service/standing.ts';
import { treeChildren } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Letters
id: letters
assets:
  A1: The letters.
  A2: The stamps.
  A3: The boxes.
threats:
  T1:
    text: Somebody opens a letter.
    threatens: [A1]
    entryPoints: [src/desk.py#hand_over]
  T2: {text: Somebody steals a stamp., threatens: [A2]}
  T3:
    text: A box is set on fire.
    threatens: [A3]
    accepted: {by: Ada, why: There are few., until: 2999-01-01}
  T4: {text: A box is moved., threatens: [A3], entryPoints: [src/none.py]}
claims:
  P1:
    text: Letters stay closed.
    about: [A1, A2, A3]
    context: {CT1: There are no postcards.}
    claims:
      P2: {text: Letters are sealed., answers: [T1], evidence: [src/seal.py]}
      P3: {text: The rest comes later., undeveloped: true}
      P4: {text: Nobody looks., status: gap}
`;

describe('what is said of threat models', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'letters.case.yaml': CASE,
      'src/desk.py': 'def hand_over(letter):\n    pass\n',
      'src/seal.py': 'def seal(letter):\n    pass\n',
    });
  });
  after(() => workspace.repository.remove());

  const standings: [node: string, said: string][] = [
    ['A1', 'All threats to it are answered.'],
    ['A2', 'A threat to it is not answered.'],
    ['A3', 'What is said about it is in doubt: a link is broken.'],
    ['T1', 'It is answered: all evidence below is current.'],
    ['T2', 'Nothing answers it.'],
    ['T3', 'Its risk is accepted.'],
    ['T4', 'It does not count as answered: a link is broken.'],
    ['CT1', 'It is taken for granted: there is nothing to check.'],
    ['P2', 'It holds: all evidence below is current.'],
    ['P3', 'It is marked as undeveloped: nothing is meant to be below it yet.'],
    ['P4', 'The document says of it: gap.'],
  ];
  for (const [node, said] of standings) {
    it(`of ${node}: ${said}`, () => {
      const [one] = workspace.lookup.snapshot.cases;
      assert.equal(sayStanding(one!.nodes.get(node)!), said);
    });
  }

  it('where a threat enters, the code says so, and not that it holds', () => {
    const file = workspace.file('src/desk.py');
    assert.deepEqual(
      codeLenses(workspace.lookup, file, TODAY).map(({ command }) => command?.title),
      ['T1 Somebody opens a letter · entry point'],
    );
    const hover = evidenceHover(workspace.lookup, file, { line: 0, character: 0 }, TODAY);
    assert.match(JSON.stringify(hover), /Threat T1.*current \(entry point\)/);
  });

  it('the tree tells what is taken for granted and where a threat enters', () => {
    const items = new Map<string, TreeItem>();
    const collect = (parent?: string): void => {
      for (const item of treeChildren(workspace.lookup, parent, TODAY)) {
        items.set(item.label, item);
        collect(item.key);
      }
    };
    collect();
    assert.equal(items.get('CT1 There are no postcards.')?.given, 'context');
    assert.equal(items.get('A2 The stamps.')?.given, undefined);
    assert.equal(items.get('src/desk.py#hand_over')?.description, 'entry point');
  });
});

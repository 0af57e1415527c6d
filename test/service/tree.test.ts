import assert from 'node:assert/strict';
import { treeChildren, treePath } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    rebuttals:
      R1: Unless a pass¦word is stolen.
    claims:
      C2:
        text: Passwords are checked.
        evidence:
          - E1: src/a.txt
          - src/b¦.txt
          - E2: {at: [src/a.txt, src/b.txt]}
    supportedBy: [other/C9]
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.txt]}\n';

describe('the claim tree', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace(
      { 'access.case.yaml': CASE, 'other.case.yaml': OTHER, 'src/a.txt': 'a\n', 'src/b.txt': 'b\n' },
      (repository) =>
        repository.commitFiles({ 'src/b.txt': 'B\n' }, { author: 'Ben', date: '2026-06-01T10:00:00+00:00' }),
    );
  });
  after(() => workspace.repository.remove());

  const children = (parent?: string): TreeItem[] => treeChildren(workspace.lookup, parent, TODAY);

  /** All of the tree, indented. */
  function draw(parent?: string, indent = ''): string[] {
    return children(parent).flatMap((item) => [
      `${indent}${item.kind} ${item.label} | ${item.description} | ${item.state}`,
      ...draw(item.key, `${indent}  `),
    ]);
  }

  it('shows cases, nodes and links in the order of the document, with states and counts', () => {
    assert.deepEqual(draw(), [
      'case Access | 3/5 | stale',
      '  claim C1 (3/5) Only users get in. |  | stale',
      '    rebuttal R1 Unless a password is stolen. |  | challenged',
      '    claim C2 (2/4) Passwords are checked. |  | stale',
      '      evidence E1 src/a.txt |  | current',
      '      link src/b.txt | stale: 1 change since 3 May | stale',
      '      evidence E2 (1/2) src/a.txt |  | stale',
      '        link src/a.txt |  | current',
      '        link src/b.txt | stale: 1 change since 3 May | stale',
      '    claim C9 (1/1) Elsewhere. | in other | current',
      '      link src/a.txt |  | current',
      'case Other | 1/1 | current',
      '  claim C9 (1/1) Elsewhere. |  | current',
      '    link src/a.txt |  | current',
    ]);
  });

  it('gives every item a key of its own, also where a claim hangs in two places', () => {
    const keys: string[] = [];
    const collect = (parent?: string): void => {
      for (const { key } of children(parent)) {
        keys.push(key);
        collect(key);
      }
    };
    collect();
    assert.equal(new Set(keys).size, keys.length);
  });

  it('says expandable exactly where there is something below', () => {
    const check = (parent?: string): void => {
      for (const item of children(parent)) {
        assert.equal(item.expandable, children(item.key).length > 0, item.label);
        check(item.key);
      }
    };
    check();
  });

  it('finds the way to what is under the cursor', () => {
    const [inRebuttal, inLocator] = workspace.cursors('access.case.yaml');
    const way = (position: { line: number; character: number }) =>
      treePath(workspace.lookup, workspace.file('access.case.yaml'), position, TODAY);
    assert.deepEqual(
      way(inRebuttal!).map(({ label }) => label),
      ['Access', 'C1 (3/5) Only users get in.', 'R1 Unless a password is stolen.'],
    );
    const toLink = way(inLocator!);
    assert.deepEqual(
      toLink.map(({ label }) => label),
      ['Access', 'C1 (3/5) Only users get in.', 'C2 (2/4) Passwords are checked.', 'src/b.txt'],
    );
    for (const [i, item] of toLink.slice(1).entries())
      assert.ok(
        children(toLink[i]!.key).some(({ key }) => key === item.key),
        `${item.label} is among the children`,
      );
  });

  it('takes the link on a line for meant where the cursor stands before it, at the dash', () => {
    const line = workspace.cursors('access.case.yaml')[1]!.line;
    const at = (place: { line: number; character: number }) =>
      treePath(workspace.lookup, workspace.file('access.case.yaml'), place, TODAY).at(-1)?.label;
    assert.equal(at({ line, character: 10 }), 'src/b.txt');
    assert.equal(at({ line: line - 1, character: 10 }), 'E1 src/a.txt');
    assert.equal(at({ line: line - 2, character: 8 }), 'C2 (2/4) Passwords are checked.');
  });

  it('gives stale links what to compare, and links a place to open', () => {
    const c2 = treePath(
      workspace.lookup,
      workspace.file('access.case.yaml'),
      workspace.cursors('access.case.yaml')[1]!,
      TODAY,
    );
    const link = c2.at(-1)!;
    assert.equal(link.difference?.before.path, 'src/b.txt');
    assert.match(link.difference?.after ?? '', /\/src\/b\.txt$/);
    assert.match(link.target?.uri ?? '', /\/src\/b\.txt$/);
    assert.equal(link.accessibilityLabel, 'Evidence, src/b.txt, stale: 1 change since 3 May');
  });

  it('tells a screen reader kind, name, state and counts', () => {
    const labels: string[] = [];
    const collect = (parent?: string): void => {
      for (const { key, accessibilityLabel } of children(parent)) {
        labels.push(accessibilityLabel);
        collect(key);
      }
    };
    collect();
    assert.ok(
      labels.includes('Case, Access, stale, 3 of 5 links current, 0 of 1 defeater answered'),
      labels.join('\n'),
    );
    assert.ok(labels.includes('Claim, C2 Passwords are checked., stale, 2 of 4 links current'));
    assert.ok(labels.includes('Evidence, E1 src/a.txt, current'));
  });

  it('has nothing under a key that is gone', () => assert.deepEqual(children('nowhere'), []));
});

import assert from 'node:assert/strict';
import { commentHover } from '../../src/service/code-comments.ts';
import { codeLenses } from '../../src/service/code-lens.ts';
import { evidenceHover } from '../../src/service/hover.ts';
import type { TreeOptions } from '../../src/service/tree-options.ts';
import { treeReason } from '../../src/service/tree-reason.ts';
import { treeChildren } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    claims:
      C2:
        text: Passwords are checked.
        evidence: [src/a.py#login, {E1: src/b.py}]
      C3: {text: Sessions end., evidence: [src/gone.py]}
      C4: Logs are kept.
      C5: {text: Nobody is named., evidence: [src/b.py]}
`;
const OTHER = 'case: Other\nclaims:\n  C5: {text: Five., evidence: [src/b.py]}\n';
const CODE = `# warrant: C2
def login(user):  # warrant: C2, C4
    pass


# warrant: C2, C5, E1
def check(user):
    pass
`;

describe('the claim tree, with comments of code that name claims', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'other.case.yaml': OTHER,
      'src/a.py': CODE,
      'src/b.py': 'x = 1\n',
    });
  });
  after(() => workspace.repository.remove());

  const children = (parent: string | undefined, options: TreeOptions = {}): TreeItem[] =>
    treeChildren(workspace.lookup, parent, TODAY, options);
  function item(id: string, options: TreeOptions = {}): TreeItem {
    const below = children(children(undefined, options)[0]!.key, options);
    const all = [...below, ...below.flatMap(({ key }) => children(key, options))];
    return all.find(({ names, kind }) => names?.id === id && kind !== 'evidence')!;
  }
  const show = (items: readonly TreeItem[]): string[] =>
    items.map(({ label, description }) => `${label} | ${description}`);

  it('shows them below the evidence: several in one row that is folded', () => {
    const rows = children(item('C2').key);
    assert.deepEqual(show(rows), ['src/a.py#login | ', 'E1 src/b.py | ', 'Named in comments | 3']);
    const [group] = rows.slice(-1);
    assert.equal(group!.expandable, true);
    assert.equal(group!.unfold, undefined);
    const comments = children(group!.key);
    assert.deepEqual(show(comments), [
      'src/a.py, line 1 | ',
      'src/a.py, line 2 | ',
      'src/a.py, line 6 | not listed as evidence',
    ]);
    assert.deepEqual(comments[1]!.target?.range.start, { line: 1, character: 29 });
    assert.match(comments[1]!.target.uri, /src\/a\.py$/);
    assert.match(comments[1]!.source.uri, /access\.case\.yaml$/);
    assert.equal(new Set([...rows, ...comments].map(({ key }) => key)).size, 6);
  });

  it('shows one by itself, and that without a state it is the reason of nothing', () => {
    const claim = item('C4');
    assert.equal(claim.state, 'undeveloped');
    assert.equal(claim.expandable, true);
    assert.equal(claim.reason, undefined);
    const rows = children(claim.key);
    assert.deepEqual(show(rows), ['src/a.py, line 2 | named in a comment, not listed as evidence']);
    assert.deepEqual([rows[0]!.mention, rows[0]!.review, rows[0]!.part], [true, undefined, undefined]);
    assert.equal(rows[0]!.accessibilityLabel, 'src/a.py, line 2, named in a comment, not listed as evidence');
    assert.deepEqual(treeReason(workspace.lookup, { key: claim.key, state: 'unknown' }, TODAY), []);
    assert.equal(item('C2').label, 'C2 (2/2) Passwords are checked.');
  });

  it('shows none where none is named, or where it is not known which claim is meant', () => {
    assert.deepEqual(show(children(item('C5').key)), ['src/b.py | ']);
    assert.equal(item('C3').reason, true);
  });

  it('leaves them out where somebody asks for states', () => {
    const words = { text: 'passwords' };
    assert.deepEqual(show(children(item('C2', words).key, words)).slice(-1), ['Named in comments | 3']);
    const states: TreeOptions = { states: ['undeveloped'] };
    assert.equal(item('C4', states).expandable, false);
    assert.deepEqual(children(item('C4', states).key, states), []);
  });

  it('says of evidence whose own lines hold such a comment nothing twice', () => {
    const file = workspace.file('src/a.py');
    const lenses = codeLenses(workspace.lookup, file, TODAY);
    assert.deepEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      ['1 C2 Passwords are checked · current'],
    );
    const count = (text: string): number => text.split('Passwords are checked').length - 1;
    const onName = commentHover(workspace.lookup, file, { line: 1, character: 29 });
    assert.equal(count(JSON.stringify(onName)), 1);
    const onCode = evidenceHover(workspace.lookup, file, { line: 1, character: 4 }, TODAY);
    assert.equal(count(JSON.stringify(onCode)), 1);
    assert.doesNotMatch(JSON.stringify(onCode), /comment/i);
  });
});

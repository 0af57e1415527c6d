import assert from 'node:assert/strict';
import { codeLenses } from '../../src/service/code-lens.ts';
import { treeChildren, treePath } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const list = (what: string, number: number, more = ''): string =>
  Array.from({ length: number }, (_, i) => `- ${what} ${'abcdefghij'[i]} of the mill${more}\n`).join('');

/** Nobody gave the nodes ids, and nothing hangs under anything. */
const LONG = `# The mill

## Assets

${list('A wheel', 6)}
## Threats

${list('A flood', 5)}- The miller s¦leeps

## Assumptions

${list('A day', 2)}
`;

describe('a case with much at its top', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'mill.case.md': LONG,
      'short.case.md': `# The shed\n\n## Assets\n\n${list('A spade', 4)}\n## Threats\n\n${list('A mouse', 4)}`,
    });
  });
  after(() => workspace.repository.remove());

  const children = (parent?: string): TreeItem[] => treeChildren(workspace.lookup, parent, TODAY);
  const rows = (title: string): TreeItem[] => children(children().find(({ label }) => label === title)!.key);

  it('has a row for each kind of which there are many, and one for each node of the others', () => {
    assert.deepEqual(
      rows('The mill').map(({ kind, label, description, state, given }) =>
        [kind, label, description, state, given ?? ''].join(' | '),
      ),
      [
        'group | Assets | 6 | current | asset',
        'group | Threats | 6 | challenged | ',
        'assumption | A day a of the mill | assumption | current | assumption',
        'assumption | A day b of the mill | assumption | current | assumption',
      ],
    );
    const [, threats] = rows('The mill');
    assert.match(threats!.tooltip, /\*\*6 threats\*\* · challenged[^]*6 are challenged\./);
    assert.equal(threats!.accessibilityLabel, '6 threats, challenged');
  });

  it('has its nodes below these rows, called by their texts', () => {
    const [assets] = rows('The mill');
    const below = children(assets!.key);
    assert.equal(below.length, 6);
    assert.deepEqual([below[0]?.label, below[0]?.description], ['A wheel a of the mill', '']);
  });

  it('is left as it is while there is little', () => {
    assert.deepEqual([...new Set(rows('The shed').map(({ kind }) => kind))], ['asset', 'threat']);
  });

  it('leads from the document to a node through the row above it', () => {
    const path = treePath(
      workspace.lookup,
      workspace.file('mill.case.md'),
      workspace.cursors('mill.case.md')[0]!,
      TODAY,
    );
    assert.deepEqual(
      path.map(({ label }) => label),
      ['The mill', 'Threats', 'The miller sleeps'],
    );
    for (const [i, item] of path.slice(1).entries())
      assert.ok(children(path[i]!.key).some(({ key }) => key === item.key));
  });
});

describe('nodes without ids', () => {
  it('are called by the beginning of their texts where several rest on the same code', async () => {
    const workspace = await makeWorkspace({
      'mill.case.md': `# The mill\n\n## Controls\n\n### Everything that turns has a guard in front of it\n\nEvidence: \`src/guard.py\`\n\n### Bells\n\nEvidence: \`src/guard.py\`\n`,
      'src/guard.py': 'guard = True\n',
    });
    const [lens] = codeLenses(workspace.lookup, workspace.file('src/guard.py'), TODAY);
    assert.equal(lens?.command?.title, '“Everything that turns has a…” current · “Bells” current');
    workspace.repository.remove();
  });
});

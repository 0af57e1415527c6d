import assert from 'node:assert/strict';
import { treeMatches } from '../../src/service/tree-filter.ts';
import type { TreeOptions } from '../../src/service/tree-options.ts';
import { treeReason } from '../../src/service/tree-reason.ts';
import { treeChildren, treePath } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    context: {CT1: In the open network.}
    rebuttals:
      R1: Unless a password is stolen.
    claims:
      C2:
        text: Passwords are checked.
        satisfies: [OWASP-2021:A07]
        evidence:
          - E1: src/a.txt
          - src/b¦.txt
      C3:
        text: Doors are shut.
        owner: Cy Porter <cy@example.org>
        satisfies: [OWASP-2021:A01, HOUSE:10, HOUSE:9]
        evidence: [src/a.txt, src/c.txt]
      C4: Nobody has written ¦this yet.
    supportedBy: [other/C9]
`;
const OTHER =
  'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.txt]}\n  C8: {text: Gone., evidence: [src/gone.txt]}\n';

describe('the claim tree', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace(
      {
        'access.case.yaml': CASE,
        'other.case.yaml': OTHER,
        'src/a.txt': 'a\n',
        'src/b.txt': 'b\n',
        'src/c.txt': 'c\n',
      },
      (repository) => {
        repository.commitFiles({ 'src/b.txt': 'B\n' }, { author: 'Ben', date: '2026-06-01T10:00:00+00:00' });
      },
    );
  });
  after(() => workspace.repository.remove());

  const children = (parent: string | undefined, options: TreeOptions): TreeItem[] =>
    treeChildren(workspace.lookup, parent, TODAY, options);

  /** All of the tree, indented; `+` before what is to be unfolded. */
  function draw(options: TreeOptions, parent?: string, indent = ''): string[] {
    return children(parent, options).flatMap((item) => [
      `${indent}${item.unfold ? '+' : ''}${item.label}`,
      ...draw(options, item.key, `${indent}  `),
    ]);
  }
  const matches = (options: TreeOptions): number => treeMatches(workspace.lookup, options).matches;

  describe('with a filter', () => {
    it('by state shows what is in it with what stands above, unfolded', () => {
      assert.deepEqual(draw({ states: ['stale'] }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    +C2 (1/2) Passwords are checked.',
        '      src/b.txt',
      ]);
      assert.equal(matches({ states: ['stale'] }), 3);
      assert.deepEqual(draw({ states: ['broken'] }), ['Other', '  +C8 (0/1) Gone.', '    src/gone.txt']);
    });

    it('takes several states, and what is taken for granted for none', () => {
      assert.deepEqual(draw({ states: ['challenged', 'undeveloped'] }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    R1 Unless a password is stolen.',
        '    C4 Nobody has written this yet.',
      ]);
      assert.ok(!draw({ states: ['current'] }).some((row) => row.includes('CT1')));
    });

    it('by attention shows what is broken, failing, stale or challenged', () => {
      assert.deepEqual(draw({ attention: true }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    R1 Unless a password is stolen.',
        '    +C2 (1/2) Passwords are checked.',
        '      src/b.txt',
        'Other',
        '  +C8 (0/1) Gone.',
        '    src/gone.txt',
      ]);
    });

    it('by text finds ids, texts and locators, and keeps what is below a match, folded', () => {
      assert.deepEqual(draw({ text: 'c3' }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    C3 (2/2) Doors are shut.',
        '      src/a.txt',
        '      src/c.txt',
      ]);
      assert.deepEqual(draw({ text: 'SHUT doors' }), draw({ text: 'c3' }));
      assert.deepEqual(draw({ text: 'access/C3' }), draw({ text: 'c3' }));
      assert.deepEqual(draw({ text: 'c.txt' }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    +C3 (2/2) Doors are shut.',
        '      src/c.txt',
      ]);
      assert.deepEqual(draw({ text: 'e1' }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    +C2 (1/2) Passwords are checked.',
        '      E1 src/a.txt',
      ]);
      assert.equal(matches({ text: 'c3' }), 1);
    });

    it('by the title of a case shows all of it', () =>
      assert.deepEqual(draw({ text: 'other' }), [
        'Other',
        ...draw({}, children(undefined, {})[1]!.key, '  '),
      ]));

    it('by text and state shows below a match for words what is in the state', () => {
      assert.deepEqual(draw({ text: 'c2', states: ['stale'] }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    C2 (1/2) Passwords are checked.',
        '      src/b.txt',
      ]);
      assert.deepEqual(draw({ text: 'c3', states: ['stale'] }), []);
    });

    it('by owner shows what somebody owns, or judged last', () => {
      const { owners } = treeMatches(workspace.lookup, {});
      assert.deepEqual(owners, [
        { name: 'Ada', count: 2 },
        { name: 'Cy Porter', count: 1 },
      ]);
      assert.deepEqual(draw({ owners: ['cy porter'] }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    C3 (2/2) Doors are shut.',
      ]);
      assert.equal(draw({ owners: ['Ada'] }).at(-1), '      src/b.txt');
    });

    it('shows a claim of another case below what refers to it, too', () =>
      assert.deepEqual(draw({ text: 'elsewhere' }), [
        'Access',
        '  +C1 (4/5) Only users get in.',
        '    C9 (1/1) Elsewhere.',
        '      src/a.txt',
        'Other',
        '  C9 (1/1) Elsewhere.',
        '    src/a.txt',
      ]));

    it('leads from the document as far as is shown', () => {
      const [inLocator, inClaim] = workspace.cursors('access.case.yaml');
      const way = (at: typeof inClaim, options: TreeOptions) =>
        treePath(workspace.lookup, workspace.file('access.case.yaml'), at!, TODAY, options).map(
          ({ label }) => label,
        );
      assert.deepEqual(way(inClaim, { attention: true }), ['Access', 'C1 (4/5) Only users get in.']);
      assert.equal(way(inLocator, { attention: true }).at(-1), 'src/b.txt');
      assert.deepEqual(way(inLocator, { text: 'gone' }), []);
    });
  });

  describe('by state', () => {
    it('lists what has a state where it begins, worst first', () => {
      assert.deepEqual(
        children(undefined, { groupBy: 'state' }).map(({ label, description }) => `${label} ${description}`),
        ['Broken 1', 'Stale 1', 'Challenged 1', 'Undeveloped 1', 'Current 2'],
      );
      const rows = children(undefined, { groupBy: 'state' }).flatMap(({ key }) =>
        children(key, { groupBy: 'state' }),
      );
      assert.deepEqual(
        rows.map(({ label, description }) => `${label} | ${description}`),
        [
          'C8 (0/1) Gone. | in other',
          'C2 (1/2) Passwords are checked. | in access',
          'R1 Unless a password is stolen. | in access',
          'C4 Nobody has written this yet. | in access',
          'C3 (2/2) Doors are shut. | in access',
          'C9 (1/1) Elsewhere. | in other',
        ],
      );
    });

    it('lists a claim that is in a state by itself, whatever is below it', async () => {
      const small = await makeWorkspace({
        'a.case.yaml':
          'case: A\nclaims:\n  C1: {text: X, evidence: [gone.txt], claims: {C2: {text: Y, evidence: [a.txt]}}}\n',
        'a.txt': 'a\n',
      });
      const options = { groupBy: 'state' } as const;
      const [broken] = treeChildren(small.lookup, undefined, TODAY, options);
      assert.deepEqual(
        treeChildren(small.lookup, broken!.key, TODAY, options).map(({ label }) => label),
        ['C1 (1/2) X'],
      );
      small.repository.remove();
    });

    it('is filtered, too', () =>
      assert.deepEqual(draw({ groupBy: 'state', text: 'doors' }), [
        '+Current',
        '  C3 (2/2) Doors are shut.',
        '    src/a.txt',
        '    src/c.txt',
      ]));

    it('leads from the document to where the state begins', () => {
      const path = treePath(
        workspace.lookup,
        workspace.file('access.case.yaml'),
        workspace.cursors('access.case.yaml')[0]!,
        TODAY,
        { groupBy: 'state' },
      );
      assert.deepEqual(
        path.map(({ label }) => label),
        ['Stale', 'C2 (1/2) Passwords are checked.', 'src/b.txt'],
      );
      for (const [i, item] of path.slice(1).entries())
        assert.ok(children(path[i]!.key, { groupBy: 'state' }).some(({ key }) => key === item.key));
    });
  });

  describe('by standard', () => {
    it('shows requirements in the order of the standard, and the claims that satisfy them', () => {
      assert.deepEqual(draw({ groupBy: 'standard' }), [
        'OWASP Top 10 2021',
        '  A01 Broken Access Control',
        '    C3 (2/2) Doors are shut.',
        '      src/a.txt',
        '      src/c.txt',
        '  A07 Identification and Authentication Failures',
        '    C2 (1/2) Passwords are checked.',
        '      E1 src/a.txt',
        '      src/b.txt',
        'HOUSE',
        '  9',
        '    C3 (2/2) Doors are shut.',
        '      src/a.txt',
        '      src/c.txt',
        '  10',
        '    C3 (2/2) Doors are shut.',
        '      src/a.txt',
        '      src/c.txt',
      ]);
      assert.equal(children(undefined, { groupBy: 'standard' })[0]?.description, '2 requirements');
    });

    it('leads from the document to a requirement', () =>
      assert.deepEqual(
        treePath(
          workspace.lookup,
          workspace.file('access.case.yaml'),
          workspace.cursors('access.case.yaml')[0]!,
          TODAY,
          { groupBy: 'standard' },
        ).map(({ label }) => label),
        [
          'OWASP Top 10 2021',
          'A07 Identification and Authentication Failures',
          'C2 (1/2) Passwords are checked.',
          'src/b.txt',
        ],
      ));
  });

  it('says expandable exactly where a filter leaves something below', () => {
    for (const options of [
      { states: ['stale'] },
      { owners: ['Cy Porter'] },
      { text: 'c3' },
      { attention: true },
    ] as const) {
      const check = (parent?: string): void => {
        for (const item of children(parent, options)) {
          assert.equal(item.expandable, children(item.key, options).length > 0, item.label);
          check(item.key);
        }
      };
      check();
    }
  });

  it('has keys of its own for every item, whatever way it is arranged', () => {
    for (const groupBy of ['case', 'state', 'standard'] as const) {
      const keys: string[] = [];
      const collect = (parent?: string): void => {
        for (const { key } of children(parent, { groupBy })) {
          keys.push(key);
          collect(key);
        }
      };
      collect();
      assert.equal(new Set(keys).size, keys.length, groupBy);
    }
  });

  describe('asked for a reason', () => {
    const reason = (label: RegExp, options: TreeOptions = {}): string[] => {
      const find = (parent?: string): TreeItem | undefined => {
        for (const item of children(parent, options)) {
          const found = label.test(item.label) ? item : find(item.key);
          if (found) return found;
        }
        return undefined;
      };
      return treeReason(workspace.lookup, find()!, TODAY, options).map((item) => item.label);
    };

    it('leads to the evidence that makes a claim what it is', () => {
      assert.deepEqual(reason(/^Access/), [
        'C1 (4/5) Only users get in.',
        'C2 (1/2) Passwords are checked.',
        'src/b.txt',
      ]);
      assert.deepEqual(reason(/^C2/), ['src/b.txt']);
    });

    it('is there where something is below that is in no good state', () => {
      const [access] = children(undefined, {});
      assert.equal(access?.reason, true);
      const [c1] = children(access?.key, {});
      assert.deepEqual(
        children(c1?.key, {}).map(({ label, reason: has }) => `${label.slice(0, 3)}${has ?? ''}`),
        ['CT1', 'R1 ', 'C2 true', 'C3 ', 'C4 ', 'C9 '],
      );
    });
  });
});

describe('a claim tree of a challenged case', () => {
  it('leads to the defeater that nothing answers', async () => {
    const workspace = await makeWorkspace({
      'a.case.yaml':
        'case: A\nclaims:\n  C1:\n    text: X\n    claims:\n      C2: {text: Y, evidence: [a.txt]}\n      C3: {text: Z, evidence: [a.txt], rebuttals: {R1: Unless it rains.}}\n',
      'a.txt': 'a\n',
    });
    const [one] = treeChildren(workspace.lookup, undefined, TODAY);
    assert.deepEqual(
      treeReason(workspace.lookup, one!, TODAY).map(({ label }) => label),
      ['C1 (2/2) X', 'C3 (1/1) Z', 'R1 Unless it rains.'],
    );
    workspace.repository.remove();
  });
});

import assert from 'node:assert/strict';
import type { Review } from '../../src/model/review.ts';
import { codeLenses } from '../../src/service/code-lens.ts';
import { claimHover } from '../../src/service/hover.ts';
import { type Lookup, createLookup } from '../../src/service/lookup.ts';
import { reviewQuestion, targetsAt } from '../../src/service/reviewable.ts';
import { treeChildren } from '../../src/service/tree.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  ¦C1:
    text: Only users get in.
    supportedBy: other/C9
    claims:
      C2:
        text: Passwords are checked.
        evidence:
          - src/a.py#l¦ogin
          - src/a.py#logout
          - src/go¦ne.py
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/b.py]}\n';
const SOURCE = 'def login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';

describe('reviews', () => {
  let workspace: TestWorkspace;

  before(async () => {
    const files = {
      'access.case.yaml': CASE,
      'other.case.yaml': OTHER,
      'src/a.py': SOURCE,
      'src/b.py': 'b()\n',
    };
    workspace = await makeWorkspace(files, (repository) => {
      const changed = { 'src/a.py': SOURCE.replace('check', 'ask'), 'src/b.py': 'c()\n' };
      repository.commitFiles(changed, { author: 'Ben', date: '2026-05-20T10:00:00+00:00' });
    });
  });
  after(() => workspace.repository.remove());

  const asked = (path: string, line: number, character: number) => {
    const targets = targetsAt(workspace.lookup, workspace.file(path), { line, character });
    return reviewQuestion(workspace.lookup, targets, TODAY);
  };
  const atMarker = (marker: number) => {
    const { line, character } = workspace.cursors('access.case.yaml')[marker]!;
    return asked('access.case.yaml', line, character);
  };

  it('of a claim ask about all below it that waits for one, in other cases too', () => {
    const { subject, items } = atMarker(0);
    assert.equal(subject, 'C1 Only users get in');
    assert.deepEqual(
      items.map(({ label, claim, difference }) => [label, claim, difference!.line]),
      [
        // A part is shown from its first line on, a whole file from its first change.
        ['src/a.py#login', 'C2 Passwords are checked', 0],
        ['src/b.py', 'C9 Elsewhere', undefined],
      ],
    );
  });

  it('of a link ask about that one, and name the files that have to be saved', () => {
    const { subject, items } = atMarker(1);
    assert.equal(subject, 'C2 Passwords are checked');
    const [only, ...others] = items;
    assert.deepEqual(others, []);
    assert.equal(only?.summary, 'stale: 1 change since 3 May');
    assert.deepEqual(
      only.files.map((uri) => uri.slice(uri.lastIndexOf('/') + 1)),
      ['access.case.yaml', 'a.py'],
    );
  });

  it('of a link that leads nowhere ask nothing', () => assert.deepEqual(atMarker(2).items, []));

  it('start from the evidence too, at the lines that are', () => {
    assert.deepEqual(
      asked('src/a.py', 1, 4).items.map(({ label }) => label),
      ['src/a.py#login'],
    );
    assert.deepEqual(asked('src/a.py', 3, 0).items, []);
  });

  it('can be made again of what is current, where a person names it', () => {
    assert.deepEqual(
      asked('src/a.py', 5, 0).items.map(({ label, summary }) => `${label} ${summary}`),
      ['src/a.py#logout current'],
    );
  });

  it('of what is gone ask nothing', () => {
    const target = { case: 'gone', link: 'gone' };
    assert.deepEqual(reviewQuestion(workspace.lookup, [target], TODAY), { subject: '', items: [] });
  });

  describe('that were recorded', () => {
    const review: Review = {
      by: 'Ada Author <ada@example.org>',
      at: '2026-06-01T09:00:00Z',
      note: 'Only *renamed*.',
    };
    let lookup: Lookup;

    before(() => {
      const { snapshot } = workspace.lookup;
      const cases = snapshot.cases.map((one) => ({
        ...one,
        links: new Map(
          [...one.links].map(([key, judged]) => [
            key,
            judged.link.locator.includes('#')
              ? { ...judged, verdict: { ...judged.verdict, review } }
              : judged,
          ]),
        ),
      }));
      lookup = createLookup({ ...snapshot, cases });
    });

    it('are named on a lens that is short', () => {
      assert.deepEqual(
        codeLenses(lookup, workspace.file('src/a.py'), TODAY).map(({ command }) => command?.title),
        [
          'C2 Passwords are checked · stale: 1 change since 3 May',
          'Still holds?',
          'C2 Passwords are checked · reviewed by Ada Author on 1 Jun',
        ],
      );
    });

    it('are told in the hover, with their note', () => {
      const place = workspace.cursors('access.case.yaml')[1]!;
      const hover = claimHover(lookup, workspace.file('access.case.yaml'), place, TODAY);
      const { value } = hover!.contents as { value: string };
      assert.match(value, /Reviewed by Ada Author, 1 Jun 2026: “Only \\\*renamed\\\*\\\.”/);
      assert.doesNotMatch(value, /was last edited by/);
    });

    it('stand in the tree, for screen readers too', () => {
      const rows = (parent?: string): TreeItem[] =>
        treeChildren(lookup, parent, TODAY).flatMap((item) => [
          item,
          ...(item.expandable ? rows(item.key) : []),
        ]);
      const item = rows().find(({ label }) => label === 'src/a.py#logout')!;
      assert.equal(item.description, 'reviewed by Ada Author on 1 Jun');
      assert.match(item.accessibilityLabel, /, current, reviewed by Ada Author on 1 Jun$/);
      assert.match(item.tooltip, /Reviewed by Ada Author/);
    });
  });

  it('are offered in the tree where something waits for one, and challenges where something is asserted', () => {
    const rows = (parent?: string): TreeItem[] =>
      treeChildren(workspace.lookup, parent, TODAY).flatMap((item) => [
        item,
        ...(item.expandable ? rows(item.key) : []),
      ]);
    const offered = rows().map(
      ({ label, review, challenge }) => `${label}:${review ? ' review' : ''}${challenge ? ' challenge' : ''}`,
    );
    assert.deepEqual(offered, [
      'Access:',
      'C1 (1/4) Only users get in.: review challenge',
      'C2 (1/3) Passwords are checked.: review challenge',
      'src/a.py#login: review challenge',
      'src/a.py#logout: challenge',
      'src/gone.py: challenge',
      'C9 (0/1) Elsewhere.: review challenge',
      'src/b.py: review challenge',
      'Other:',
      'C9 (0/1) Elsewhere.: review challenge',
      'src/b.py: review challenge',
    ]);
  });
});

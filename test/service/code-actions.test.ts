import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { codeActions } from '../../src/service/code-actions/code-actions.ts';
import { diagnosticsByUri } from '../../src/service/diagnostics.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
claims:
  C¦1:
    text: Only users get in.
    evidence:
      - src/¦old.py#login
      - src/a.py#l¦ogn
      - src/A.¦py
      - src/a.py#L¦8-L9
      - src/a.py#lo¦gin
      - lib/¦gone.py
      - ¦src/b.py
    context: {CT¦1: x}
`;
const DOCUMENT = `# Assurance case

- **C1:** Only users get in.
  - Evidence: [the code](../src/o¦ld.py), \`src/o¦ld.py\`, \`twi¦ce.py\`
`;
const AMBIGUOUS = 'claims:\n  C1: {text: A, evidence: [src/two.py#r¦un]}\n';
const SOURCE =
  'import os\n\n\ndef login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';

describe('code actions', () => {
  let workspace: TestWorkspace;

  before(async () => {
    const files = {
      'access.case.yaml': CASE,
      'docs/assurance-case.md': DOCUMENT,
      'src/a.py': SOURCE,
      'src/old.py': SOURCE.replace('os', 'sys'),
      'src/b.py': 'b\n',
      'two.case.yaml': AMBIGUOUS,
      'src/two.py':
        'class A:\n    def run(self):\n        pass\n\n\nclass B:\n    def run(self):\n        pass\n',
      'src/twice.py': 'x\n',
      'lib/twice.py': 'y\n',
    };
    workspace = await makeWorkspace(files, (repository) => {
      repository.rename('src/old.py', 'src/my new.py');
      repository.commit({ author: 'Ben' });
      repository.commitFiles(
        { 'src/a.py': SOURCE.replace('import os', 'import os\nimport re').replace('check', 'ask') },
        { author: 'Cy' },
      );
    });
  });
  after(() => workspace.repository.remove());

  const at = (path: string, marker: number, editable = true): CodeAction[] => {
    const position = workspace.cursors(path)[marker]!;
    const file = workspace.file(path);
    const diagnostics = diagnosticsByUri(workspace.lookup.snapshot).get(toUri(file)) ?? [];
    const text = editable ? workspace.claimText(path) : undefined;
    return codeActions(workspace.lookup, file, { start: position, end: position }, diagnostics, text);
  };
  /** Titles, with what an edit writes; preferred ones with a star, those that settle a problem with its rule. */
  const show = (actions: readonly CodeAction[]): string[] =>
    actions.map(({ title, edit, isPreferred, diagnostics = [] }) => {
      const [change] = Object.values(edit?.changes ?? {}).flat();
      const rules = diagnostics.map(({ code }) => ` (${code})`).join('');
      return `${isPreferred ? '* ' : ''}${title}${change ? ` => ${change.newText}` : ''}${rules}`;
    });

  it('leads a link after a file that moved', () => {
    assert.deepEqual(show(at('access.case.yaml', 1)), [
      '* Point to src/my new.py#login => src/my new.py#login (evidence-moved)',
    ]);
  });

  it('offers names that are similar, none of them preferred', () => {
    const offered = show(at('access.case.yaml', 2));
    assert.equal(offered[0], 'Point to src/a.py#login => src/a.py#login (evidence-symbol-missing)');
    assert.ok(offered.every((title) => !title.startsWith('*')));
  });

  it('has one of several places chosen, and none of them preferred', () => {
    assert.deepEqual(show(at('two.case.yaml', 0)), [
      'Point to src/two.py#A.run, the one in line 2 => src/two.py#A.run (evidence-ambiguous)',
      'Point to src/two.py#B.run, the one in line 7 => src/two.py#B.run (evidence-ambiguous)',
    ]);
    assert.deepEqual(show(at('docs/assurance-case.md', 2)), [
      'Point to lib/twice.py => lib/twice.py (evidence-ambiguous)',
      'Point to src/twice.py => src/twice.py (evidence-ambiguous)',
    ]);
  });

  it('spells a path as the file system does', () => {
    assert.deepEqual(show(at('access.case.yaml', 3)), [
      '* Point to src/a.py => src/a.py (evidence-case-mismatch)',
    ]);
  });

  it('writes the numbers of lines that moved', () => {
    assert.deepEqual(show(at('access.case.yaml', 4)), ['* Update the lines to #L9-L10 => src/a.py#L9-L10']);
  });

  it('has evidence that changed reviewed, shown or challenged', () => {
    const actions = at('access.case.yaml', 5);
    assert.deepEqual(show(actions), [
      'Still holds: record a review… (evidence-changed)',
      'Show what changed (evidence-changed)',
      'Challenge this evidence… (evidence-changed)',
    ]);
    const [review, difference, challenge] = actions.map(({ command }) => command);
    const target = challenge!.arguments![0] as { case: string; link: string };
    assert.equal(
      workspace.lookup.caseOf(target.case)?.links.get(target.link)?.link.locator,
      'src/a.py#login',
    );
    assert.deepEqual(review!.arguments, [[target]]);
    assert.equal(difference!.command, 'warrant.showDifference');
  });

  it('has nothing for what cannot be mended, or is fine', () => {
    assert.deepEqual(show(at('access.case.yaml', 6)), []);
    assert.deepEqual(show(at('access.case.yaml', 7)), []);
  });

  it('on a claim has all below it reviewed, or challenges it', () => {
    const actions = at('access.case.yaml', 0);
    assert.deepEqual(show(actions), ['Still holds: review 1 link below…', 'Challenge this claim…']);
    const [{ node }] = actions[0]!.command!.arguments![0] as [{ node: string }];
    assert.equal(node, 'C1');
    assert.deepEqual(show(at('access.case.yaml', 8)), []);
  });

  it('keeps the destination of a link relative to its document, and encoded', () => {
    assert.deepEqual(show(at('docs/assurance-case.md', 0)), [
      '* Point to src/my new.py => ../src/my%20new.py (evidence-moved)',
    ]);
  });

  it('writes a path with a space in a code span that is cited', () => {
    assert.deepEqual(show(at('docs/assurance-case.md', 1)), [
      '* Point to src/my new.py => src/my new.py (evidence-moved)',
    ]);
  });

  it('offers no edit where the text is not there', () => {
    assert.deepEqual(show(at('access.case.yaml', 1, false)), []);
    assert.deepEqual(show(at('access.case.yaml', 0, false)), []);
  });
});

import assert from 'node:assert/strict';
import { repoint } from '../../../src/formats/editing/repoint.ts';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { READERS } from '../../../src/formats/readers.ts';
import type { CaseFormat } from '../../../src/model/case.ts';

/** A text after its first link was led elsewhere. */
function repointed(format: CaseFormat, text: string, wanted: string): string | undefined {
  const read = (other: string) => READERS[format](other, { file: '/docs/case', stem: 'case' });
  const before = read(text);
  const [one] = before.cases;
  const edit = repoint(text, before, { case: one!.id, key: one!.evidence[0]!.key }, [wanted], read);
  return edit && applyEdits(text, [edit]);
}

describe('another locator in the place of a link', () => {
  const yaml = (evidence: string): string => `claims:\n  C1: {text: A, evidence: [${evidence}]}\n  C2: B\n`;
  const table: readonly (readonly [
    what: string,
    format: CaseFormat,
    before: string,
    to: string,
    after: string,
  ])[] = [
    ['is written as it is', 'yaml', yaml('src/a.py'), 'lib/a.py#f', yaml('lib/a.py#f')],
    ['stays in quotes', 'yaml', yaml('"src/a.py", b.py'), 'lib/a.py', yaml('"lib/a.py", b.py')],
    ['gets quotes where it needs them', 'yaml', yaml('src/a.py'), 'lib/[x]/a.py', yaml("'lib/[x]/a.py'")],
    ['has its quotes doubled', 'yaml', yaml("'src/a.py'"), "lib/it's.py", yaml("'lib/it''s.py'")],
    [
      'stays the value of its id',
      'yaml',
      'claims:\n  C1:\n    text: A\n    evidence:\n      - E1: a.py # so\n',
      'b.py',
      'claims:\n  C1:\n    text: A\n    evidence:\n      - E1: b.py # so\n',
    ],
    [
      'stays a code span',
      'markdown',
      '**C1:** A\n\nEvidence: `src/a.py`, `b.py`\n',
      'lib/a.py',
      '**C1:** A\n\nEvidence: `lib/a.py`, `b.py`\n',
    ],
    [
      'stays the destination of a link',
      'markdown',
      '**C1:** A\n\nEvidence: [the code](src/a.py "T")\n',
      '../lib/a.py',
      '**C1:** A\n\nEvidence: [the code](../lib/a.py "T")\n',
    ],
    [
      'is encoded in a destination',
      'markdown',
      '**C1:** A\n\nEvidence: [x](src/a.py)\n',
      'my lib/a.py',
      '**C1:** A\n\nEvidence: [x](my%20lib/a.py)\n',
    ],
    [
      'keeps lines in the form they have',
      'markdown',
      '**C1:** A\n\nEvidence: `src/a.py:3-9`\n',
      'src/a.py#L5-L11',
      '**C1:** A\n\nEvidence: `src/a.py:5-11`\n',
    ],
    [
      'leaves a symbol where it stands',
      'markdown',
      '**C1:** A\n\nEvidence: `src/a.py` (`login`)\n',
      'lib/a.py#login',
      '**C1:** A\n\nEvidence: `lib/a.py` (`login`)\n',
    ],
    [
      'goes into a table',
      'markdown',
      '| Claim | Evidence |\n|-|-|\n| A | `src/a.py` |\n| B | `b.py` |\n',
      'lib/a.py',
      '| Claim | Evidence |\n|-|-|\n| A | `lib/a.py` |\n| B | `b.py` |\n',
    ],
    [
      'goes into LTAC',
      'ltac',
      '- Claim C1: A\n  - Evidence E1: x (src/a.py)\n',
      'lib/a.py',
      '- Claim C1: A\n  - Evidence E1: x (lib/a.py)\n',
    ],
  ];
  for (const [what, format, before, to, after] of table)
    it(what, () => assert.equal(repointed(format, before, to), after));

  it('is refused where another link would change with it', () => {
    const text = '**C1:** A\n\nEvidence: `src/a.py` (`login`, `logout`)\n';
    assert.equal(repointed('markdown', text, 'lib/a.py#login'), undefined);
  });

  it('is refused where another claim would say something else with it', () => {
    const text = 'claims:\n  C1: {text: A, evidence: [&path src/a.py]}\n  C2: {text: *path}\n';
    assert.equal(repointed('yaml', text, 'lib/a.py'), undefined);
  });
});

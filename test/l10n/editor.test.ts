import assert from 'node:assert/strict';
import { sayIn } from '../../src/l10n/say.ts';
import { LineIndex } from '../../src/model/text.ts';
import { codeActions } from '../../src/service/code-actions/code-actions.ts';
import { editActions } from '../../src/service/code-actions/edit-actions.ts';
import { codeLenses } from '../../src/service/code-lens.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { documentSymbols } from '../../src/service/document-symbols.ts';
import { evidenceHere } from '../../src/service/evidence-here.ts';
import { evidenceStanding } from '../../src/service/evidence-standing.ts';
import { claimHover, evidenceHover } from '../../src/service/hover.ts';
import { explainHint, inlayHints } from '../../src/service/inlay-hints.ts';
import { treeChildren } from '../../src/service/tree.ts';
import type { TreeGrouping } from '../../src/service/tree-options.ts';
import type { TreeItem } from '../../src/service/views.ts';
import { withCursor } from '../support/cursor.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';
import { sayMarked } from './marking.ts';

/** In capitals, as no word of Warrant's is. */
const CASE = `case: ACCESS
id: access
claims:
  C1:
    text: ONLY USERS GET IN.
    satisfies: [OWASP-2021:A07]
    rebuttals: {R1: UNLESS A PASSWORD IS STOLEN.}
    context: {CT1: THE SERVER RUNS.}
    inference:
      IR1: {text: SO IT IS., undercuts: {UC1: UNLESS IT IS NOT.}}
    evidence: [src/a.py#login, src/gone.py, src/a.py#loggin, "src/a.py#L1-L2"]
    claims:
      C2:
        text: PASSWORDS ARE CHECKED.
        evidence:
          - E1: src/b.txt
          - src/a.py
          - src/
      C3: {text: NOBODY KNOWS., undeveloped: true}
      C4: {text: NOTHING HERE.}
      C5:
        text: A RISK.
        rebuttals: {R2: {text: UNLESS., accepted: {by: ADA, why: RARE, until: 2027-01-01}}}
assets:
  A1: {text: THE DATA., threats: {T1: {text: THEFT., at: [src/a.py#logout]}}}
`;
const PROSE = `# ACCESS

**Claim C1:** IT IS SO. SEE \`src/a.py\`.

- Evidence: \`src/b.txt\`, \`src/a.py\` (\`login\`)
`;
const SOURCE =
  'import os\n\n\ndef login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';

/** What is in the workspace, and so is nobody's to translate. */
const DATA =
  /\b(?:Ada|(?:src\/)?(?:a\.py|b\.txt|gone\.py)|src\/|access(?:\.case\.yaml)?|assurance-case(?:\.md)?|loggin|login|logout|user|(?:[0-9a-f]{7,40})|\w+:\/\/\S+)|OWASP Top 10|Identification and Authentication Failures|https?:\S+/g;

describe('what the editor shows', () => {
  let workspace: TestWorkspace;

  before(async () => {
    const files = {
      'access.case.yaml': CASE,
      'docs/assurance-case.md': PROSE,
      'src/a.py': SOURCE,
      'src/b.txt': 'b\n',
    };
    // While it is judged, too: verdicts come with sentences.
    sayMarked();
    workspace = await makeWorkspace(files, (repository) => {
      repository.commitFiles(
        { 'src/a.py': SOURCE.replace('check', 'ask') },
        { author: 'BEN', date: '2026-05-20T10:00:00+00:00', message: 'ASK' },
      );
    });
  });
  after(() => {
    sayIn({});
    workspace.repository.remove();
  });

  const file = (path: string): string => workspace.file(path);
  const CLAIMS = 'access.case.yaml';

  it('has everything in the language of the person: lenses', () => {
    const shown = codeLenses(workspace.lookup, file('src/a.py'), TODAY).map(({ command }) => command?.title);
    assertSaid(shown, 4);
  });

  it('hovers', () => {
    const shown = everywhere(CASE).map((position) => {
      const hover = claimHover(workspace.lookup, file(CLAIMS), position, TODAY);
      return (hover?.contents as { value: string } | undefined)?.value;
    });
    const evidence = evidenceHover(workspace.lookup, file('src/a.py'), { line: 3, character: 0 }, TODAY);
    assertSaid([...shown, (evidence?.contents as { value: string }).value], 10);
  });

  it('inlay hints, and what explains them', () => {
    const lines = new LineIndex(CASE);
    const range = { start: { line: 0, character: 0 }, end: { line: lines.lineCount, character: 0 } };
    const hints = inlayHints(workspace.lookup, file(CLAIMS), range, lines, TODAY);
    const tooltips = hints.map((hint) => explainHint(workspace.lookup, hint, TODAY).tooltip);
    assertSaid(
      hints.map(({ label }) => label as string),
      3,
    );
    assertSaid(
      tooltips.map((tooltip) => (tooltip as { value: string }).value),
      3,
    );
  });

  for (const groupBy of ['case', 'state', 'standard'] as const)
    it(`the claim tree by ${groupBy}`, () => {
      assertSaid(allRows(workspace, groupBy).flatMap(wordsOf), 4);
    });

  it('the rows for a file, and its mark in the Explorer', () => {
    assertSaid(evidenceHere(workspace.lookup, file('src/a.py'), TODAY).flatMap(wordsOf), 4);
    assertSaid(
      evidenceStanding(workspace.lookup.snapshot).map(({ words }) => words),
      2,
    );
  });

  it('outlines', () => {
    const details = documentSymbols(workspace.lookup, file(CLAIMS)).flatMap(function all(symbol): string[] {
      return [symbol.detail ?? '', ...(symbol.children ?? []).flatMap(all)];
    });
    assertSaid(details, 10);
  });

  it('quick fixes', async () => {
    const shown: string[] = [];
    for (const position of everywhere(CASE)) {
      const range = { start: position, end: position };
      const actions = codeActions(workspace.lookup, file(CLAIMS), range, [], workspace.claimText(CLAIMS));
      const edits = await editActions(workspace.lookup, file(CLAIMS), range, workspace.texts);
      shown.push(...[...actions, ...edits].map(({ title }) => title));
    }
    assertSaid([...new Set(shown)], 8);
  });

  for (const [what, written] of [
    ['keys', CASE.replace('    text: ONLY', '    ¦\n    text: ONLY')],
    ['ids', CASE.replace('  C1:\n', '  ¦\n  C1:\n')],
    ['parts of files', CASE.replace('#login', '#¦')],
    ['nodes', CASE.replace('    satisfies', '    supportedBy: [¦]\n    satisfies')],
  ] as const)
    it(`completions: ${what}`, async () => {
      const { text, position } = withCursor(written);
      const subject = workspace.subjects[0]!;
      const ports = {
        lookup: workspace.lookup,
        subjectAt: () => subject,
        subjectAround: () => subject,
        snippets: true,
      };
      const found = await complete(ports, file(CLAIMS), text, position);
      const words = (found?.items ?? []).flatMap(({ detail, documentation, labelDetails }) => [
        detail,
        typeof documentation === 'string' ? documentation : documentation?.value,
        labelDetails?.description,
      ]);
      assertSaid(words, 2);
    });
});

/** Each line's beginning, and each character of it where a word begins. */
function everywhere(text: string): { line: number; character: number }[] {
  return text
    .split('\n')
    .flatMap((content, line) =>
      [...content.matchAll(/\S+/g)].map(({ index }) => ({ line, character: index })),
    );
}

function allRows({ lookup }: TestWorkspace, groupBy: TreeGrouping): TreeItem[] {
  const below = (parent?: string): TreeItem[] =>
    treeChildren(lookup, parent, TODAY, { groupBy }).flatMap((item) => [item, ...below(item.key)]);
  return below();
}

function wordsOf(item: TreeItem & { readonly children?: readonly TreeItem[] }): string[] {
  const { label, description, tooltip, accessibilityLabel, children = [] } = item;
  return [label, description, tooltip, accessibilityLabel, ...children.flatMap(wordsOf)];
}

/**
 * Asserts that outside of what is said (`«…»`) there are no words.
 *
 * @param least so many texts have to have anything said in them
 */
function assertSaid(texts: readonly (string | undefined)[], least: number): void {
  const shown = texts.filter((text) => text !== undefined);
  assert.ok(shown.filter((text) => text.includes('«')).length >= least, shown.join('\n'));
  const english = shown.filter((text) => /\p{Ll}/u.test(withoutSaid(text)));
  assert.deepEqual([...new Set(english)], []);
}

function withoutSaid(text: string): string {
  return text
    .replace(/«[^«»]*»/g, ' ')
    .replace(/\\/g, '')
    .replace(/\(command:\S+/g, '')
    .replace(DATA, '');
}

import assert from 'node:assert/strict';
import { codeLenses } from '../../src/service/code-lens.ts';
import { diagnosticsByUri } from '../../src/service/diagnostics.ts';
import { claimHover, evidenceHover } from '../../src/service/hover.ts';
import { interestOf } from '../../src/service/interest.ts';
import { definition, references } from '../../src/service/navigation.ts';
import { summarizeSnapshot } from '../../src/service/summary.ts';
import { toUri } from '../../src/service/uris.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  ¦C1:
    text: Only users get in.
    evidence: [src/¦a.py#login, docs/]
    claims:
      C2:
        text: Passwords are checked.
        supportedBy: [o¦ther/C9, C1x]
        evidence:
          - src/a.py#login
          - src/a.py
          - src/gone.py¦
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C9: {text: Elsewhere., evidence: [src/a.py#logout]}\n';
const SOURCE =
  'import os\n\n\ndef login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';

describe('language features', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace(
      { 'access.case.yaml': CASE, 'other.case.yaml': OTHER, 'src/a.py': SOURCE, 'docs/x.md': 'x\n' },
      (repository) => {
        const change = (from: string, to: string, author: string, date: string): void => {
          const source = repository.git('show', 'HEAD:src/a.py');
          repository.commitFiles(
            { 'src/a.py': `${source.replace(from, to)}\n` },
            { author, date, message: `Use ${to}` },
          );
        };
        change('check(user)', 'ask(user)', 'Ben', '2026-05-20T10:00:00+00:00');
        change('ask(user)', 'look(user)', 'Cy', '2026-06-01T10:00:00+00:00');
      },
    );
  });
  after(() => workspace.repository.remove());

  const at = (marker: number) =>
    [
      workspace.lookup,
      workspace.file('access.case.yaml'),
      workspace.cursors('access.case.yaml')[marker]!,
    ] as const;
  const show = (place: { uri: string; range: { start: { line: number } } }): string =>
    `${place.uri.split('/').slice(-1)[0]}:${place.range.start.line + 1}`;

  describe('code lens', () => {
    it('names one claim with its state, several with the worst', () => {
      const lenses = codeLenses(workspace.lookup, workspace.file('src/a.py'), TODAY);
      assert.deepEqual(
        lenses.map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`),
        [
          '1: C2 Passwords are checked · stale: 2 changes since 3 May',
          '1: Still holds?',
          '4: C1 stale: 2 changes since 3 May · C2 stale: 2 changes since 3 May',
          '4: Still holds?',
          '8: C9 Elsewhere · current',
        ],
      );
      const [uri, position, claims] = lenses[2]!.command!.arguments as [
        string,
        unknown,
        { uri: string; range: never }[],
      ];
      assert.equal(uri, toUri(workspace.file('src/a.py')));
      assert.deepEqual(position, { line: 3, character: 0 });
      assert.deepEqual(claims.map(show), ['access.case.yaml:6', 'access.case.yaml:12']);
    });

    it('stands at the top of the files of a folder, and nowhere else', () => {
      const [lens, ...others] = codeLenses(workspace.lookup, workspace.file('docs/x.md'), TODAY);
      assert.equal(lens?.command?.title, 'C1 Only users get in · current');
      assert.deepEqual(others, []);
      assert.deepEqual(codeLenses(workspace.lookup, workspace.file('src/b.py'), TODAY), []);
    });
  });

  describe('hover', () => {
    const text = (hover: ReturnType<typeof claimHover>): string =>
      (hover?.contents as { value: string } | undefined)?.value ?? '';

    it('on a claim says what it is, how it stands and why', () => {
      const value = text(claimHover(...at(0), TODAY));
      assert.match(value, /\*\*Claim C1\*\* · broken/);
      assert.match(value, /Only users get in/);
      assert.match(value, /2 of 6 links current/);
    });

    it('on a locator says who changed it and when, and offers the difference', () => {
      const hover = claimHover(...at(1), TODAY)!;
      assert.equal(workspace.textAt('access.case.yaml', hover.range!), 'src/a.py#login');
      const value = text(hover);
      assert.match(value, /stale: 2 changes since 3 May/);
      assert.match(value, /Its claim was last edited by Ada on 3 May 2026/);
      assert.match(decodeURIComponent(value), /src\/a\.py#login: since 3 May 2026 \(/);
      assert.match(value, /- 1 Jun 2026 Cy: Use look.*\n- 20 May 2026 Ben/);
      assert.match(value, /\[Show what changed\]\(command:warrant\.showDifference\?/);
    });

    it('on a reference says what it leads to', () => {
      assert.match(text(claimHover(...at(2), TODAY)), /\*\*Claim C9\*\* · current/);
    });

    it('on evidence says which claims rest on it, at its first line only', () => {
      const hover = (line: number) =>
        text(
          evidenceHover(workspace.lookup, workspace.file('src/a.py'), { line, character: 4 }, TODAY) as never,
        );
      assert.match(hover(3), /Claim C1[^]*---[^]*Claim C2/);
      assert.equal(hover(4), '');
    });
  });

  describe('navigation', () => {
    it('leads from a locator to its lines', () => {
      const [link, ...others] = definition(...at(1));
      assert.deepEqual(others, []);
      assert.equal(workspace.textAt('access.case.yaml', link!.originSelectionRange!), 'src/a.py#login');
      assert.equal(show({ uri: link!.targetUri, range: link!.targetRange }), 'a.py:4');
      assert.equal(link!.targetRange.end.line, 5);
    });

    it('leads from a reference to the node, in another file too', () => {
      const [link] = definition(...at(2));
      assert.equal(show({ uri: link!.targetUri, range: link!.targetRange }), 'other.case.yaml:4');
    });

    it('leads nowhere from a link that is broken', () => assert.deepEqual(definition(...at(3)), []));

    it('finds what refers to a claim and what it rests on', () => {
      const other = workspace.file('other.case.yaml');
      const places = references(workspace.lookup, other, { line: 3, character: 3 }, true).map(show);
      assert.deepEqual(places, ['other.case.yaml:4', 'access.case.yaml:10', 'a.py:8']);
    });

    it('finds all links to the same evidence', () => {
      assert.deepEqual(references(...at(1), false).map(show), [
        'access.case.yaml:6',
        'access.case.yaml:12',
        'access.case.yaml:13',
        'other.case.yaml:4',
      ]);
    });
  });

  it('diagnostics stand at the locator, and lead to the commits and the place', () => {
    const diagnostics = diagnosticsByUri(workspace.lookup.snapshot).get(
      toUri(workspace.file('access.case.yaml')),
    )!;
    assert.deepEqual(
      diagnostics.map(({ code, severity, range }) => [
        code,
        severity,
        workspace.textAt('access.case.yaml', range),
      ]),
      [
        ['evidence-changed', 2, 'src/a.py#login'],
        ['reference-unknown-node', 1, 'C1x'],
        ['evidence-changed', 2, 'src/a.py#login'],
        ['evidence-changed', 2, 'src/a.py'],
        ['evidence-missing', 1, 'src/gone.py'],
      ],
    );
    const related = diagnostics[0]!.relatedInformation!;
    assert.deepEqual(
      related.map(({ message, location }) => [message.slice(8), location.uri.split(':')[0]]),
      [
        [' Use look(user) (Cy, 1 Jun 2026)', 'warrant-commit'],
        [' Use ask(user) (Ben, 20 May 2026)', 'warrant-commit'],
        ['lines 4 to 5', 'file'].map((part, i) => (i === 0 ? `, ${part}` : part)),
      ],
    );
  });

  it('other files have no diagnostics, and say so, that old ones go', () => {
    assert.deepEqual(
      diagnosticsByUri(workspace.lookup.snapshot).get(toUri(workspace.file('other.case.yaml'))),
      [],
    );
  });

  it('the interest is claim files, evidence and folders', () => {
    const names = (uris: readonly string[]) => uris.map((uri) => uri.slice(uri.lastIndexOf('/') + 1));
    const { claimFiles, evidence, folders } = interestOf(workspace.lookup.snapshot);
    assert.deepEqual(
      [names(claimFiles), names(evidence), names(folders)],
      [['access.case.yaml', 'other.case.yaml'], ['a.py'], ['docs']],
    );
  });

  it('the summary counts what needs attention', () => {
    const { standings, ...summary } = summarizeSnapshot(workspace.lookup.snapshot);
    assert.deepEqual(
      standings.map(({ title, state, files, links, unanswered }) => [
        title,
        state,
        files.map((uri) => uri.slice(uri.lastIndexOf('/') + 1)),
        links,
        unanswered,
      ]),
      [
        ['Access', 'broken', ['access.case.yaml'], { stale: 3, current: 1, broken: 1 }, 0],
        ['Other', 'current', ['other.case.yaml'], { current: 1 }, 0],
      ],
    );
    assert.deepEqual(summary, {
      cases: 2,
      claims: 3,
      evidence: 6,
      states: { stale: 3, current: 2, broken: 1 },
      attention: 4,
      reviewed: 0,
      notices: [],
    });
  });
});

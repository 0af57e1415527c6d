import assert from 'node:assert/strict';
import type { DocumentSymbol, MarkupContent, SelectionRange } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../src/model/text.ts';
import { placesIn } from '../../src/project/authoring/places-in.ts';
import { documentLinks } from '../../src/service/document-links.ts';
import { documentSymbols } from '../../src/service/document-symbols.ts';
import { highlights } from '../../src/service/highlights.ts';
import { claimHover, keyHover, requirementHover } from '../../src/service/hover.ts';
import { withCode } from '../../src/service/hover-code.ts';
import { explainHint, inlayHints } from '../../src/service/inlay-hints.ts';
import { definition } from '../../src/service/navigation.ts';
import { selectionRanges } from '../../src/service/selection-ranges.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, semanticTokens } from '../../src/service/semantic-tokens.ts';
import { workspaceSymbols } from '../../src/service/workspace-symbols.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
assets: {A1: The data.}
claims:
  C¦1:
    text: Only users get in.
    evid¦ence: [src/gone.py, docs/]
    satisfies: [OWASP-2021:A¦07, NO-1:X]
    supportedBy: [C¦9, other/C8]
    claims:
      C2:
        text: Passwords ¦are checked.
        about: [A1]
        evidence:
          - src/a.py#log¦in # the gate
          - src/a.py
          - https://example.org/report
  C9: {text: Logs are kept., supportedBy: [C2], evidence: [src/b.py]}
threats:
  open-door:
    text: Somebody walks in.
    threatens: [A¦1]
`;
const OTHER = 'case: Other\nid: other\nclaims:\n  C8: {text: Elsewhere., evidence: [src/b.py]}\n';
const DOCUMENT = `# Assurance case

**Claim C1:** It is safe.

- Evidence: [the code](src/b.py), \`src/b.py\`
- See also \`src/a.py\`.

**Claim C¦2:** It is sound, as C1 says.

- Evidence: \`src/b.py\`
`;
const SOURCE = 'import os\n\n\ndef login(user):\n    return check(user)\n';

describe('what makes claim files easier to read', () => {
  let workspace: TestWorkspace;
  const files = {
    'access.case.yaml': CASE,
    'other.case.yaml': OTHER,
    'assurance-case.md': DOCUMENT,
    'src/a.py': SOURCE,
    'src/b.py': 'b = 1\n',
    'docs/x.md': 'x\n',
  };
  before(async () => {
    workspace = await makeWorkspace(files, (repository) =>
      repository.commitFiles(
        { 'src/a.py': SOURCE.replace('check', 'ask') },
        { author: 'Ben', date: '2026-05-20T10:00:00+00:00' },
      ),
    );
  });
  after(() => workspace.repository.remove());

  const clean = (path: keyof typeof files): string => files[path].replaceAll('¦', '');
  const at = (marker: number, path: keyof typeof files = 'access.case.yaml') =>
    [workspace.lookup, workspace.file(path), workspace.cursors(path)[marker]!] as const;
  const show = (range: Parameters<TestWorkspace['textAt']>[1]): string =>
    workspace.textAt('access.case.yaml', range);

  describe('inlay hints', () => {
    const hints = (path: keyof typeof files, first = 0, last = 99) =>
      inlayHints(
        workspace.lookup,
        workspace.file(path),
        { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
        new LineIndex(clean(path)),
        TODAY,
      );
    it('say at the end of a line in what state its evidence is, and since when', () => {
      const lines = clean('access.case.yaml').split('\n');
      const said = hints('access.case.yaml').map(({ position, label }) => {
        assert.equal(position.character, lines[position.line]!.length);
        return `${position.line + 1}: ${label as string}`;
      });
      assert.deepEqual(said, [
        '7: current',
        '15: stale: 1 change since 3 May',
        '16: stale: 1 change since 3 May',
        '17: unknown: not checked',
        '18: current',
      ]);
    });
    it('do not repeat what is wrong with a locator by itself, which changes at every character', () =>
      assert.ok(!hints('access.case.yaml').some(({ label }) => (label as string).includes('broken'))));
    it('are given for the lines that are asked for', () =>
      assert.deepEqual(
        hints('access.case.yaml', 14, 15).map(({ position }) => position.line),
        [14, 15],
      ));
    it('leave mentions in prose alone, and name a state once a line', () => {
      assert.deepEqual(
        hints('assurance-case.md').map(({ position, label }) => [position.line + 1, label]),
        [
          [5, 'current'],
          [10, 'current'],
        ],
      );
    });
    it('are explained when somebody points at them', () => {
      const [, hint] = hints('access.case.yaml');
      const { tooltip } = explainHint(workspace.lookup, hint!, TODAY);
      assert.match((tooltip as MarkupContent).value, /20 May 2026 Ben/);
    });
  });

  describe('document links', () => {
    it('open single files at the line, and addresses', () => {
      const links = documentLinks(workspace.lookup, workspace.file('access.case.yaml'));
      assert.deepEqual(
        links.map(({ range, target }) => `${show(range)} -> ${target!.replace(/^file:.*\/(?=src)/, '')}`),
        [
          'src/a.py#login -> src/a.py#L4',
          'src/a.py -> src/a.py',
          'https://example.org/report -> https://example.org/report',
          'src/b.py -> src/b.py',
        ],
      );
    });
    it('leave the hyperlinks of Markdown to the editor', () => {
      const links = documentLinks(workspace.lookup, workspace.file('assurance-case.md'));
      const lines = links.map(({ range }) => range.start.line + 1);
      assert.deepEqual(lines, [5, 6, 10]);
    });
  });

  describe('symbols', () => {
    const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
      symbols.flatMap(({ name, detail, children = [], range, selectionRange }) => {
        assert.ok(range.start.line <= selectionRange.start.line && range.end.line >= selectionRange.end.line);
        return [`${' '.repeat(depth)}${name} (${detail})`, ...outline(children, depth + 1)];
      });
    it('of a file are its argument', () => {
      assert.deepEqual(outline(documentSymbols(workspace.lookup, workspace.file('access.case.yaml'))), [
        'Access (broken)',
        ' A1 The data. (asset · challenged)',
        ' C1 Only users get in. (claim · broken)',
        '  C2 Passwords are checked. (claim · stale)',
        '   src/a.py#login (stale)',
        '   src/a.py (stale)',
        '   https://example.org/report (unknown)',
        '  src/gone.py (broken)',
        '  docs/ (current)',
        ' C9 Logs are kept. (claim · stale)',
        '  src/b.py (current)',
        ' open-door Somebody walks in. (threat · challenged)',
      ]);
    });
    it('of Markdown are its headings, which editors know', () =>
      assert.deepEqual(documentSymbols(workspace.lookup, workspace.file('assurance-case.md')), []));
    it('of the workspace are found by id and by text, ids first', () => {
      const names = (query: string) => workspaceSymbols(workspace.lookup, query).map(({ name }) => name);
      assert.deepEqual(names('c8'), ['C8 Elsewhere.']);
      assert.deepEqual(names('passw'), ['C2 Passwords are checked.']);
      assert.deepEqual(names('c2'), ['C2 Passwords are checked.', 'C2 It is sound, as C1 says.']);
      assert.equal(names('').length, 8);
      assert.deepEqual(names('xyzzy'), []);
    });
  });

  it('selections grow from the part of a locator to the case', () => {
    const [first] = selectionRanges(workspace.lookup, workspace.file('access.case.yaml'), [
      workspace.cursors('access.case.yaml')[5]!,
    ]);
    const grown: string[] = [];
    for (let range: SelectionRange | undefined = first; range; range = range.parent)
      grown.push(show(range.range));
    assert.deepEqual(grown.slice(0, 2), ['login', 'src/a.py#login']);
    assert.match(grown[2]!, /^C2:[^]*report\s*$/);
    assert.match(grown[3]!, /^C1:/);
    assert.match(grown[4]!, /^case: Access/);
    assert.equal(grown.length, 5);
  });

  describe('highlights', () => {
    it('mark an id as written and as referred to', () => {
      const marked = (marker: number) =>
        highlights(...at(marker))?.map(({ range, kind }) => `${show(range)}:${range.start.line + 1} ${kind}`);
      assert.deepEqual(marked(3), ['C9:18 3', 'C9:9 2']);
      assert.deepEqual(marked(6), ['A1:3 3', 'A1:13 2', 'A1:22 2']);
      assert.deepEqual(marked(5), ['src/a.py#login:15 1', 'src/a.py:16 1']);
    });
    it('leave what stands once, and prose, to the editor', () => {
      assert.equal(highlights(...at(0)), undefined);
      assert.equal(highlights(...at(0, 'assurance-case.md')), undefined);
    });
  });

  it('semantic tokens tell ids of any shape, references and requirements, with their states', () => {
    const { data } = semanticTokens(workspace.lookup, workspace.file('access.case.yaml'));
    const lines = clean('access.case.yaml').split('\n');
    const said: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      const word = lines[line]!.slice(character, character + data[i + 2]!);
      const states = TOKEN_MODIFIERS.filter((_, bit) => (data[i + 4]! >> bit) & 1).join();
      said.push(`${word} ${TOKEN_TYPES[data[i + 3]!]} ${states}`.trim());
    }
    assert.deepEqual(said, [
      'A1 nodeId challenged',
      'C1 nodeId broken',
      'OWASP-2021:A07 requirement',
      'NO-1:X requirement',
      'C9 nodeReference stale',
      'other/C8 nodeReference current',
      'C2 nodeId stale',
      'A1 nodeReference challenged',
      'C9 nodeId stale',
      'C2 nodeReference stale',
      'open-door nodeId challenged',
      'A1 nodeReference challenged',
    ]);
  });

  describe('hovers', () => {
    const value = (hover: ReturnType<typeof claimHover>): string =>
      (hover?.contents as MarkupContent | undefined)?.value ?? '';
    it('on keys say what they mean', () => {
      const hover = keyHover(...at(1), clean('access.case.yaml'));
      assert.match(value(hover), /\*\*evidence\*\*\n\nWhere in the repository/);
      assert.equal(show(hover!.range!), 'evidence');
      assert.equal(keyHover(...at(4), clean('access.case.yaml')), undefined, 'words are no keys');
    });
    it('on requirements say their titles and standards', () => {
      const hover = requirementHover(...at(2));
      assert.match(value(hover), /A07 Identification and Authentication Failures[^]*OWASP Top/);
      assert.equal(show(hover!.range!), 'OWASP-2021:A07');
    });
    it('on a locator show how the part begins that it leads to', async () => {
      const [lookup, file, position] = at(5);
      const hover = claimHover(lookup, file, position, TODAY)!;
      const read = (_root: string, path: string) => placesIn(workspace.subjects[0]!, path);
      assert.match(
        value(await withCode(hover, lookup, file, position, read)),
        /```py\ndef login\(user\):\n {4}return ask/,
      );
    });
  });

  it('an asset that a threat names is found from there', () => {
    const [link] = definition(...at(6));
    assert.equal(show(link!.targetRange), 'A1');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { formatRecord } from '../../src/formats/reviews/write-reviews.ts';
import { readReviews } from '../../src/formats/reviews/read-reviews.ts';
import { newestReviews, reviewKey } from '../../src/model/newest-reviews.ts';
import type { ReviewRecord } from '../../src/model/review.ts';
import { complete } from '../../src/service/completion/complete.ts';
import { definition } from '../../src/service/navigation.ts';
import { prepareRename, rename } from '../../src/service/rename.ts';
import { toUri } from '../../src/service/uris.ts';
import { appliedEdit } from '../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `# C2 is the one that counts.
case: Access
id: acc¦ess
claims:
  C1:
    text: Only users get in, as C2 says and C2.1 does not.
    supportedBy: [C¦3]
    claims:
      C¦2:
        text: Passwords are checked. # C2
        evidence: [docs/C2.md, src/a.py#login]
      C4: {text: Logs are kept., supportedBy: [C2]}
  C3: It is watched.
`;
const OTHER = `case: Other
id: other
claims:
  C2: {text: Another C2., supportedBy: [acc¦ess/C¦2], assumptions: [The disk is not full.]}
`;
const DOCUMENT = `# Assurance case

See C¦2, [C2](#c2), **C2**; not \`C2\`, not other/C2, C2.1 or x-C2.

## C1: Only users get in

Supported by C2.

| ID | Claim |
| --- | --- |
| C2 | Passwords are checked |
| C3 | As C2 says |

\`\`\`
C2
\`\`\`

<!-- C2 -->
`;
const TWO = `# One assurance case

## Claim C1: The first

## Claim C2: More

## Claim C3: Most

Evidence: \`src/a.py\`. See C1.

# Two assurance case

## Claim C2: More

## Claim C3: Most

## Claim C1: The second

Evidence: \`src/a.py\`. See C¦1.
`;
const GSN =
  'G1:\n  text: Safe\n  supportedBy: [S1]\nS¦1:\n  text: By parts, S1\n  supportedBy: [G2]\nG2:\n  text: Part\n';
const LTAC = '- Claim C1: Safe\n  - Claim C¦2: Sound\n    - ^C3\n- Claim C3: See C2\n  - ^C2\n';

const A = 'case: A\nid: ¦a\nclaims:\n  C¦1: {text: Safe, supportedBy: [b/B1, a/C2]}\n  C¦2: {text: Sound}\n';
const B = 'case: B\nid: b\nclaims:\n  B1: {text: More, supportedBy: [a/C1, a/C1, a/C9]}\n';

const HEADED = `# The case

## Claim M1: First

See [below](#claim-m2-second), [there][r], <a href="#claim-m2-second">it</a> and [first](#claim-m1-first).

Evidence: [the second](m.case.md#claim-m2-second)

## Claim M¦2: Second

Evidence: [the first](#claim-m1-first), \`src/a.py\`

[r]: #claim-m2-second
`;

const DRAWN = `<mxfile><diagram name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="2" value="C1: Safe" style="rounded=0" vertex="1" parent="1"><mxGeometry x="0" y="0" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="3" value="Evidence E1: docs/m.case.md#claim-m2-second" style="ellipse" vertex="1" parent="1"><mxGeometry x="0" y="90" width="80" height="40" as="geometry"/></mxCell>
<mxCell id="4" edge="1" parent="1" source="2" target="3"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>`;

describe('a rename in a heading', () => {
  it('takes along what leads to it: locators, links of documents, and reviews', async () => {
    const record: ReviewRecord = {
      case: 'n',
      node: 'N1',
      locator: 'docs/m.case.md#claim-m2-second',
      commit: null,
      fingerprint: 'text-1:0123456789abcdef',
      claim: 'claim-1:0123456789abcdef',
      by: 'Ada <ada@example.org>',
      at: '2026-05-04T10:00:00Z',
    };
    const other = `case: N
id: n
claims:
  N1: {text: Rests on it, evidence: [docs/m.case.md#claim-m2-second, docs/m.case.md#claim-m1-first]}
`;
    const document =
      '# Another\n\n## Claim X1: Holds\n\nEvidence: [it](docs/m.case.md#claim-m2-second)\n\n[not](docs/else.md#claim-m2-second)\n';
    const workspace = await makeWorkspace({
      'docs/m.case.md': HEADED,
      'docs/else.md': '# Claim M2: Second\n',
      'n.case.yaml': other,
      'n.reviews.yaml': `${formatRecord(record)}\n`,
      'x.case.md': document,
      'd.drawio': DRAWN,
      'src/a.py': 'x = 1\n',
    });
    try {
      const at = workspace.cursors('docs/m.case.md')[0]!;
      const answer = await rename(
        workspace.lookup,
        workspace.file('docs/m.case.md'),
        at,
        'M9',
        workspace.texts,
      );
      assert.ok(answer && !('refused' in answer), JSON.stringify(answer));
      const applied = (path: string): string =>
        appliedEdit(readFileSync(workspace.file(path), 'utf8'), answer.edit, toUri(workspace.file(path)));
      assert.equal(
        applied('docs/m.case.md'),
        HEADED.replace('¦', '').replaceAll('M2', 'M9').replaceAll('claim-m2', 'claim-m9'),
      );
      assert.equal(applied('n.case.yaml'), other.replace('claim-m2', 'claim-m9'));
      assert.equal(applied('x.case.md'), document.replace('m.case.md#claim-m2', 'm.case.md#claim-m9'));
      const moved = formatRecord({ ...record, locator: 'docs/m.case.md#claim-m9-second' });
      assert.equal(applied('n.reviews.yaml'), `${formatRecord(record)}\n${moved}\n`);
      assert.match(
        answer.note ?? '',
        /^1 link in d\.drawio could not be updated and will lead nowhere: docs\/m\.case\.md#claim-m2-second\. /,
      );
    } finally {
      workspace.repository.remove();
    }
  });
});

describe('a rename among cases of one name', () => {
  let workspace: TestWorkspace;
  before(async () => {
    const files = {
      '1/a.case.yaml': A,
      '1/b.case.yaml': B,
      '2/a.case.yaml': A,
      '2/d.case.yaml': 'case: D\nid: d\nclaims:\n  D1: {text: Once, supportedBy: [a/C2]}\n',
      '3/e.case.yaml': 'case: E\nid: e\nclaims:\n  E1: {text: Once, supportedBy: [a/C2]}\n',
    };
    workspace = await makeWorkspace(files, () => {}, ['1', '2', '3']);
  });
  after(() => workspace.repository.remove());

  const renamed = async (path: string, marker: number, to: string) => {
    const at = workspace.cursors(path)[marker]!;
    const answer = await rename(workspace.lookup, workspace.file(path), at, to, workspace.texts);
    assert.ok(answer && !('refused' in answer), JSON.stringify(answer));
    const root = `${toUri(workspace.repository.root)}/`;
    const texts = Object.keys(answer.edit.changes ?? {}).map((uri) => {
      const path = uri.slice(root.length);
      return [path, appliedEdit(readFileSync(workspace.file(path), 'utf8'), answer.edit, uri)] as const;
    });
    return { texts: Object.fromEntries(texts), note: answer.note };
  };
  const clean = (marked: string): string => marked.replaceAll('¦', '');

  it('knows which is meant: the own one, and that of the same folder', () => {
    const rules = workspace.lookup.snapshot.findings.map(
      ({ rule, file }) => `${file.slice(-13, -10)} ${rule}`,
    );
    assert.deepEqual(
      rules.filter((rule) => rule.includes('reference-ambiguous-case')),
      ['3/e reference-ambiguous-case'],
    );
  });

  it('leads where a rename does: definitions, and what is completed', async () => {
    const at = { line: 3, character: B.split('\n')[3]!.indexOf('a/C1') + 1 };
    const [place] = definition(workspace.lookup, workspace.file('1/b.case.yaml'), at);
    assert.equal(place?.targetUri, toUri(workspace.file('1/a.case.yaml')), 'round in a circle, too');
    const offered = async (path: string, text: string): Promise<string[]> => {
      const position = { line: 3, character: text.split('\n')[3]!.indexOf('a/') + 2 };
      const subjectAt = (root: string) => workspace.subjects.find((subject) => subject.root === root);
      const ports = { lookup: workspace.lookup, subjectAt, subjectAround: () => undefined, snippets: false };
      const list = await complete(ports, workspace.file(path), text, position);
      return (list?.items ?? []).map(({ label }) => label).filter((label) => label.includes('/'));
    };
    assert.deepEqual(
      await offered('2/d.case.yaml', 'case: D\nid: d\nclaims:\n  D1: {text: Once, supportedBy: [a/]}\n'),
      ['a/C1', 'a/C2'],
    );
    assert.deepEqual(
      await offered('3/e.case.yaml', 'case: E\nid: e\nclaims:\n  E1: {text: Once, supportedBy: [a/]}\n'),
      [],
    );
  });

  it('of a case leaves those of another folder, and says what may mean either', async () => {
    const { texts, note } = await renamed('2/a.case.yaml', 0, 'zz');
    assert.deepEqual(texts, {
      '2/a.case.yaml': clean(A).replace('id: a', 'id: zz').replace('a/C2', 'zz/C2'),
      '2/d.case.yaml': 'case: D\nid: d\nclaims:\n  D1: {text: Once, supportedBy: [zz/C2]}\n',
    });
    assert.equal(
      note,
      '1 reference in e.case.yaml that says a may mean another of that name, and was left as it is. Look what it should say.',
    );
  });

  it('follows references that would close a circle, or lead to no node of the case', async () => {
    const node = await renamed('1/a.case.yaml', 1, 'C7');
    assert.equal(node.texts['1/b.case.yaml'], B.replaceAll('a/C1', 'a/C7'));
    const whole = await renamed('1/a.case.yaml', 0, 'zz');
    assert.equal(whole.texts['1/b.case.yaml'], B.replaceAll('a/C', 'zz/C'));
    assert.deepEqual(Object.keys(node.texts).sort(), ['1/a.case.yaml', '1/b.case.yaml']);
    assert.equal(node.note, undefined);
  });

  it('of a node says what may mean it, too', async () => {
    const { note } = await renamed('1/a.case.yaml', 2, 'C8');
    assert.match(note ?? '', /^1 reference in e\.case\.yaml that says C2 may mean another/);
  });
});

describe('a rename', () => {
  let workspace: TestWorkspace;

  const record = (node: string, locator: string, note: string): ReviewRecord => ({
    case: 'access',
    node,
    locator,
    commit: null,
    fingerprint: 'code-1:0123456789abcdef',
    claim: 'claim-1:0123456789abcdef',
    by: 'Ada <ada@example.org>',
    at: '2026-05-04T10:00:00Z',
    note,
  });

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'access.reviews.yaml': `${formatRecord(record('C2', 'src/a.py#login', 'It holds'))}\n${formatRecord(record('C9', 'src/a.py', 'Of another'))}\n`,
      'other.case.yaml': OTHER,
      'docs/assurance-case.md': DOCUMENT,
      'docs/two.case.md': TWO,
      'docs/C2.md': '# C2\n',
      'src/a.py': 'def login():\n    pass\n',
      'a.gsn.yaml': GSN,
      'b.ltac': LTAC,
      'warrant.yaml': 'reviews:\n  required: [C1, "access/C2", C2, C*]\n',
    });
  });
  after(() => workspace.repository.remove());

  const ask = (path: string, marker: number, to: string) =>
    rename(workspace.lookup, workspace.file(path), workspace.cursors(path)[marker]!, to, workspace.texts);
  const renamed = async (path: string, marker: number, to: string): Promise<Map<string, string>> => {
    const edit = await ask(path, marker, to);
    assert.ok(edit && !('refused' in edit), JSON.stringify(edit));
    return texts(edit.edit);
  };
  const texts = (edit: WorkspaceEdit): Map<string, string> =>
    new Map(
      Object.keys(edit.changes ?? {}).map((uri) => {
        const path = decodeURI(uri).slice(toUri(workspace.repository.root).length + 1);
        const text = readFileSync(join(workspace.repository.root, path), 'utf8');
        return [path, appliedEdit(text, edit, uri)];
      }),
    );
  const refusal = async (path: string, marker: number, to: string): Promise<string> => {
    const answer = await ask(path, marker, to);
    assert.ok(answer && 'refused' in answer, JSON.stringify(answer));
    return String(answer.refused);
  };
  const clean = (marked: string): string => marked.replaceAll('¦', '');

  it('of a native id follows it through references, texts, other files, settings and reviews', async () => {
    const files = await renamed('access.case.yaml', 2, 'C7');
    assert.deepEqual([...files.keys()].sort(), [
      'access.case.yaml',
      'access.reviews.yaml',
      'other.case.yaml',
      'warrant.yaml',
    ]);
    assert.equal(
      files.get('access.case.yaml'),
      clean(CASE)
        .replace('as C2 says', 'as C7 says')
        .replace('      C2:', '      C7:')
        .replace('supportedBy: [C2]', 'supportedBy: [C7]'),
    );
    assert.equal(files.get('other.case.yaml'), clean(OTHER).replace('access/C2', 'access/C7'));
    assert.equal(
      files.get('warrant.yaml'),
      // Others are called C2, too.
      'reviews:\n  required: [C1, "access/C7", C2, access/C7, C*]\n',
    );
  });

  it('keeps what is recorded, and appends what counts now', async () => {
    const text = (await renamed('access.case.yaml', 2, 'C7')).get('access.reviews.yaml')!;
    const before = readFileSync(workspace.file('access.reviews.yaml'), 'utf8');
    assert.ok(text.startsWith(before));
    const added = readReviews(text.slice(before.length), 'r').records;
    assert.deepEqual(added, [record('C7', 'src/a.py#login', 'It holds')]);
    const newest = newestReviews(readReviews(text, 'r').records, new Date());
    assert.equal(newest.get(reviewKey(added[0]!))?.note, 'It holds');
  });

  it('begins at a reference as well, in the same file or another', async () => {
    const same = await renamed('access.case.yaml', 1, 'C9');
    assert.match(same.get('access.case.yaml')!, /supportedBy: \[C9\][^]*\n {2}C9: It is watched/);
    assert.deepEqual(await renamed('other.case.yaml', 1, 'C7'), await renamed('access.case.yaml', 2, 'C7'));
  });

  it('of a case follows its id', async () => {
    for (const [path, marker] of [
      ['access.case.yaml', 0],
      ['other.case.yaml', 0],
    ] as const) {
      const files = await renamed(path, marker, 'entry');
      assert.match(files.get('access.case.yaml')!, /^id: entry$/m);
      assert.match(files.get('other.case.yaml')!, /supportedBy: \[entry\/C2\]/);
      assert.match(files.get('warrant.yaml')!, /\[C1, "entry\/C2", C2, C\*\]/);
      assert.match(files.get('access.reviews.yaml')!, /"case": "entry", "node": "C2"/);
    }
    assert.match(
      await refusal('access.case.yaml', 0, 'other'),
      /There is a case other already, in other\.case\.yaml/,
    );
  });

  it('in a document takes prose, headings, tables and link texts, and leaves code, comments and other names', async () => {
    const files = await renamed('docs/assurance-case.md', 0, 'C7');
    assert.deepEqual([...files.keys()], ['docs/assurance-case.md', 'warrant.yaml']);
    assert.equal(
      files.get('docs/assurance-case.md'),
      clean(DOCUMENT)
        .replace('See C2, [C2](#c2), **C2**', 'See C7, [C7](#c2), **C7**')
        .replace('Supported by C2', 'Supported by C7')
        .replace('| C2 |', '| C7 |')
        .replace('As C2 says', 'As C7 says'),
    );
  });

  it('in a document of several cases leaves the other case alone', async () => {
    const files = await renamed('docs/two.case.md', 0, 'C5');
    const [one, two] = clean(TWO).split('# Two');
    assert.equal(files.get('docs/two.case.md'), `${one}# Two${two!.replaceAll('C1', 'C5')}`);
  });

  it('in gsn2x and LTAC takes every place that names the node', async () => {
    assert.equal((await renamed('a.gsn.yaml', 0, 'S9')).get('a.gsn.yaml'), clean(GSN).replaceAll('S1', 'S9'));
    assert.equal((await renamed('b.ltac', 0, 'X2')).get('b.ltac'), clean(LTAC).replaceAll('C2', 'X2'));
  });

  it('is refused where it would change what is said', async () => {
    assert.match(await refusal('a.gsn.yaml', 0, 'G9'), /read as something else.*what kind of node it is of/);
    assert.match(await refusal('access.case.yaml', 2, 'C4'), /There is a node C4 in this case already/);
    assert.match(await refusal('access.case.yaml', 2, 'C 4'), /“C 4” cannot be an id/);
    assert.match(await refusal('access.case.yaml', 2, 'a: b'), /cannot be an id/);
    for (const word of ['null', 'y', 'N', 'yes', 'true', 'Off'])
      for (const marker of [0, 2])
        assert.match(
          await refusal('access.case.yaml', marker, word),
          /cannot be an id: YAML does not read it/,
        );
  });

  it('says before anything is typed what can be renamed', () => {
    const at = (path: string, text: string) => {
      const lines = readFileSync(workspace.file(path), 'utf8').split('\n');
      const line = lines.findIndex((each) => each.includes(text));
      const position = { line, character: lines[line]!.indexOf(text) + 1 };
      const found = prepareRename(workspace.lookup, workspace.file(path), position, workspace.texts);
      return found && ('refused' in found ? found.refused : found.placeholder);
    };
    assert.equal(at('access.case.yaml', 'C3: It'), 'C3');
    assert.equal(at('access.case.yaml', 'src/a.py'), undefined);
    assert.equal(at('access.case.yaml', 'Logs'), undefined);
    assert.equal(at('docs/assurance-case.md', 'C2, ['), 'C2');
    assert.match(String(at('other.case.yaml', 'The disk')), /has no id of its own/);
  });
});

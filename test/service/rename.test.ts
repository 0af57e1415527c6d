import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { formatRecord } from '../../src/formats/reviews/write-reviews.ts';
import { readReviews } from '../../src/formats/reviews/read-reviews.ts';
import { newestReviews, reviewKey } from '../../src/model/newest-reviews.ts';
import type { ReviewRecord } from '../../src/model/review.ts';
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
    return texts(edit);
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

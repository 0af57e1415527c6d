import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { formatRecord } from '../../../src/formats/reviews/write-reviews.ts';
import type { ReviewRecord } from '../../../src/model/review.ts';
import { placesIn } from '../../../src/project/authoring/places-in.ts';
import { editActions } from '../../../src/service/code-actions/edit-actions.ts';
import { pointToSymbol, wholeLinksTo } from '../../../src/service/code-actions/point-to-symbol.ts';
import { extractEdits } from '../../../src/service/extract-claim.ts';
import { toUri } from '../../../src/service/uris.ts';
import type { ExtractTarget } from '../../../src/service/views.ts';
import { appliedEdit } from '../../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../../support/workspace.ts';

const CASE = `case: Access
claims:
  C1:
    text: ¦Only users¦ get in, and logs are kept.
    assumptions:
      - ¦The clock is right.
    evidence:
      - ¦src/a.py
      - src/b.py¦
    claims:
      C¦2: It is sound.
      C¦3: {text: It is planned., undeveloped: true}
  C¦4: {text: It is seen., evidence: [src/a.py]}
  C¦6: {text: No broken access control., evidence: [src/b.py]}
`;
const DOCUMENT = `# Assurance case

## Claims

- **C1:** Only users get in
- It¦ is kept
  - Evidence: \`src/b.py\`
`;
const GSN = 'G1:\n  text: Safe\n  supportedBy: [Sn1]\nSn1:\n  text: Code\n  url: src/a.py\n';

describe('code actions that write a claim otherwise', () => {
  let workspace: TestWorkspace;
  const record: ReviewRecord = {
    case: 'assurance-case',
    node: 'it-is-kept',
    locator: 'src/b.py',
    commit: null,
    fingerprint: 'code-1:0123456789abcdef',
    claim: 'claim-1:0123456789abcdef',
    by: 'Ada <ada@example.org>',
    at: '2026-05-04T10:00:00Z',
  };

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'docs/assurance-case.md': DOCUMENT,
      'docs/assurance-case.reviews.yaml': `${formatRecord(record)}\n`,
      'a.gsn.yaml': GSN,
      'src/a.py': 'import os\n\n\nclass Gate:\n    def open(self):\n        return 1\n',
      'src/b.py': 'b = 1\n',
    });
  });
  after(() => workspace.repository.remove());

  const at = (path: string, from: number, to = from): Promise<CodeAction[]> => {
    const cursors = workspace.cursors(path);
    const range = { start: cursors[from]!, end: cursors[to]! };
    return editActions(workspace.lookup, workspace.file(path), range, workspace.texts);
  };
  const titles = async (path: string, from: number, to = from): Promise<string[]> =>
    (await at(path, from, to)).map(({ title }) => title);
  const after_ = (path: string, { edit }: CodeAction): string => {
    const text = readFileSync(workspace.file(path), 'utf8');
    return appliedEdit(text, edit!, toUri(workspace.file(path)));
  };
  const clean = (marked: string): string => marked.replaceAll('¦', '');

  it('give a node in a list an id', async () => {
    const [action, ...others] = await at('access.case.yaml', 2);
    assert.deepEqual(others, []);
    assert.equal(action!.title, 'Give this node the id A1');
    assert.equal(after_('access.case.yaml', action!), clean(CASE).replace('- The clock', '- A1: The clock'));
  });

  it('give a claim in prose an id, and keep its reviews', async () => {
    const [action] = await at('docs/assurance-case.md', 0);
    assert.equal(action!.title, 'Give this node the id C2');
    assert.equal(
      after_('docs/assurance-case.md', action!),
      clean(DOCUMENT).replace('- It is', '- **C2:** It is'),
    );
    const key = [
      ...workspace.lookup.casesIn(workspace.file('docs/assurance-case.md'))[0]!.nodes.values(),
    ].find(({ node }) => node.derived)!.node.key;
    const reviews = after_('docs/assurance-case.reviews.yaml', action!);
    if (key === record.node) assert.match(reviews, /"node": "C2", "locator": "src\/b\.py"/);
    else assert.fail(`the node is called ${key}`);
  });

  it('mark a leaf as undeveloped on purpose, and take that back', async () => {
    const [mark] = await at('access.case.yaml', 5);
    assert.equal(mark!.title, 'Mark C2 as undeveloped on purpose');
    assert.match(after_('access.case.yaml', mark!), /C2:\n {8}text: It is sound\.\n {8}undeveloped: true\n/);
    const [back] = await at('access.case.yaml', 6);
    assert.equal(back!.title, 'Take back that C3 is undeveloped');
    assert.match(after_('access.case.yaml', back!), /C3: \{text: It is planned\.\}/);
    assert.deepEqual(await titles('access.case.yaml', 7), [], 'it has evidence');
  });

  it('add a requirement that the text names', async () => {
    const actions = (await at('access.case.yaml', 8)).filter(({ title }) => title.includes('satisfies'));
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'C6 satisfies OWASP-2021:A01 Broken Access Control',
        'C6 satisfies OWASP-2025:A01 Broken Access Control',
      ],
    );
    assert.match(
      after_('access.case.yaml', actions[0]!),
      /C6: \{text: No broken access control\., evidence: \[src\/b\.py\], satisfies: \[OWASP-2021:A01\]\}/,
    );
  });

  it('extract a part of a text as a claim', async () => {
    const [action] = await at('access.case.yaml', 0, 1);
    assert.equal(action!.title, 'Extract “Only users” as a claim below C1');
    assert.match(after_('access.case.yaml', action!), /undeveloped: true\}\n {6}C7: Only users\n/);
  });

  it('extract evidence into a claim of its own, once it has words', async () => {
    const [action] = await at('access.case.yaml', 3, 4);
    assert.equal(action!.title, 'Extract a claim with this evidence below C1…');
    const target = action!.command!.arguments![0] as ExtractTarget;
    const answer = extractEdits(workspace.lookup, target, 'It is tested.', workspace.texts.claimText);
    assert.ok('edits' in answer, JSON.stringify(answer));
    assert.equal(answer.id, 'C7');
    const uri = toUri(workspace.file('access.case.yaml'));
    const text = appliedEdit(clean(CASE), { changes: { [uri]: [...answer.edits] } }, uri);
    assert.match(
      text,
      /C7:\n {8}text: It is tested\.\n {8}evidence:\n {10}- src\/a\.py\n {10}- src\/b\.py\n/,
    );
    assert.doesNotMatch(text, /^ {6}- src/m);
    assert.match(
      JSON.stringify(
        extractEdits(workspace.lookup, { ...target, node: 'C9' }, 'x', workspace.texts.claimText),
      ),
      /not there any more/,
    );
  });

  it('in evidence, point claims that rest on the whole file to the symbol at the cursor', async () => {
    const file = workspace.file('src/a.py');
    const places = (await placesIn(workspace.subjects[0]!, 'src/a.py'))!;
    const links = wholeLinksTo(workspace.lookup, file);
    const actions = pointToSymbol(links, { line: 5, character: 0 }, places, workspace.texts);
    assert.deepEqual(actions.map(({ title }) => title).sort(), [
      'Point C1 to Gate.open and not the whole file',
      'Point C4 to Gate.open and not the whole file',
      'Point G1 to Gate.open and not the whole file',
    ]);
    const [first] = actions.filter(({ title }) => title.includes('C4'));
    assert.match(after_('access.case.yaml', first!), /evidence: \[src\/a\.py#Gate\.open\]/);
    assert.deepEqual(pointToSymbol(links, { line: 0, character: 0 }, places, workspace.texts), []);
  });
});

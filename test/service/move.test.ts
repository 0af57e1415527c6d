import assert from 'node:assert/strict';
import { LineIndex } from '../../src/model/text.ts';
import { whyNotMove } from '../../src/project/editing/move-part.ts';
import { moveAnswer } from '../../src/service/move.ts';
import type { ReviewTarget } from '../../src/service/views.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    context: {CT1: In the open network.}
    claims:
      C2:
        text: Passwords are checked.
        evidence:
          - E1: src/a.txt
          - src/b.txt
        claims:
          C3: They are long.
      C4: {text: Doors are shut., supportedBy: [C3]}
`;

describe('moving a part of a case', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': CASE,
      'other.case.yaml': 'case: Other\nid: other\nclaims: {C9: Elsewhere.}\n',
      'drawn.gsn.yaml':
        'G1:\n  text: A\n  supportedBy: [G2]\nG2: {text: B, undeveloped: true}\nG3: {text: C, undeveloped: true}\n',
      'src/a.txt': 'a\n',
      'src/b.txt': 'b\n',
    });
  });
  after(() => workspace.repository.remove());

  const target = (file: string, name: string | undefined): ReviewTarget => {
    const one = workspace.lookup.snapshot.cases.find((each) => each.file.endsWith(file))!;
    const link = [...one.links.values()].find(({ link: { locator, node } }) => locator === name && !node);
    if (name === undefined) return { case: one.key };
    return link ? { case: one.key, link: link.link.key } : { case: one.key, node: name };
  };
  /** The claim file with the edits, or why there are none. */
  function move(
    what: string,
    to: string | undefined,
    toFile = 'access.case.yaml',
    file = 'access.case.yaml',
  ): string {
    const answer = moveAnswer(workspace.lookup, target(file, what), target(toFile, to), (path) =>
      workspace.claimText(path.slice(path.lastIndexOf('/') + 1)),
    );
    if ('refused' in answer) return answer.refused;
    const index = new LineIndex(CASE);
    const edits = answer.edits
      .map(({ range, newText }) => ({
        start: index.offset(range.start),
        end: index.offset(range.end),
        newText,
      }))
      .sort((a, b) => b.start - a.start || b.end - a.end);
    return edits.reduce(
      (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
      CASE,
    );
  }

  it('edits the claim file', () => {
    assert.match(move('C3', 'C1'), /\n {6}C3: They are long\.\n/);
    assert.match(move('src/b.txt', 'C1'), /\n {4}evidence:\n {6}- src\/b\.txt\n/);
    assert.match(move('E1', 'C1'), /\n {4}evidence:\n {6}- E1: src\/a\.txt\n/);
    assert.match(move('C2', undefined), /\n {2}C2:\n {4}text: Passwords/);
  });

  const REFUSED: readonly (readonly [what: string, to: string | undefined, why: RegExp, file?: string])[] = [
    ['C1', 'C3', /^C1 cannot hang under C3, which hangs under C1 itself\.$/],
    ['C4', 'C3', /^C4 cannot hang under C3, which hangs under C4 itself\.$/],
    ['C2', 'C2', /^C2 cannot hang under itself\.$/],
    ['C2', 'C1', /^C2 hangs under C1 already\.$/],
    ['C1', undefined, /^C1 stands at the top of the case already\.$/],
    ['src/b.txt', 'C2', /^src\/b\.txt hangs under C2 already\.$/],
    ['C3', 'CT1', /^C3 is a claim and cannot stand under CT1, context\. Write it under the claim/],
    ['C3', 'E1', /^C3 is a claim and cannot stand under E1, evidence\./],
    ['src/b.txt', undefined, /^Evidence stands under the claim that it supports/],
    ['C3', 'src/b.txt', /^Nothing can hang under a link\./],
    ['C3', 'C7', /not there any more/],
    ['C7', 'C1', /not there any more/],
    ['C3', 'C9', /^C3 can be moved within its case only\. .*supportedBy\.$/, 'other.case.yaml'],
  ];
  for (const [what, to, why, file] of REFUSED)
    it(`is refused: ${what} under ${to ?? 'the case'}`, () => assert.match(move(what, to, file), why));

  it('is refused between files', () => {
    const one = workspace.lookup.snapshot.cases.find(({ file }) => file.endsWith('access.case.yaml'))!;
    const [moved, target] = [one.nodes.get('C3')!, one.nodes.get('C1')!];
    const elsewhere = { ...moved, node: { ...moved.node, file: '/w/module.case.yaml' } };
    assert.match(
      whyNotMove(one, { node: elsewhere }, target) ?? '',
      /^C3 is written in module\.case\.yaml, and C1 in access\.case\.yaml: /,
    );
    assert.equal(whyNotMove(one, { node: moved }, target), undefined);
  });

  it('is refused in a notation that is not written here', () =>
    assert.match(
      move('G3', 'G1', 'drawn.gsn.yaml', 'drawn.gsn.yaml'),
      /^Warrant moves claims in YAML and Markdown/,
    ));
});

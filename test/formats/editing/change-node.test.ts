import assert from 'node:assert/strict';
import { extractClaim } from '../../../src/formats/editing/extract-claim.ts';
import { giveId } from '../../../src/formats/editing/give-id.ts';
import { markUndeveloped } from '../../../src/formats/editing/mark-undeveloped.ts';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { READERS } from '../../../src/formats/readers.ts';
import type { CaseFormat } from '../../../src/model/case.ts';

type Table = readonly (readonly [what: string, format: CaseFormat, before: string, after: string])[];

const reader = (format: CaseFormat) => (text: string) =>
  READERS[format](text, { file: '/docs/case', stem: 'case' });

/** The node whose text begins with a word, in the case that has it. */
function find(format: CaseFormat, text: string, word: string) {
  for (const one of reader(format)(text).cases) {
    const node = one.nodes.find((each) => each.text.startsWith(word));
    if (node) return { one, node, place: { case: one.id, node: node.key } };
  }
  return assert.fail(`no node says ${word}`);
}

describe('an id for a node that has none', () => {
  const table: Table = [
    [
      'in a list of YAML',
      'yaml',
      'claims:\n  C1:\n    text: A\n    assumptions:\n      - Here it is. # so\n',
      'claims:\n  C1:\n    text: A\n    assumptions:\n      - C9: Here it is. # so\n',
    ],
    [
      'in brackets',
      'yaml',
      'claims:\n  C1: {text: A, assumptions: [Here it is., B]}\n',
      'claims:\n  C1: {text: A, assumptions: [C9: Here it is., B]}\n',
    ],
    [
      'in prose, as the document has them',
      'markdown',
      '# Case\n\n## Claims\n\n- **C1:** A\n- Here it is\n',
      '# Case\n\n## Claims\n\n- **C1:** A\n- **C9:** Here it is\n',
    ],
    [
      'in a list below a heading that says what they are',
      'markdown',
      '# Assurance case\n\n## Claims\n\n- Here it is\n- There it is\n',
      '# Assurance case\n\n## Claims\n\n- C9: Here it is\n- There it is\n',
    ],
  ];
  for (const [what, format, before, after] of table)
    it(`is written ${what}`, () => {
      const { place } = find(format, before, 'Here');
      const changed = giveId(before, place, 'C9', reader(format));
      assert.equal(changed && applyEdits(before, changed.edits), after);
    });

  it('is not written where there is one', () => {
    const text = 'claims:\n  C1: Here\n';
    assert.equal(giveId(text, find('yaml', text, 'Here').place, 'C9', reader('yaml')), undefined);
  });
});

describe('undeveloped', () => {
  const table: Table = [
    [
      'yaml',
      'yaml',
      'claims:\n  C1: Here # so\n',
      'claims:\n  C1:\n    text: Here # so\n    undeveloped: true\n',
    ],
    [
      'a map',
      'yaml',
      'claims:\n  C1:\n    text: Here\n    satisfies: [A]\n  C2: B\n',
      'claims:\n  C1:\n    text: Here\n    satisfies: [A]\n    undeveloped: true\n  C2: B\n',
    ],
    ['brackets', 'yaml', 'claims:\n  C1: {text: Here}\n', 'claims:\n  C1: {text: Here, undeveloped: true}\n'],
    ['gsn2x', 'gsn2x', 'G1:\n  text: Here\n', 'G1:\n  text: Here\n  undeveloped: true\n'],
    ['LTAC', 'ltac', '- Claim C1: Here\n', '- Claim C1: Here {undeveloped}\n'],
    ['prose', 'markdown', '# Case\n\n- **C1:** Here\n', '# Case\n\n- **C1:** Here *(undeveloped)*\n'],
  ];
  for (const [what, format, before, after] of table) {
    it(`is said in ${what}, and taken back`, () => {
      const { place } = find(format, before, 'Here');
      const marked = markUndeveloped(before, place, true, reader(format));
      assert.equal(marked && applyEdits(before, marked.edits), after);
      const again = find(format, after, 'Here').place;
      const back = markUndeveloped(after, again, false, reader(format));
      assert.ok(back, 'it cannot be taken back');
      const { node } = find(format, applyEdits(after, back.edits), 'Here');
      assert.equal(node.undeveloped, false);
      if (what !== 'yaml') assert.equal(applyEdits(after, back.edits), before);
    });
  }
});

describe('a claim that is taken out of another', () => {
  it('takes some of its evidence along, as it is written', () => {
    const text =
      'claims:\n  C1:\n    text: A\n    evidence:\n      - a.py\n      - b.py # so\n      - at: c.sarif\n        expect: {max: {error: 0}}\n';
    const { one } = find('yaml', text, 'A');
    const links = one.evidence.slice(1).map(({ key }) => key);
    const result = extractClaim(text, { case: one.id, below: 'C1' }, 'B holds', links, reader('yaml'));
    assert.ok('edit' in result, JSON.stringify(result));
    const now = applyEdits(text, [result.edit]);
    const [after] = reader('yaml')(now).cases;
    assert.deepEqual(
      after!.evidence.map(({ parent, locator, expect }) => [parent, locator, expect !== undefined]),
      [
        ['C1', 'a.py', false],
        ['C2', 'b.py', false],
        ['C2', 'c.sarif', true],
      ],
    );
    assert.match(now, /b\.py # so/);
  });

  it('takes evidence with an id along', () => {
    const text = 'claims:\n  C1:\n    text: A\n    evidence:\n      - E1: a.py\n      - E2: b.py\n';
    const { one } = find('yaml', text, 'A');
    const result = extractClaim(
      text,
      { case: one.id, below: 'C1' },
      'B',
      [one.evidence[1]!.key],
      reader('yaml'),
    );
    assert.ok('edit' in result, JSON.stringify(result));
    const [after] = reader('yaml')(applyEdits(text, [result.edit])).cases;
    assert.deepEqual(
      after!.evidence.map(({ parent, node, locator }) => [parent, node, locator]),
      [
        ['C1', 'E1', 'a.py'],
        ['C2', 'E2', 'b.py'],
      ],
    );
  });
});

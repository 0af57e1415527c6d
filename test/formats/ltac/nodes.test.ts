import assert from 'node:assert/strict';
import { readLtac } from '../../../src/formats/ltac/read-ltac.ts';
import { readDamagedText, readWith } from '../reading.ts';

const read = (text: string) => readWith(readLtac, text);

const BREWERY = `# The argument of a brewery.
- Claim Safe: The brewery is safe to visit
  - Context Site: The site in the harbour (plans/site.pdf)
  - Strategy ByHazard: Over all hazards: steam, glass and alcohol
    - Claim ^Steam
    - Claim Glass: Broken glass is kept from visitors {needssupport}
      - Evidence Nets: Nets hang below the belts (../nets/report.md; https://nets.example.org/a)
    - Assumption Sober: Visitors are sober

- Claim Steam: Steam is contained
  - Justification Old: The boiler is as its twin
    - Link Nets
`;

describe('LTAC', () => {
  it('has a node for each line, of the kind of its keyword, below the line that is indented less', () => {
    assert.deepEqual(read(BREWERY).tree, [
      'claim Safe',
      'context Site < Safe',
      'strategy ByHazard < Safe',
      'claim Glass < ByHazard',
      'evidence Nets < Glass',
      'assumption Sober < ByHazard',
      'claim Steam < ByHazard',
      'justification Old < Steam',
    ]);
  });

  it('has texts up to the end of the line, colons included', () => {
    const result = read(BREWERY);
    const { text, textRange, idRange, range } = result.node('ByHazard');
    assert.equal(text, 'Over all hazards: steam, glass and alcohol');
    assert.equal(result.textAt(textRange), text);
    assert.equal(result.textAt(idRange), 'ByHazard');
    assert.ok(result.textAt(range).startsWith('- Strategy') && result.textAt(range).endsWith('sober'));
  });

  it('uses a node again by a link', () => {
    const result = read(BREWERY);
    assert.deepEqual(result.references, ['Old > Nets']);
    assert.equal(result.textAt(result.case.references[0]!.range), 'Nets');
  });

  it('hangs a node under the first line that cites it, and refers to it from others', () => {
    const text = '- Claim A: a\n  - Claim B: b\n    - Claim ^C: c\n  - Claim ^C\n- Claim C: c\n';
    assert.deepEqual(read(text).tree, ['claim A', 'claim B < A', 'claim C < B']);
    assert.deepEqual(read(text).references, ['A > C']);
  });

  it('leaves citations in a circle to be reported', () => {
    const result = read('- Claim A: a\n  - Claim ^B\n- Claim B: b\n  - Claim ^A\n');
    assert.deepEqual(result.tree, ['claim A', 'claim B < A']);
    assert.deepEqual(result.references, ['B > A']);
  });

  it('refers to what nobody wrote, so that it is reported', () => {
    const result = read('- Claim A: a\n  - Claim ^Nobody: text\n  - Link Nothing\n');
    assert.deepEqual(result.references, ['A > Nobody', 'A > Nothing']);
    assert.deepEqual(result.tree, ['claim A']);
  });

  it('derives an id from the text, by which others can cite it', () => {
    const result = read('- Claim: Beer (and wine) is cold\n- Claim B: b\n  - Link Beer and wine is cold\n');
    const [first] = result.case.nodes;
    assert.deepEqual([first?.derived, first?.id], [true, 'claim-beer-and-wine-is-cold']);
    assert.deepEqual(first?.parents, ['B']);
  });

  it('allows spaces in ids', () => {
    assert.deepEqual(read('- Claim Cold beer: It is cold\n').tree, ['claim Cold beer']);
  });

  it('skips comments, blank lines and code fences', () => {
    const text = '```\n# Claim X: no\n\n- Claim A: a\n  # - Claim B: no\n  - Claim C: c\n```\n';
    const result = read(text);
    assert.deepEqual(result.tree, ['claim A', 'claim C < A']);
    assert.deepEqual(result.marked, []);
  });

  it('reads lines that end in any way, and a byte order mark', () => {
    assert.deepEqual(read('\uFEFF- Claim A: a\r\n  - Claim B: b\r  - Claim C: c').tree, [
      'claim A',
      'claim B < A',
      'claim C < A',
    ]);
  });

  it('keeps both nodes of one id, and reports the second', () => {
    const result = read('- Claim A: a\n  - Claim B: b\n  - Claim B: c\n');
    assert.deepEqual(result.tree, ['claim A', 'claim B < A', 'claim B~2 < A']);
    assert.deepEqual(result.marked, ['duplicate-id: B']);
  });

  it('has no case in a file without elements', () => {
    assert.deepEqual(read('# nothing\n').marked, ['empty-case: ']);
    assert.equal(read('').cases.length, 0);
  });

  it('is read however it is damaged', () => readDamagedText(readLtac, BREWERY));

  it('of a thousand levels, and of as many citations in a row, is read', () => {
    const deep = Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- Claim C${level}: a`);
    assert.equal(read(deep.join('\n')).node('C999').parents[0], 'C998');
    const chain = Array.from({ length: 20_000 }, (_, at) => `- Claim C${at}: a\n  - Claim ^C${at + 1}`);
    assert.equal(read(chain.join('\n')).node('C19999').parents[0], 'C19998');
  });
});

import assert from 'node:assert/strict';
import { readOne, textAt } from './support.ts';

const references = (...lines: string[]): string[] =>
  readOne(lines.join('\n')).references.map(({ from, target }) => `${from} ${target}`);

describe('a reference from one node to another', () => {
  it('is one that says which supports the other', () => {
    assert.deepEqual(
      references(
        '- **C1:** Mail is kept; supported by C3 and C4.',
        '- **C2:** Keys rotate',
        '- **C3:** a',
        '- **C4:** b',
      ),
      ['C1 C3', 'C1 C4'],
    );
  });

  it('may be written as a label', () => {
    for (const label of [
      'Supported by:',
      '**Supported by:**',
      '**Supported by**:',
      '*supported by :*',
      '- Supported by:',
      '**Mitigated by**',
    ]) {
      assert.deepEqual(
        references('**C1:** Mail is kept', '', `${label} C2, C3`, '', '**C2:** Keys rotate', '', '**C3:** b'),
        ['C1 C2', 'C1 C3'],
        label,
      );
    }
  });

  it('may be all that a label or a cell of evidence holds', () => {
    assert.deepEqual(
      references('- **C1:** Mail is kept', '  - **Evidence:** see C2', '- **C2:** Keys rotate'),
      ['C1 C2'],
    );
    assert.deepEqual(
      references(
        ...['## Claims', '', '**C1:** Mail is kept', '', '**C2:** Keys rotate', '', '## Threats', ''],
        ...['| ID | Threat | Mitigation |', '|-|-|-|', '| T1 | Loss | C1, C2 |'],
      ),
      ['T1 C1', 'T1 C2'],
    );
  });

  it('is none in passing, to nothing, to itself or to what stands above', () => {
    assert.deepEqual(
      references(
        '- **C1:** Mail is kept, see C2; supported by C9',
        '  - **C2:** backed by C1',
        '- **C3:** supported by C3',
      ),
      [],
    );
  });

  it('is none where two nodes have the id', () => {
    assert.deepEqual(
      references('**C1:** supported by C2', '', '**C2:** Keys rotate', '', '**C2:** Clocks are right'),
      [],
    );
  });

  it('stands where its id does', () => {
    const text = '- **C1:** Mail is kept, supported by **C2**.\n- **C2:** Keys rotate\n';
    assert.equal(textAt(text, readOne(text).references[0]!.range), 'C2');
  });
});

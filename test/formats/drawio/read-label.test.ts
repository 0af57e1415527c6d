import assert from 'node:assert/strict';
import { readLabel } from '../../../src/formats/drawio/read-label.ts';

/** `kind id | text`, or nothing for a label that marks no node. */
function show(text: string): string | undefined {
  const marks = readLabel(text);
  if (!marks) return undefined;
  const rest = text.slice(marks.rest.start, marks.rest.end).replaceAll('\n', ' ');
  return [marks.keyword?.kind ?? '-', marks.id ?? '-', '|', rest].join(' ').trimEnd();
}

describe('the label of a shape', () => {
  const table: [label: string, expected: string | undefined][] = [
    ['Sub-Claim C2: Ports are closed', 'claim C2 | Ports are closed'],
    ['Sub-Claim C2:\nPorts are closed', 'claim C2 | Ports are closed'],
    ['Sub-Claim C3.1 : Doors are shut', 'claim C3.1 | Doors are shut'],
    ['Rebuttal 1.3 Unless a window is open', 'rebuttal 1.3 | Unless a window is open'],
    ['Context 1: A house by the sea', 'context 1 | A house by the sea'],
    ['Context: CT1\nA house by the sea', 'context CT1 | A house by the sea'],
    ['Context: 3 houses by the sea', 'context - | 3 houses by the sea'],
    ['Claim\n3 doors are shut', 'claim - | 3 doors are shut'],
    ['Evidence: E1 lines are laid', 'evidence - | E1 lines are laid'],
    ['Inference\nRule IR1: if shut, then dry', 'inference IR1 | if shut, then dry'],
    ['«Goal» G1\nThe cellar stays dry', 'claim G1 | The cellar stays dry'],
    ['Goal\nThe cellar stays dry', 'claim - | The cellar stays dry'],
    ['Top-Claim: The cellar stays dry', 'claim - | The cellar stays dry'],
    ['R2: A pipe bursts', '- R2 | A pipe bursts'],
    ['G1\nThe cellar stays dry', '- G1 | The cellar stays dry'],
    ['G1 The cellar stays dry', '- G1 | The cellar stays dry'],
    ['UM1 (Undermine): The gauge is broken', 'undermine UM1 | The gauge is broken'],
    ['The cellar stays dry (C2)', '- C2 | The cellar stays dry'],
    ['E4: .env of the pump', '- E4 | .env of the pump'],
    ['Evidence E5', 'evidence E5 |'],
    ['Claims about the cellar', undefined],
    ['Claim the refund', undefined],
    ['SHA256 of the image', undefined],
    ['A01: Broken access control', undefined],
    ['Pump house', undefined],
  ];
  for (const [label, expected] of table) {
    it(JSON.stringify(label), () => assert.equal(show(label), expected));
  }

  it('may begin with letters that a person set', () => {
    assert.equal(readLabel('X1: wet')?.id, undefined);
    assert.equal(readLabel('X1: wet', (letters) => letters === 'X')?.id, 'X1');
  });
});

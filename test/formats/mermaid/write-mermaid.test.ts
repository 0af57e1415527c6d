import assert from 'node:assert/strict';
import { convert } from '../../../src/formats/writing/convert.ts';
import { caseWith, linkOf, nodeOf } from '../../support/cases.ts';

const chart = (...cases: Parameters<typeof convert>[0]): string => convert(cases, 'mermaid').text;

describe('a Mermaid flowchart', () => {
  it('leads down from what is supported or attacked, in the shapes and colours of each kind', () => {
    const one = caseWith(
      'x',
      [nodeOf('C1', 'claim', []), nodeOf('CT1', 'context', ['C1']), nodeOf('R1', 'rebuttal', ['C1'])],
      { evidence: [linkOf('1', 'C1', { locator: 'src/a.ts' })] },
    );
    assert.equal(
      chart(one),
      `flowchart TD
  n1["<b>C1</b> C1"]:::claim
  n4(["src/a.ts"]):::evidence
  n1 --> n4
  n2("<b>CT1</b> CT1"):::aside
  n1 -.- n2
  n3>"<b>R1</b> R1"]:::defeater
  n1 -. challenged by .-> n3
  classDef claim fill:#e8f1fb,stroke:#3a6ea5,color:#11263c
  classDef evidence fill:#f6f6f6,stroke:#777777,color:#222222
  classDef aside fill:#ffffff,stroke:#999999,color:#333333,stroke-dasharray:4 3
  classDef defeater fill:#fdecea,stroke:#b3362b,color:#4a120d
`,
    );
  });

  it('shows text as text, whatever it holds', () => {
    const text = 'a "b" <script>alert(1)</script> `c` ]--> n9; %% end';
    const [, node] = chart(caseWith('x', [nodeOf('C1', 'claim', [], { text })])).split('\n');
    assert.equal(
      node,
      '  n1["<b>C1</b> a #34;b#34; #60;script#62;alert(1)#60;/script#62; #96;c#96; #93;--#62; n9#59; #37;#37; end"]:::claim',
    );
  });

  it('keeps several cases apart', () => {
    const cases = ['a', 'b'].map((id) => caseWith(id, [nodeOf('C1', 'claim', [])]));
    assert.deepEqual(chart(...cases).match(/subgraph case\d+ \["."\]/g), [
      'subgraph case2 ["a"]',
      'subgraph case4 ["b"]',
    ]);
  });

  it('says that a claim is left undeveloped, or was defeated, and shows further supports', () => {
    const nodes = [
      nodeOf('C1', 'claim', [], { undeveloped: true }),
      nodeOf('C2', 'claim', [], { defeated: true }),
    ];
    const references = [
      { from: 'C1', target: 'C2', range: nodes[0]!.range },
      { from: 'C1', target: 'other/C9', range: nodes[0]!.range },
    ];
    const text = chart(caseWith('x', nodes, { references }));
    assert.match(text, /C1<br><i>undeveloped<\/i>/);
    assert.match(text, /C2<br><i>defeated<\/i>/);
    assert.match(text, /n1 --> n2\n/);
    assert.match(text, /\["other\/C9"\]:::claim\n {2}n1 --> n3\n/);
  });
});

import assert from 'node:assert/strict';
import { linesAround } from '../../../src/formats/yaml/lines-around.ts';
import { withCursor } from '../../support/cursor.ts';

const TEXT = `case: A
claims:
  C1:
    text: |
      Some
    accepted: {by: x,
      why: y}
    evidence:
    - at: a.py
      expect: {max: {error: 0}}
    - b.py
    # a remark
    claims:
      C2: "open
        quote"
      C3:
        evidence:
          - c.py
  C4:
    text: It's
    evidence: [
      d.py,
      e.py
    ]
threats:
  T1: x
`;

describe('the lines around a place', () => {
  const around = (marked: string) => {
    const { text, offset } = withCursor(marked);
    return linesAround(text, offset, 0);
  };

  it('are what it is indented below, and what stands beside it', () => {
    assert.equal(
      around(TEXT.replace('- c.py', '- c.py\n          - ¦')),
      [
        'case: A',
        'claims:',
        '  C1:',
        '    claims:',
        '      C3:',
        '        evidence:',
        '          - c.py',
        '          - ',
      ]
        .filter((line) => line !== 'case: A')
        .join('\n'),
    );
    assert.equal(around(`${TEXT.slice(0, TEXT.indexOf('threats'))}  C¦`), 'claims:\n  C1:\n  C4:\n  C');
  });

  it('keep the brackets and quotes of what stands beside it closed', () => {
    const beside = around(TEXT.replace('    # a remark', '    ev¦'));
    assert.match(beside, /accepted: \{by: x,\n {6}why: y\}\n/);
    assert.match(around(TEXT.replace('      C3:', '      C¦')), /C2: "open\n {8}quote"\n {6}C$/);
    assert.match(around(TEXT.replace('e.py', '¦')), /evidence: \[\n {6}d\.py,\n {6}$/);
  });

  it('know lists that stand below their key without being indented', () => {
    assert.equal(
      around(TEXT.replace('    - b.py', '    - ¦')).split('\n').slice(-3).join('|'),
      '    evidence:|    - at: a.py|    - ',
    );
  });

  it('grow no faster than the file', () => {
    const long = `claims:\n${'  C1:\n    text: a\n    evidence:\n      - b\n'.repeat(20_000)}      - `;
    assert.ok(linesAround(long, long.length).length < 100);
    const open = `claims:\n${'  C1: {\n    text: a\n'.repeat(20_000)}  C`;
    assert.ok(linesAround(open, open.length).length <= open.length);
  });
});

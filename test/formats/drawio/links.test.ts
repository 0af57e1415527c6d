import assert from 'node:assert/strict';
import { arrow, draw, shape } from './drawing.ts';

const TOP = shape('c', 'Claim C1: Dry');

/** The links of a drawing in which one shape has a label: `locator`, with a `?` where doubtful, in parentheses where only mentioned. */
function links(label: string, more = ''): string[] {
  const { case: one } = draw(TOP, shape('x', label, { y: 90, more }), arrow('c>x'));
  return one.evidence.map(({ locator, cited, doubtful }) => {
    const shown = doubtful ? `${locator}?` : locator;
    return cited ? shown : `(${shown})`;
  });
}

describe('the links of a drawing', () => {
  const table: [label: string, links: string[]][] = [
    ['Evidence E1: lib/pump.py', ['lib/pump.py']],
    ['Evidence E1: lib/pump.py lib/gauge.py', ['lib/pump.py', 'lib/gauge.py']],
    [
      'Evidence E1:<br><code>lib/pump.py</code>, <code>lib/gauge.py</code> measure the level',
      ['lib/pump.py', 'lib/gauge.py'],
    ],
    ['Evidence E1: <code>lib/pump.py</code> (<code>start</code>)', ['lib/pump.py#start']],
    ['Evidence E1: main() in lib/pump.py, see lib/pump.py.', ['lib/pump.py']],
    ['Evidence E1: pump.py', ['pump.py?']],
    ['Evidence E1: https://example.org/pump', ['https://example.org/pump']],
    ['Evidence E1: <a href="lib/pump.py">the pump</a>', ['lib/pump.py']],
    ['Evidence E1: Logs of the pump and/or the gauge, v1.2', []],
    ['Evidence E1: TLS/HSTS', []],
    ['Claim C2: The pump runs by lib/pump.py', []],
    ['Claim C2: The pump runs by <code>lib/pump.py</code>', ['(lib/pump.py)']],
    ['Claim C2: See <a href="https://example.org/">there</a>', []],
  ];
  for (const [label, expected] of table) it(label, () => assert.deepEqual(links(label), expected));

  it('may be those of the shape itself', () => {
    const wrapped = `<UserObject label="Evidence E1: the pump" link="../lib/pump.py" id="x"><mxCell vertex="1" parent="1"><mxGeometry as="geometry"/></mxCell></UserObject>`;
    const read = draw(TOP, wrapped, arrow('c>x'));
    const link = read.link('../lib/pump.py');
    assert.deepEqual([link.cited, link.hyperlink, read.textAt(link.range)], [true, true, '../lib/pump.py']);
  });

  it('to another page are none', () => {
    assert.deepEqual(links('Evidence E1: the pump', 'link="data:page/id,abc"'), []);
  });

  it('hang under what the evidence supports, or under it where that is nothing', () => {
    const { case: one } = draw(
      TOP,
      shape('x', 'Evidence E1: a/x.py'),
      shape('y', 'Evidence E2: a/y.py'),
      arrow('c>x'),
    );
    assert.deepEqual(
      one.evidence.map(({ parent, node }) => [parent, node]),
      [
        ['C1', 'E1'],
        ['E2', 'E2'],
      ],
    );
  });
});

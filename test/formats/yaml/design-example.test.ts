import assert from 'node:assert/strict';
import { EXAMPLE, read } from './reading.ts';

describe('the example of the YAML format', () => {
  const example = read(EXAMPLE);

  it('is read without a finding', () => {
    assert.deepEqual(example.marked, []);
    assert.equal(example.cases.length, 1);
  });

  it('has its title, its id and no subject of its own', () => {
    const { id, title, titleRange, subject, format } = example.case;
    assert.deepEqual(
      { id, title, subject, format },
      {
        id: 'transit',
        title: 'Confidentiality of data in transit',
        subject: undefined,
        format: 'yaml',
      },
    );
    assert.equal(example.textAt(titleRange), title);
  });

  it('has its nodes in the order of the document, each below its parent', () => {
    assert.deepEqual(
      example.case.nodes.map(({ key, kind, parents }) => [key, kind, ...parents]),
      [
        ['C1', 'claim'],
        ['CT1', 'context', 'C1'],
        ['IR1', 'inference', 'C1'],
        ['UC1', 'undercut', 'IR1'],
        ['C2', 'claim', 'C1'],
        ['R2', 'rebuttal', 'C2'],
        ['E2', 'evidence', 'C2'],
        ['C3', 'claim', 'C1'],
      ],
    );
    assert.ok(example.case.nodes.every(({ derived, undeveloped }) => !derived && !undeveloped));
  });

  it('has the text of each node, with its exact range', () => {
    for (const node of example.case.nodes) assert.equal(example.textAt(node.textRange), node.text);
    assert.equal(example.node('C3').text, 'Both ends are authenticated.');
    assert.equal(example.node('E2').text, 'src/server/asgi.py#create_app');
  });

  it('has the exact range of each id, and of each node from its id to the end of its value', () => {
    for (const node of example.case.nodes) {
      assert.equal(example.textAt(node.idRange), node.id);
      assert.deepEqual(node.range.start, node.idRange.start);
    }
    assert.equal(example.textAt(example.node('C3').range), 'C3: Both ends are authenticated.');
    assert.match(example.textAt(example.node('C2').range), /^C2:\n[^]+\{error: 0\}\}$/);
  });

  it('has its links, each with its locator and its place', () => {
    assert.deepEqual(
      example.case.evidence.map(({ parent, node, locator, cited, expect }) => ({
        parent,
        node,
        locator,
        cited,
        expect,
      })),
      [
        {
          parent: 'R2',
          node: undefined,
          locator: 'tests/test_transport.py#test_rejects_tls_1_1',
          cited: true,
          expect: undefined,
        },
        {
          parent: 'C2',
          node: undefined,
          locator: 'infra/nginx.conf#L10-L20',
          cited: true,
          expect: undefined,
        },
        {
          parent: 'C2',
          node: 'E2',
          locator: 'src/server/asgi.py#create_app',
          cited: true,
          expect: undefined,
        },
        {
          parent: 'C2',
          node: undefined,
          locator: 'reports/semgrep.sarif',
          cited: true,
          expect: { max: { error: 0 } },
        },
      ],
    );
    for (const { range, locator } of example.case.evidence) assert.equal(example.textAt(range), locator);
  });

  it('says which requirements a claim satisfies', () => {
    assert.deepEqual(
      example.node('C2').satisfies.map(({ requirement }) => requirement),
      ['OWASP-2021:A02'],
    );
  });

  it('says which lines made a link: its own, and the text of what it supports', () => {
    const madeBy = (locator: string) =>
      example.link(locator).madeBy.map((range) =>
        example
          .textAt(range)
          .split('\n')
          .map((line) => line.trim()),
      );
    assert.deepEqual(madeBy('infra/nginx.conf#L10-L20'), [
      ['C2:', 'text: Transport security is enforced.'],
      ['- infra/nginx.conf#L10-L20'],
    ]);
    assert.deepEqual(madeBy('reports/semgrep.sarif').at(-1), [
      '- at: reports/semgrep.sarif',
      'expect: {max: {error: 0}}',
    ]);
    assert.deepEqual(madeBy('tests/test_transport.py#test_rejects_tls_1_1'), [
      [
        'R2:',
        'text: Unless TLS is misconfigured or downgraded.',
        'evidence: [tests/test_transport.py#test_rejects_tls_1_1]',
      ],
    ]);
  });
});

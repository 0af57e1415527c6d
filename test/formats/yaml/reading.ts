import assert from 'node:assert/strict';
import { readYaml } from '../../../src/formats/yaml/read-yaml.ts';
import type { Case, CaseNode, EvidenceLink } from '../../../src/model/case.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { LineIndex } from '../../../src/model/text.ts';
import type { Range } from '../../../src/model/text.ts';
import { rangesOutside } from '../../support/ranges.ts';

/** A text that was read, with what tests ask of it. */
export interface Read {
  readonly cases: readonly Case[];
  readonly findings: readonly Finding[];
  /** The first case. */
  readonly case: Case;
  node(key: string): CaseNode;
  link(locator: string): EvidenceLink;
  /** The characters at a range. */
  textAt(range: Range): string;
  /** Each finding as `rule: the characters it marks`. */
  readonly marked: readonly string[];
}

/** Reads a text as the file `transit.case.yaml`, and checks that every range lies inside it. */
export function read(text: string): Read {
  const { cases, findings } = readYaml(text, { file: '/repository/transit.case.yaml', stem: 'transit' });
  const lines = new LineIndex(text);
  const textAt = (range: Range): string => text.slice(lines.offset(range.start), lines.offset(range.end));
  assert.deepEqual(rangesOutside(text, { cases, findings }), [], 'every range lies inside the text');
  return {
    cases,
    findings,
    get case() {
      assert.ok(cases[0], 'the text holds a case');
      return cases[0];
    },
    node(key) {
      const node = cases.flatMap(({ nodes }) => nodes).find((candidate) => candidate.key === key);
      assert.ok(node, `there is a node ${key}`);
      return node;
    },
    link(locator) {
      const link = cases.flatMap(({ evidence }) => evidence).find((one) => one.locator === locator);
      assert.ok(link, `there is a link to ${locator}`);
      return link;
    },
    textAt,
    marked: findings.map(({ rule, range }) => `${rule}: ${textAt(range)}`),
  };
}

/** A YAML text without the indentation that it has in a test. */
export function yaml(strings: TemplateStringsArray): string {
  const lines = (strings.raw[0] ?? '').replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n') + '\n';
}

/** The example of the format's description. */
export const EXAMPLE = yaml`
  case: Confidentiality of data in transit     # title
  id: transit                                  # default: the file's stem
  subject: .                                   # default; or {repo: URL, rev: REV, path: ../checkout}
  claims:
    C1:
      text: Data in transit between client and backend stays confidential.
      context:
        CT1: The server executes Python code sent by the client.
      inference:
        IR1:
          text: If TLS and HSTS are enforced, data in transit stays confidential.
          undercuts: {UC1: Unless certificate validation is bypassed.}
      claims:
        C2:
          text: Transport security is enforced.
          satisfies: [OWASP-2021:A02]
          rebuttals:
            R2:
              text: Unless TLS is misconfigured or downgraded.
              evidence: [tests/test_transport.py#test_rejects_tls_1_1]
          evidence:
            - infra/nginx.conf#L10-L20
            - E2: src/server/asgi.py#create_app
            - at: reports/semgrep.sarif
              expect: {max: {error: 0}}
        C3: Both ends are authenticated.       # a bare string is the text
`;

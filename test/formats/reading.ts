import assert from 'node:assert/strict';
import type { Reader } from '../../src/formats/format.ts';
import type { Case, CaseNode, EvidenceLink } from '../../src/model/case.ts';
import type { Finding } from '../../src/model/finding.ts';
import { LineIndex } from '../../src/model/text.ts';
import type { Range } from '../../src/model/text.ts';
import { damagesOf } from '../support/damage.ts';
import { rangesOutside } from '../support/ranges.ts';

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
  /** Each node as `kind key < parent`. */
  readonly tree: readonly string[];
  /** Each reference as `from > target`, or `from < target` where the node hangs under its target. */
  readonly references: readonly string[];
}

/** Reads a text with a reader, as the file `argument`, and checks that every range lies inside it. */
export function readWith(reader: Reader, text: string): Read {
  const { cases, findings } = reader(text, { file: '/repository/argument', stem: 'argument' });
  const lines = new LineIndex(text);
  const textAt = (range: Range): string => text.slice(lines.offset(range.start), lines.offset(range.end));
  assert.deepEqual(rangesOutside(text, { cases, findings }), [], 'every range lies inside the text');
  const nodes = cases.flatMap((one) => one.nodes);
  const links = cases.flatMap((one) => one.evidence);
  return {
    cases,
    findings,
    get case() {
      assert.ok(cases[0], 'the text holds a case');
      return cases[0];
    },
    node: (key) => found(nodes, (node) => node.key === key, key),
    link: (locator) => found(links, (link) => link.locator === locator, locator),
    textAt,
    marked: findings.map(({ rule, range }) => `${rule}: ${textAt(range)}`),
    tree: nodes.map(({ kind, key, parents }) =>
      [kind, key, ...parents.map((parent) => `< ${parent}`)].join(' '),
    ),
    references: cases.flatMap((one) =>
      one.references.map(({ from, target, upward }) => `${from} ${upward ? '<' : '>'} ${target}`),
    ),
  };
}

/** Reads a text cut off at 200 places, and with 200 single bytes replaced; ranges are checked. */
export function readDamagedText(reader: Reader, text: string): void {
  for (const { bytes } of damagesOf(new TextEncoder().encode(text), 200, 11)) {
    readWith(reader, new TextDecoder().decode(bytes));
  }
}

function found<T>(all: readonly T[], is: (one: T) => boolean, name: string): T {
  const one = all.find(is);
  assert.ok(one, `there is ${name}`);
  return one;
}

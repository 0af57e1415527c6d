import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { convert } from '../../../src/formats/writing/convert.ts';
import type { Case } from '../../../src/model/case.ts';
import { contentOf } from '../../support/some-case.ts';
import { read, yaml } from './reading.ts';

const MODEL = yaml`
  case: The queue
  id: queue
  assets: {A1: {text: The queue itself, owner: Storage team}}
  claims: {C1: {text: Orders stay as they are., about: A1, status: gap}}
  threats:
    T1:
      text: Somebody orders in the name of another.
      threatens: [A1, other/A7]
      entryPoints:
        - src/api.py#post
        - {at: src/api}
        - {route: src/api.py}
        - {route: src/api.py is called}
        - POST /v2/orders
      impact: Goods go to strangers.
      likelihood: high
  controls:
    K1: {text: Partners sign., answers: T1, scope: All orders, implementation: HMAC}
  residualRisks:
    R1: {text: A key may leak., threatens: C1, accepted: {by: Ada, why: Rare., until: 2031-01-31}}
`;

/** What a case says, with the direction in which each reference is written. */
function saidBy(one: Case) {
  const references = one.references.map(
    ({ from, target, upward }) => `${from} ${upward ? '^' : 'v'} ${target}`,
  );
  return { ...contentOf(one), references: references.sort() };
}

describe('writing threat models as YAML', () => {
  it('loses nothing of them', () => {
    const one = read(MODEL).case;
    const { text, losses } = convert([one], 'yaml');
    assert.deepEqual(losses, []);
    assert.deepEqual(saidBy(read(text).case), saidBy(one), text);
  });

  for (const example of ['job-engine/docs/assurance/job-engine', 'scanner-module/docs/security']) {
    it(`loses nothing of ${example}`, () => {
      const one = read(
        readFileSync(new URL(`../../../examples/${example}.case.yaml`, import.meta.url), 'utf8'),
      ).case;
      const { text, losses } = convert([one], 'yaml');
      assert.deepEqual(losses, []);
      assert.deepEqual(saidBy(read(text).case), saidBy(one));
    });
  }
});

describe('writing threat models in other notations', () => {
  it('names what hangs under a node of another case', () => {
    const { losses } = convert([read(MODEL).case], 'mermaid');
    assert.ok(losses.some(({ message }) => message === 'T1: that it hangs under other/A7'));
  });
});

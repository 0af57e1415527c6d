import assert from 'node:assert/strict';
import { topicOf, topicOfLeadIn } from '../../../src/formats/markdown/topics.ts';

describe('the topic of a heading', () => {
  const topics: readonly (readonly [heading: string, kind: string | undefined])[] = [
    ['Assets', 'asset'],
    ['2.1 Critical assets', 'asset'],
    ['Asset register', 'asset'],
    ['What we protect', 'asset'],
    ['Threats', 'threat'],
    ['3. Attack vectors', 'threat'],
    ['Threats and how they are met', 'threat'],
    ['Threat actors', 'threat'],
    ['Common weaknesses, countered', 'threat'],
    ['Security properties', 'claim'],
    ['Secure-design principles (after Saltzer)', 'claim'],
    ['Requirements', 'claim'],
    ['Controls', 'control'],
    ['Counter-measures', 'control'],
    ['Mitigation', 'control'],
    ['Security assumptions', 'assumption'],
    ['What is assumed', 'assumption'],
    ['Data flow & trust boundaries', 'context'],
    ['Out of scope', 'context'],
    ['What Quill does not protect against', 'context'],
    ['Residual risk', 'rebuttal'],
    ['Known limitations (accepted)', 'rebuttal'],
    ['What this case does not cover', 'rebuttal'],
    ['How the project handles threats', undefined],
    ['Threat', undefined],
    ['Reporting vulnerabilities', undefined],
    ['Testing', undefined],
    ['References', undefined],
    [
      'The backup service keeps three copies of all that its users write, on two continents, for ever',
      undefined,
    ],
  ];
  for (const [heading, kind] of topics) {
    it(`${heading} is ${kind}`, () => assert.equal(topicOf(heading)?.kind, kind));
  }

  it('may be that of an argument, which several kinds make up', () => {
    assert.deepEqual(topicOf('Threat model'), {
      kind: undefined,
      strong: true,
      argument: false,
      several: false,
    });
    assert.equal(topicOf('Argument summary')?.argument, true);
    assert.equal(topicOf('Assets and threats')?.several, true);
    assert.equal(topicOf('Threats and mitigations')?.several, false);
  });
});

describe('a sentence above a list', () => {
  it('says what its items are', () => {
    assert.equal(topicOfLeadIn('The threats to a tool like this are:')?.kind, 'threat');
    assert.equal(topicOfLeadIn('The assets are:')?.kind, 'asset');
  });

  it('says nothing where it is about what is done with them, or about one of them', () => {
    for (const sentence of [
      'The mitigations are tested by:',
      'Threats are not:',
      'A threat may come from:',
      'It needs:',
    ]) {
      assert.equal(topicOfLeadIn(sentence), undefined, sentence);
    }
  });
});

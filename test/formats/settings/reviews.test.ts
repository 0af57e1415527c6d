import assert from 'node:assert/strict';
import { readSettings } from '../../../src/formats/settings/read-settings.ts';
import { LineIndex } from '../../../src/model/text.ts';
import { NO_REVIEW_POLICY } from '../../../src/model/review.ts';

function read(text: string) {
  const { settings, findings } = readSettings(text, '/w/warrant.yaml', new Map());
  const lines = new LineIndex(text);
  const { required } = settings.reviews;
  const patterns = required === 'all' ? required : required.map(({ pattern }) => pattern);
  return {
    policy: { ...settings.reviews, required: patterns },
    places:
      required === 'all'
        ? []
        : required.map(({ range: { start, end } }) => text.slice(lines.offset(start), lines.offset(end))),
    wrong: findings.map(
      ({ range, message }) => `${text.slice(lines.offset(range.start), lines.offset(range.end))}: ${message}`,
    ),
  };
}

describe('what settings demand of reviews', () => {
  const policies: [text: string, policy: object][] = [
    ['reviews:\n', NO_REVIEW_POLICY],
    ['rules: {}\n', NO_REVIEW_POLICY],
    ['reviews: {required: all}\n', { ...NO_REVIEW_POLICY, required: 'all' }],
    ['reviews: {required: [C1, all]}\n', { ...NO_REVIEW_POLICY, required: 'all' }],
    ['reviews: {required: C1}\n', { ...NO_REVIEW_POLICY, required: ['C1'] }],
    [
      'reviews:\n  required:\n    - C1\n    - transit/C2\n    - "*/S*"\n  independent: true\n  expireAfterDays: 180\n',
      { required: ['C1', 'transit/C2', '*/S*'], independent: true, expireAfterDays: 180 },
    ],
  ];
  for (const [text, policy] of policies) {
    it(`is read from ${JSON.stringify(text)}`, () => {
      const { places, ...found } = read(text);
      assert.deepEqual(found, { policy, wrong: [] });
      assert.deepEqual(
        places.map((place) => place.replaceAll('"', '')),
        found.policy.required === 'all' ? [] : found.policy.required,
      );
    });
  }

  it('is not more than can be looked for in every case', () => {
    const { policy, wrong } = read(
      `reviews: {required: [${Array.from({ length: 502 }, (_, i) => `C${i}`).join(', ')}]}`,
    );
    assert.equal(policy.required.length, 500);
    assert.deepEqual(wrong.length, 1);
    assert.match(wrong[0]!, /^C500: Only the first 500 of `required` are read\./);
  });

  const mistakes: [text: string, wrong: RegExp][] = [
    [
      'reviews: all',
      /^all: `reviews` must hold what is demanded .* Allowed are: required, independent, expireAfterDays\.$/,
    ],
    ['reviews: {requird: all}', /^requird: .* Did you mean `required`\?$/],
    ['reviews: {required: {C1: true}}', /^\{C1: true\}: `required` must be `all` or a list of nodes/],
    ['reviews: {required: [C1 and C2]}', /^C1 and C2: `C1 and C2` names no node\./],
    ['reviews: {independent: maybe}', /^maybe: `independent` must be `true`/],
    ['reviews: {expireAfterDays: 0}', /^0: `expireAfterDays` must be a whole number of days/],
    ['reviews: {expireAfterDays: 6 months}', /^6 months: `expireAfterDays` must be a whole number of days/],
  ];
  for (const [text, wrong] of mistakes) {
    it(`says what is wrong with ${text}`, () => {
      const found = read(text);
      assert.equal(found.wrong.length, 1);
      assert.match(found.wrong[0]!, wrong);
      assert.deepEqual(found.policy, NO_REVIEW_POLICY);
    });
  }
});

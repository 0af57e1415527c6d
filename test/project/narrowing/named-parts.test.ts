import assert from 'node:assert/strict';
import { namedParts } from '../../../src/project/narrowing/named-parts.ts';

const PARTS = ['Session', 'Session.refresh', 'Session.limit', 'create_app', 'limit', 'rotateKeys', 'audit~1'];

describe('the parts of a file that a text names', () => {
  const cases: readonly (readonly [text: string, named: readonly string[]])[] = [
    ['Requests pass create_app first.', ['create_app']],
    ['What Session.refresh does is safe.', ['Session.refresh']],
    ['What Session::refresh does is safe.', ['Session.refresh']],
    ['rotateKeys runs daily, create_app once.', ['create_app', 'rotateKeys']],
    // Both are called so, and a call is no plain word.
    ['limit() is asked.', ['Session.limit', 'limit']],
    ['audit() is asked.', ['audit~1']],
    // Words that people use anyway say nothing.
    ['There is a limit to every Session, which an audit shows.', []],
    ['create_application is another.', []],
    // In a code span they are names.
    ['Every `Session` is audited by `limit`.', ['Session', 'Session.limit', 'limit']],
    ['All that is in `the Session of audit`.', []],
    ['', []],
  ];
  for (const [text, named] of cases) {
    it(text || 'none in an empty one', () => assert.deepEqual(namedParts(PARTS, text), named));
  }

  it('may be keys of data and sections of documents', () => {
    const keys = ['/tls', '/tls/min_version', '/rate-limits'];
    assert.deepEqual(namedParts(keys, 'At least min_version is asked for.'), ['/tls/min_version']);
    assert.deepEqual(namedParts(keys, 'See tls.min_version.'), ['/tls/min_version']);
  });

  it('are the outer ones where one inside has the same name', () => {
    const parts = ['RateLimiter', 'RateLimiter.RateLimiter', 'RateLimiter.limitRate', 'Other.RateLimiter'];
    assert.deepEqual(namedParts(parts, 'The RateLimiter counts.'), ['RateLimiter', 'Other.RateLimiter']);
    assert.deepEqual(namedParts(parts, 'RateLimiter.limitRate of RateLimiter counts.'), [
      'RateLimiter',
      'RateLimiter.limitRate',
      'Other.RateLimiter',
    ]);
    assert.deepEqual(namedParts(['/on', '/on/push', '/jobs/build'], 'The `/on/push` of `build`.'), [
      '/on/push',
      '/jobs/build',
    ]);
  });

  it('are found in linear time', () => {
    for (const text of ['a.'.repeat(200_000), '`a'.repeat(200_000), `\`${'a.'.repeat(200_000)}`])
      assert.deepEqual(namedParts(PARTS, text), []);
  });
});

import assert from 'node:assert/strict';
import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import { sayJsonMistake } from '../../src/evidence/json-mistakes.ts';

/** As many as the library knows: of any other number it says nothing of its own. */
const CODES = Array.from({ length: 50 }, (_, code) => code as ParseErrorCode).filter(
  (code) => printParseErrorCode(code) !== '<unknown ParseErrorCode>',
);

describe('mistakes in JSON', () => {
  it('are all that the library finds', () => {
    assert.equal(CODES.length, 16);
  });

  for (const code of CODES) {
    const name = printParseErrorCode(code);
    it(`say ${name}`, () => {
      const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      const expected = /^(.*) expected$/.exec(words)?.[1];
      const article = /^[aeiou]/.test(words) ? 'an' : 'a';
      assert.equal(
        sayJsonMistake(code),
        expected === undefined ? words : `${article} ${expected} is expected`,
      );
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CaseFormat } from '../../src/model/case.ts';
import { keyAt, placeAt } from '../../src/project/authoring/place-at.ts';

const FORMATS: readonly CaseFormat[] = ['yaml', 'gsn2x', 'markdown', 'ltac', 'tsf', 'drawio'];
const PIECES = [
  'claims:',
  '\n',
  '  ',
  '    ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ': ',
  'C1',
  'text',
  '#',
  '|',
  '>',
  '&a',
  '*a',
  '```',
  '`',
  '](',
  ')',
  '(',
  '^',
  ',',
  '\t',
  '\r\n',
  '<!--',
  '---\n',
  'src/a.py#x',
  'supported by ',
  '\uE000',
  '🙂',
  '? ',
  '!!x ',
];

describe('the place at which somebody writes, in any notation', () => {
  it('lies in the text, whatever that is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
        fc.nat(200),
        fc.constantFrom(...FORMATS),
        (pieces, at, format) => {
          const text = pieces.join('');
          const offset = Math.min(at, text.length);
          keyAt(format, text, offset);
          const place = placeAt(format, text, offset);
          if (!place) return;
          const { start, end } = place.span;
          assert.ok(
            start >= 0 && start <= offset && offset <= end && end <= text.length,
            JSON.stringify({ text, offset, place }),
          );
          assert.equal(text.slice(start, offset), place.typed);
          assert.ok(!place.typed.includes('\n'), 'a word stands on one line');
        },
      ),
      { numRuns: 4000 },
    );
  });
});

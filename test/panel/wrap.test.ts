import assert from 'node:assert/strict';
import { type MeasureText, wrapText } from '../../src/panel/layout/wrap.ts';

const measure: MeasureText = (text) => [...text].length;
const wrap = (text: string, width: number, lines = 9): string[] =>
  wrapText(text, 'text', width, lines, measure);

describe('breaking text into lines', () => {
  it('breaks between words, and paths behind what parts them', () => {
    assert.deepEqual(wrap('Only users  get in.', 10), ['Only users', 'get in.']);
    assert.deepEqual(wrap('see src/server/asgi.py#create', 12), [
      'see src/',
      'server/',
      'asgi.py#',
      'create',
    ]);
  });

  it('breaks anywhere where there is no other way', () => {
    assert.deepEqual(wrap('aaaaaaa🙂🙂', 4), ['aaaa', 'aaa🙂', '🙂']);
  });

  it('cuts what does not fit, and says so', () => {
    assert.deepEqual(wrap('one two three four five', 5, 2), ['one', 'two…']);
    assert.deepEqual(wrap('one twofo three', 5, 2), ['one', 'twof…']);
  });

  it('has no line for no text', () => {
    assert.deepEqual(wrap('  ', 10), []);
  });

  it('measures a long text no more often than a page of it', () => {
    const calls = (length: number): number => {
      let count = 0;
      wrapText('x'.repeat(length), 'text', 20, 6, (text) => {
        count++;
        return text.length;
      });
      return count;
    };
    assert.equal(calls(1_000_000), calls(10_000));
  });
});

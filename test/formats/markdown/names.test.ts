import assert from 'node:assert/strict';
import { namesWithin, readName, readPlainLabel } from '../../../src/formats/markdown/names.ts';
import { entriesOf } from './support.ts';

function lineOf(text: string): ReturnType<typeof entriesOf>[0]['line'] {
  return entriesOf(text)[0]!.line;
}

describe('the name that a line begins with', () => {
  const names: readonly (readonly [line: string, name: string, rest: string])[] = [
    ['**Fail closed.** When in doubt, no.', 'Fail closed', 'When in doubt, no.'],
    ['**Flood**: too much', 'Flood', 'too much'],
    ['**Flood** — too much', 'Flood', 'too much'],
    ['**Flood** - too much', 'Flood', 'too much'],
    ['*Flood:* too much', 'Flood', 'too much'],
    ['- [ ] **Flood:** too much', 'Flood', 'too much'],
    ['**Flood:**too much', 'Flood', 'too much'],
    ['**Flood**', 'Flood', ''],
  ];
  for (const [text, name, rest] of names) {
    it(`of ${text}`, () => {
      const line = lineOf(text);
      const found = readName(line);
      assert.deepEqual([found?.text, line.text.slice(found?.from)], [name, rest]);
    });
  }

  it('ends at a colon as a label', () => {
    const line = lineOf('**Mitigation: a jail.** All paths are real.');
    const name = readName(line);
    assert.deepEqual(
      [name?.label, line.text.slice(name?.saidOfLabel)],
      ['Mitigation', 'a jail. All paths are real.'],
    );
  });

  it('is none without a mark behind it, without emphasis, or far on in the line', () => {
    for (const text of ['**Quill** keeps mail', 'Flood: too much', 'Too **much:** mail']) {
      assert.equal(readName(lineOf(text)), undefined, text);
    }
  });
});

describe('a label without emphasis', () => {
  it('is a few words before a colon', () => {
    assert.equal(readPlainLabel(lineOf('Impact: high'))?.label, 'Impact');
    for (const text of ['See https://x.example', 'No. Never: not', 'So it is']) {
      assert.equal(readPlainLabel(lineOf(text)), undefined, text);
    }
  });
});

describe('names further on in a line', () => {
  it('are all that are emphasised', () => {
    assert.deepEqual(
      namesWithin(lineOf('Too much. **Impact:** all, and **Likelihood:** low, **really** low')).map(
        ({ label }) => label,
      ),
      ['Impact', 'Likelihood'],
    );
  });
});

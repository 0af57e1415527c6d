import assert from 'node:assert/strict';
import { eachLineReadAs } from '../../../src/history/lines-read-as.ts';
import { isNewId } from '../../../src/project/judging/baseline/new-id.ts';
import { linesWithNewIds } from '../../../src/project/judging/baseline/claim-history.ts';

describe('lines of which only ids are others', () => {
  const line = (i: number, id = `C${i}`): string => `  ${id}: {text: "${i}", evidence: [a.py]}`;
  const linesFrom = (count: number, of: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => of(i)).join('\n');

  /** What is found, and how many lines of the version before were looked at. */
  function counted(
    before: string,
    after: string,
  ): { find: ReturnType<typeof linesWithNewIds>; looks: () => number } {
    let looks = 0;
    const find = linesWithNewIds(before, after, 'a.case.yaml', (hunk, at, isMarkdown, mayBe = () => true) =>
      eachLineReadAs(hunk, at, isMarkdown, (index) => {
        if (!mayBe(index)) return false;
        looks++;
        return true;
      }),
    );
    return { find, looks: () => looks };
  }

  it('are found at the first look, and looked for once', () => {
    const { find, looks } = counted(
      linesFrom(40, (i) => line(i)),
      linesFrom(40, (i) => line(i, `D${i}`)),
    );
    for (let ask = 0; ask < 4; ask++)
      assert.deepEqual(find(7, ['D7']), { line: 8, words: [{ then: 'C7', now: 'D7' }] });
    assert.equal(looks(), 1);
    assert.equal(find(7, ['D8']), 0, 'by other ids it is another question');
  });

  it('are not looked for where none of the ids stands', () => {
    const { find, looks } = counted(
      linesFrom(40, (i) => `- src/${i}.py`),
      linesFrom(40, (i) => `- lib/${i}.py`),
    );
    for (let at = 0; at < 40; at++) assert.equal(find(at, ['C1', 'E1']), 0);
    assert.equal(looks(), 0);
  });

  it('are those, too, that got other quotes only', () => {
    const { find } = counted(`C1:\n  text: Sound\n  x: y`, `D1:\n  text: "Sound"\n  x: z`);
    assert.deepEqual(find(1, ['D1']), { line: 2, words: [] });
  });

  for (const [file, then, now, isOther] of [
    ['a.case.yaml', 'R1', 'C1', true],
    ['a.ltac', 'R1', 'C1', true],
    ['a.case.md', 'R1', 'C1', false],
    ['a.case.md', 'R1', 'R2.1', true],
    ['a.case.md', 'REQ-1', 'RE-1', false],
    ['a.case.md', 'tls', 'C1', false],
    ['a.gsn.yaml', 'SnTop', 'Sn1', true],
    ['a.gsn.yaml', 'STop', 'SnTop', false],
    ['other.md', 'R1', 'C1', false],
  ] as const) {
    it(`have only another id, or mean another kind, in ${file}: ${then}, ${now}`, () => {
      assert.equal(isNewId({ then, now }, [now], file), isOther);
    });
  }
});

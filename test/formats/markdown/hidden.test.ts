import assert from 'node:assert/strict';
import { linksOf, read, readOne } from './support.ts';

describe("what is not the author's word", () => {
  const hidden: readonly (readonly [what: string, document: string])[] = [
    ['a comment', '<!-- C7: A -->'],
    ['a comment over several paragraphs', '<!--\nC7: A\n\n**C8:** B\n-->'],
    ['a fenced block', '~~~md\n**C7:** A\n~~~'],
    ['a fenced block in a list', '- text\n  ```\n  C7: A\n  ```'],
    ['an indented block', '    **C7:** A'],
    ['folded details', '<details>\n<summary>More</summary>\n\n**C7:** A\n\n</details>'],
    ['nested details', '<details>\n\n<details>\n\nx\n\n</details>\n\n**C7:** A\n\n</details>'],
    ['a generated span', '<!-- BEGIN overview -->\n\n**C7:** A\n\n<!-- END overview -->'],
    ['another generated span', '<!-- generated:start by x -->\n\n**C7:** A\n\n<!-- generated:end -->'],
    ['an HTML block', '<div>\n**C7:** A\n</div>'],
  ];
  for (const [what, document] of hidden) {
    it(`is ${what}`, () =>
      assert.deepEqual(
        read(`**C1:** Top\n\n${document}\n\n**C2:** End\n`).cases[0]?.nodes.map(({ id }) => id),
        ['C1', 'C2'],
      ));
  }

  it("is a quote of another's words, and what it cites", () => {
    assert.deepEqual(linksOf(readOne('**C1:** Top\n\n> The old **evidence:** `src/a.ts`\n')), []);
  });

  it('is not a quote that states a node, nor what belongs to it there', () => {
    assert.deepEqual(linksOf(readOne('> **C1:** Top\n>\n> **Evidence:** `src/a.ts`\n')), ['C1 src/a.ts']);
  });

  it('is nothing, where an opening has no end', () => {
    for (const open of ['<details>', '<!-- BEGIN x -->', '<!-- warrant:begin x -->']) {
      assert.equal(readOne(`${open}\n\n**C7:** A\n`).nodes.length, 1, open);
    }
  });
});

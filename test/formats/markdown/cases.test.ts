import assert from 'node:assert/strict';
import { nodesOf, read, textAt } from './support.ts';

function casesOf(...lines: string[]): string[] {
  return read(lines.join('\n')).cases.map((one) => `${one.id}: ${nodesOf(one).join(', ')}`);
}

describe('the cases of a document', () => {
  it('are its sections, where each begins with the same claim', () => {
    assert.deepEqual(
      casesOf(
        '# Homework',
        '',
        '## Isolation',
        '',
        '**C1:** A',
        '',
        '## Transport',
        '',
        '**C1:** B',
        '',
        '- R1: Unless',
        '',
        '## Thanks',
        '',
        'Bye',
      ),
      ['isolation: C1 claim', 'transport: C1 claim, R1 rebuttal < C1'],
    );
  });

  it('are its sections, where each is called a case or names its top claim', () => {
    assert.deepEqual(
      casesOf('# Assurance case: A', '', '**C1:** A', '', '# Assurance case: B', '', '**C2:** B'),
      ['assurance-case-a: C1 claim', 'assurance-case-b: C2 claim'],
    );
    assert.deepEqual(
      casesOf('# A', '', '**Top-level claim C1:** A', '', '# B', '', '**Top-level claim C5:** B'),
      ['a: C1 claim', 'b: C5 claim'],
    );
  });

  it('is one, where sections are parts of it', () => {
    assert.deepEqual(casesOf('# Assurance case', '', '## C1: A', '', '## C2: B'), [
      'case: C1 claim, C2 claim',
    ]);
    assert.deepEqual(
      casesOf('# Assurance case: overview', '', '**C1:** A', '', '# Details', '', '**C2:** B'),
      ['case: C1 claim, C2 claim'],
    );
  });

  it('have different ids even if their headings are alike', () => {
    const ids = read('## Case\n\n**C1:** A\n\n## Case\n\n**C1:** B\n').cases.map(({ id }) => id);
    assert.deepEqual(ids, ['case', 'case-2']);
  });

  it('take what stands in sections without ids from the case before', () => {
    const table = '| Claim | Test |\n|-|-|\n| Left | `a.ts` |\n';
    assert.deepEqual(casesOf('## A', '', '**C1:** A', '', '## More', '', table, '## B', '', '**C1:** B'), [
      'a: C1 claim, left claim < C1',
      'b: C1 claim',
    ]);
  });

  it('range over their sections', () => {
    const text = '# Doc\n\n## A\n\n**C1:** A\n\n## B\n\n**C1:** B\n\nEnd.\n';
    assert.deepEqual(
      read(text).cases.map(({ range }) => textAt(text, range)),
      ['## A\n\n**C1:** A', '## B\n\n**C1:** B\n\nEnd.'],
    );
  });
});

describe('the title of a case that is the whole document', () => {
  const titles: readonly (readonly [title: string, document: string])[] = [
    ['Quill is safe', '# Quill is safe\n\n**C1:** A\n'],
    ['Assurance case for Quill', '# Part 1\n\n## Assurance case for Quill\n\n### 1. Claim\n\n**C1:** A\n'],
    ['Notes', '# Notes\n\n# C1: A\n'],
    ['case', '**C1:** A\n'],
    ['Quill', '---\ntitle: Quill\n---\n\n# Other\n\n**C1:** A\n'],
  ];
  for (const [title, document] of titles) {
    it(`is ${title}`, () => assert.equal(read(document).cases[0]?.title, title));
  }
});

describe('the frontmatter of a case that is the whole document', () => {
  it('may say its id, title and subject', () => {
    const text =
      '---\nid: quill\r\ncase: "Quill: safe"\nsubject: ../quill # beside\ntags: [a]\n---\n**C1:** A\n';
    const [one] = read(text).cases;
    assert.deepEqual([one?.id, one?.title, one?.subject?.path], ['quill', 'Quill: safe', '../quill']);
    assert.equal(textAt(text, one!.titleRange), 'Quill: safe');
    assert.equal(textAt(text, one!.subject!.range), '../quill');
  });

  it('may name a repository', () => {
    const [one] = read('---\nsubject: https://git.example/quill\n---\n**C1:** A\n').cases;
    assert.equal(one?.subject?.repo, 'https://git.example/quill');
  });

  it('says nothing where it is more than a plain string, or never ends', () => {
    for (const text of ['---\nid: [a]\n---\n**C1:** A\n', '---\nid: a\n\n**C1:** A\n']) {
      assert.equal(read(text).cases[0]?.id, 'case');
    }
  });
});

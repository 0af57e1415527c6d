import assert from 'node:assert/strict';
import { linksOf, read, readOne, textAt } from './support.ts';

const links = (...lines: string[]): string[] => linksOf(readOne(lines.join('\n')));

describe('an evidence label', () => {
  const labels = [
    '**Evidence:**',
    '*Evidence*:',
    'Evidence:',
    '**Evidence**',
    '***Supporting evidence:***',
    'EVIDENCES:',
    '**Test evidence:**',
    '**Evidence files (code):**',
    '**Verified by:**',
    '**Proof**',
  ];
  for (const label of labels) {
    it(`may be written ${label}`, () => {
      assert.deepEqual(links('**C1:** Top', '', label, '', '- `src/a.ts`'), ['C1 src/a.ts']);
    });
  }

  it('is not made by plain words, or by others', () => {
    for (const label of ['Verified by:', '**Remarks:**', 'No such thing as evidence:']) {
      assert.deepEqual(links('**C1:** Top', '', label, '', '- `src/a.ts`'), ['(C1 src/a.ts)'], label);
    }
  });

  it('may stand before a locator on its line, in a list item, or behind the claim', () => {
    assert.deepEqual(links('**C1:** Top', '', '**Evidence:** `src/a.ts` and `src/b.ts`'), [
      'C1 src/a.ts',
      'C1 src/b.ts',
    ]);
    assert.deepEqual(links('- **C1:** Top', '  - Evidence: `src/a.ts`'), ['C1 src/a.ts']);
    assert.deepEqual(links('**C1:** Top of `src/x.ts`. *Evidence:* `src/a.ts`'), [
      '(C1 src/x.ts)',
      'C1 src/a.ts',
    ]);
    assert.deepEqual(links('- **C1:** Top  ', '  *Evidence:* `src/a.ts`', '- **C2:** Other'), [
      'C1 src/a.ts',
    ]);
  });

  it('cites paths with characters that few paths have', () => {
    for (const path of [
      'src/with space/x.py',
      'src/(p).py',
      "src/it's.py",
      "it's.py",
      '100%.py',
      'src/100%.py',
      '@scope/x.py',
      'src/a,b/x.py',
      'src/!a/x.py',
      'src/R&D/x.py',
      'routes/$id.tsx',
    ]) {
      assert.deepEqual(links('**C1:** Top', '', `- **Evidence:** \`${path}\``), [`C1 ${path}`], path);
      assert.deepEqual(links(`**C1:** Top uses \`${path}\``), [], `${path} may be anything in prose`);
      const table = ['| Claim | Evidence |', '|-|-|', `| C1: Top | \`${path}\` |`];
      assert.deepEqual(links(...table), [`C1 ${path}`], path);
      assert.equal(readOne(table.join('\n')).nodes.length, 1, path);
    }
    assert.deepEqual(links('**C1:** Top', '', '- **Evidence:** `src/a b.py#go`, `src/a b.py` (`stop`)'), [
      'C1 src/a b.py#go',
      'C1 src/a b.py#stop',
    ]);
  });

  it('cites no commands, placeholders and packages', () => {
    for (const written of [
      'npm test -- a/b.ts',
      'FOO=1 a/b.sh',
      '$(pwd)/a.py',
      '$HOME/a.py',
      '<root>/a b.py',
      'a/b.sh && c/d.sh',
      'pytest -k tests/a.py',
      'cd src / x.py',
      'git show HEAD:a/b.py',
      'the files of example.com/a b.html are',
      'src/a b',
      'a/… x.py/',
    ])
      assert.deepEqual(links('**C1:** Top', '', `- **Evidence:** \`${written}\``), [], written);
  });

  it('leaves open whether what may be a command is a path', () => {
    const doubtful = (written: string) =>
      readOne(`**C1:** Top\n\n- **Evidence:** \`${written}\``).evidence.map((link) => link.doubtful === true);
    assert.deepEqual(doubtful('cat src/a.py'), [true]);
    assert.deepEqual(doubtful('src/with space/x.py'), [true]);
    assert.deepEqual(doubtful('src/(p).py'), [false]);
  });

  it('may be a heading, and then gathers its whole section', () => {
    assert.deepEqual(
      links(
        '## C1: Top',
        '',
        '### Evidence',
        '',
        '**Tests:** `test/a.ts`',
        '',
        '#### More',
        '',
        '`test/b.ts`',
        '',
        '### Notes',
        '',
        '`c.md`',
      ),
      ['C1 test/a.ts', 'C1 test/b.ts', '(C1 c.md)'],
    );
  });

  it('gathers to the next label, node or heading', () => {
    assert.deepEqual(
      links(
        '## C1: Top',
        '',
        '**Evidence:**',
        '',
        '- `src/a.ts`',
        '  - because of `src/b.ts`',
        '',
        '**Notes:** `src/c.ts`',
      ),
      ['C1 src/a.ts', 'C1 src/b.ts', '(C1 src/c.ts)'],
    );
    assert.deepEqual(
      links('## C1: Top', '', '**Evidence:**', '- `src/a.ts`', '- **R1:** Unless `src/b.ts`'),
      ['C1 src/a.ts', '(R1 src/b.ts)'],
    );
    assert.deepEqual(links('## C1: Top', '', '**Evidence:** `src/a.ts`', '', '### Notes', '', '`src/b.ts`'), [
      'C1 src/a.ts',
      '(C1 src/b.ts)',
    ]);
  });

  it('in a list item gathers that item, and the ones after it if it is empty', () => {
    assert.deepEqual(links('**C1:** Top', '', '- **Evidence:**', '  - `src/a.ts`', '- `src/b.ts`'), [
      'C1 src/a.ts',
      '(C1 src/b.ts)',
    ]);
    assert.deepEqual(links('**C1:** Top', '', '- **Evidence:**', '- `src/a.ts`', '- **Notes:** `src/b.ts`'), [
      'C1 src/a.ts',
      '(C1 src/b.ts)',
    ]);
  });

  it('below a bold label in its list goes on', () => {
    assert.deepEqual(
      links('**C1:** Top', '', '**Evidence:**', '- **Tests:** `test/a.ts`', '- **Code:** `src/a.ts`'),
      ['C1 test/a.ts', 'C1 src/a.ts'],
    );
  });

  it('belongs to the rebuttal it is nested in, else to the claim', () => {
    assert.deepEqual(
      links('- **C1:** Top', '- **R1:** Unless', '  - Evidence: `src/a.ts`', '- **Evidence:** `src/b.ts`'),
      ['R1 src/a.ts', 'C1 src/b.ts'],
    );
  });

  it('makes the heading above a claim where there is no other', () => {
    const text = '# Design\n\n## Fail closed\n\n- **Evidence:** `src/a.ts`\n\n## Other\n\nText\n';
    const one = readOne(text);
    assert.deepEqual(
      one.nodes.map(({ key, derived }) => `${key} ${derived}`),
      ['fail-closed true'],
    );
    assert.deepEqual(linksOf(one), ['fail-closed src/a.ts']);
  });

  it('without a claim or a heading is a finding', () => {
    const { cases, findings } = read('**Evidence:** `src/a.ts`\n');
    assert.deepEqual(cases, []);
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['evidence-without-claim', 'no-claims']);
  });
});

describe('an evidence node', () => {
  it('gathers the links for the claim it stands under', () => {
    assert.deepEqual(
      links(
        '## C1: Top',
        '',
        '- **Evidence E1:** the test `test/a.ts`',
        '- **E2:** [report](out/r.sarif)',
        '- `src/b.ts`',
      ),
      ['C1/E1 test/a.ts', 'C1/E2 out/r.sarif', '(C1 src/b.ts)'],
    );
  });

  it('may stand below an evidence label', () => {
    assert.deepEqual(links('## C1: Top', '', '**Evidence:**', '- **E1:** `test/a.ts`', '- `src/b.ts`'), [
      'C1/E1 test/a.ts',
      'C1 src/b.ts',
    ]);
  });
});

describe('what is cited', () => {
  it('is a path: not a word, a call or a package', () => {
    assert.deepEqual(
      links(
        '**C1:** Top',
        '',
        '**Evidence:** `gosec`, `filepath.Abs()`, `@scope/name`, `os/exec`, `src/a.ts`',
      ),
      ['C1 os/exec', 'C1 src/a.ts'],
    );
  });

  it('may be doubtful: a name or words with a slash count only where they lead somewhere', () => {
    const { evidence } = readOne('**C1:** Top of `os/exec`\n\n**Evidence:** `src/a.ts`, `a.yaml`, `b/c`\n');
    assert.deepEqual(
      evidence.map(({ locator, cited, doubtful }) => [locator, cited, doubtful ?? false]),
      [
        ['os/exec', false, true],
        ['src/a.ts', true, false],
        ['a.yaml', true, true],
        ['b/c', true, true],
      ],
    );
  });

  it('starts at the document where it is a hyperlink', () => {
    const { evidence } = readOne('**C1:** Top\n\n**Evidence:** [a](b.md), `c/d.md`\n');
    assert.deepEqual(
      evidence.map(({ locator, hyperlink }) => [locator, hyperlink ?? false]),
      [
        ['b.md', true],
        ['c/d.md', false],
      ],
    );
  });

  it('may stand in plain words, with a slash and an ending', () => {
    const locators = (...lines: string[]): string[] =>
      readOne(lines.join('\n')).evidence.map(({ locator }) => locator);
    assert.deepEqual(
      locators(
        '**C1:** Top of src/x.ts',
        '',
        '**Evidence:** see src/a.ts, lib/b.py:3-4 (and docs/c.md). Not a/b.',
      ),
      ['src/a.ts', 'lib/b.py#L3-L4', 'docs/c.md'],
    );
    assert.deepEqual(
      locators(
        '| Claim | Evidence |',
        '|---|---|',
        '| Keys rotate, see src/x.ts | src/a.ts and https://a.example/b |',
      ),
      ['src/a.ts', 'https://a.example/b'],
    );
  });

  it('may name parts of a file behind its path', () => {
    assert.deepEqual(
      links(
        '**C1:** Top',
        '',
        '- **Evidence:** `src/a.go` (`Sign`, `Verify`), [b](src/b.py) — `check_all()`.',
      ),
      ['C1 src/a.go#Sign', 'C1 src/a.go#Verify', 'C1 src/b.py#check_all'],
    );
  });

  it('has the characters of the path for the first part, and of the part itself for others', () => {
    const text = '**C1:** Top\n\n**Evidence:** `src/a.go` (`Sign`, `Verify`)\n';
    assert.deepEqual(
      readOne(text).evidence.map(({ range }) => textAt(text, range)),
      ['src/a.go', 'Verify'],
    );
  });

  it('may be a URL, but a URL is only mentioned where it may lead into the subject', () => {
    assert.deepEqual(
      links(
        '**C1:** Top <https://a.example/x>',
        '',
        '**Evidence:** [scan](https://b.example/y) <https://c.example/z>',
      ),
      ['C1 https://b.example/y', 'C1 https://c.example/z'],
    );
    const file = 'https://git.example/o/r/blob/main/src/a.ts#L3';
    assert.deepEqual(links(`**C1:** Top [a](${file}) [b](https://git.example/o/r/issues/3)`), [
      `(C1 ${file})`,
    ]);
  });

  it('is no image', () => {
    assert.deepEqual(links('**C1:** Top', '', '**Evidence:** ![shot](img/a.png)'), []);
  });

  it('may be a reference, whose definition makes the link too', () => {
    const text = '**C1:** Top\n\n**Evidence:** [the writer][w]\n\n[w]: src/a.ts#L1\n';
    const { evidence } = readOne(text);
    assert.equal(evidence[0]?.locator, 'src/a.ts#L1');
    assert.equal(textAt(text, evidence[0].range), '[the writer][w]');
    assert.deepEqual(
      evidence[0].madeBy.map((range) => textAt(text, range)),
      ['**Evidence:** [the writer][w]', '[w]: src/a.ts#L1'],
    );
  });

  it('has exact characters, whatever stands around it', () => {
    const written = [
      ['`` a`b.ts ``', 'a`b.ts', undefined],
      ['`"src/a.ts"`,', 'src/a.ts', 'src/a.ts'],
      ['` ./src/a.ts `.', './src/a.ts', 'src/a.ts'],
      ['`src/a.ts:12-20`', 'src/a.ts:12-20', 'src/a.ts#L12-L20'],
      ['`test/a.py::TestB::test_c`', 'test/a.py::TestB::test_c', 'test/a.py#TestB.test_c'],
      ['[`a`](<src/a b.ts> "title")', 'src/a b.ts', 'src/a b.ts'],
      ['[a](src/a%20b.ts)', 'src/a%20b.ts', 'src/a b.ts'],
      ['[a [b]](  src/(a).ts)', 'src/(a).ts', 'src/(a).ts'],
    ] as const;
    for (const [markdown, characters, locator] of written) {
      const text = `> **C1:** Top\n>\n> - *Evidence:* caf\u00e9 &amp; \\* ${markdown}\n`;
      const [link] = readOne(text).evidence;
      assert.equal(link?.locator, locator, markdown);
      if (link) assert.equal(textAt(text, link.range), characters, markdown);
    }
  });

  it('twice is two links with different keys', () => {
    const keys = readOne('**C1:** Top\n\n**Evidence:** `a.ts`, `a.ts`\n').evidence.map(({ key }) => key);
    assert.deepEqual(keys, ['C1 a.ts', 'C1 a.ts~2']);
  });
});

describe('a mention', () => {
  it('belongs to the node it stands in, and outside of all to the first top claim', () => {
    assert.deepEqual(
      links(
        '`x.ts`',
        '',
        '## C1: Top',
        '',
        '`a.ts`',
        '',
        '- **R1:** Unless `b.ts`',
        '  or `c.ts`',
        '- `d.ts`',
        '',
        '## Notes',
        '',
        '`y.ts`',
      ),
      ['(C1 x.ts)', '(C1 a.ts)', '(R1 b.ts)', '(R1 c.ts)', '(C1 d.ts)', '(C1 y.ts)'],
    );
  });

  it("in a paragraph below a rebuttal is the claim's", () => {
    assert.deepEqual(links('**C1:** Top', '', '**R1:** Unless `a.ts`', '', 'Then `b.ts`.'), [
      '(R1 a.ts)',
      '(C1 b.ts)',
    ]);
  });
});

import assert from 'node:assert/strict';
import { linksOf, readOne } from './support.ts';

/** The locators of a claim's evidence. */
function cited(evidence: string): string[] {
  return linksOf(readOne(`**C1:** Top\n\n**Evidence:**\n\n- ${evidence}\n`)).map((link) =>
    link.replace('C1 ', ''),
  );
}

describe('parts of a file that are named behind its path', () => {
  const rows: readonly (readonly [what: string, evidence: string, locators: readonly string[]])[] = [
    ['a symbol in parentheses', '`a/b.go` (`Sign`)', ['a/b.go#Sign']],
    [
      'several symbols',
      '`a/b.go` (`Sign`, `verify`, and `Key.id()`)',
      ['a/b.go#Sign', 'a/b.go#verify', 'a/b.go#Key.id'],
    ],
    ['a symbol with words around it', '`a/b.go` (the `checkAll` step, default case)', ['a/b.go#checkAll']],
    ['a word that is said to be one', '`a/b.go` (`Sign` method, tested)', ['a/b.go#Sign']],
    ['symbols behind a dash', '`a/b.py` — `check_a`, `check_b`', ['a/b.py#check_a', 'a/b.py#check_b']],
    ['symbols behind a colon, and words', '`a/b.py`: `check_a()` refuses `x`', ['a/b.py#check_a']],
    ['one on the next line', '`a/b.py`\n  (`login`)', ['a/b.py#login']],
    ['one behind a hyperlink', '[`b`](a/b.py) (`login`)', ['a/b.py#login']],
    ['one of each path', '`a/b.py` (`one`), `c/d.py` (`two`)', ['a/b.py#one', 'c/d.py#two']],
    ['C++ names', '`a/b.cc` (`Lexer::next`)', ['a/b.cc#Lexer.next']],
    ['a name of code in a document', '[b](a/b.md) (the `signAll` contract)', ['a/b.md#signAll']],
    ['a task in settings', '`a/b.yml` (`build:all` task)', ['a/b.yml#build:all']],
    ['one right beside', '`a/b.py` `_RULES`', ['a/b.py#_RULES']],
    ['a field of settings beside', '`a/b.json` `limit` field', ['a/b.json#limit']],
    ['one of a genitive', "`a/b.py`'s `sign_all()`", ['a/b.py#sign_all']],
    ['one before the path', '`sign_all()` in `a/b.py`', ['a/b.py#sign_all']],
    ['some before the path', 'the `read` and `write` functions of `a/b.py`', ['a/b.py#read', 'a/b.py#write']],
    ['one that is defined there', '`SignAll` is defined in `a/b.py`', ['a/b.py#SignAll']],
    ['one before a path in parentheses', '`sign_all` (`a/b.py`)', ['a/b.py#sign_all']],
    ['one that begins with a line, and words', '`a/b.py` (`_ident`, fixed parameters)', ['a/b.py#_ident']],
    ['a type that is explained', '`a/b.py` (`Outcome`: what came of it)', ['a/b.py#Outcome']],
    [
      'tests further on in the sentence',
      '`test/b_test.py` shows both — `test_a`, and against it `test_b`.',
      ['test/b_test.py#test_a', 'test/b_test.py#test_b'],
    ],
    ['lines', '`a/b.py` (lines 3–9, 20)', ['a/b.py#L3-L9', 'a/b.py#L20']],
    ['a line', '`a/b.yml` (line 3)', ['a/b.yml#L3']],
  ];
  for (const [what, evidence, locators] of rows) {
    it(`are ${what}`, () => assert.deepEqual(cited(evidence), locators));
  }

  const none: readonly (readonly [what: string, evidence: string, locators: readonly string[]])[] = [
    ['words of a setting', '`a/b.yml` (`build`)', ['a/b.yml']],
    ['instructions of a container', '`a/Dockerfile` (`USER` directive)', ['a/Dockerfile']],
    ['words in prose', '[b](a/b.md) (`Signer`, see there)', ['a/b.md']],
    ['commands', '`a/b.py` (`go test ./...`)', ['a/b.py']],
    ['a tool', '`a/b.py` (run by `mypy` in CI)', ['a/b.py']],
    ['a tool behind a dash', '`a/b.py` — `git` is called with fixed arguments', ['a/b.py']],
    ['what is not there', '`a/b.py` (never `eval_all`)', ['a/b.py']],
    ['what is not used in it', 'no `eval_all()` in `a/b.py`', ['a/b.py']],
    ['a plain word before it', '`admin` in `a/b.py`', ['a/b.py']],
    ['what is tested there', '`sign_all` is tested in `a/b.py`', ['a/b.py']],
    ['tests of another sentence', '`test/b_test.py` is all. This — `test_a` — is not.', ['test/b_test.py']],
    ['another path', '`a/b.py` (`c/d.py`)', ['a/b.py', 'c/d.py']],
    ['names of another sentence', '`a/b.py` holds. (`login`)', ['a/b.py']],
    ['those of a path that has a part', '`a/b.py#L3` (`login`)', ['a/b.py#L3']],
    ['a parenthesis that nobody closes', '`a/b.py` (`login`', ['a/b.py']],
    ['numbers of something else', '`a/b.py` (12 tests)', ['a/b.py']],
  ];
  for (const [what, evidence, locators] of none) {
    it(`are not ${what}`, () => assert.deepEqual(cited(evidence), locators));
  }

  it('are not looked for behind a line that the author ended', () => {
    assert.deepEqual(cited('`a/b.py`  \n  (`login`)'), ['a/b.py']);
  });

  it('are read in linear time', () => {
    const started = performance.now();
    cited('`a/b.py` (`x`, '.repeat(10_000));
    cited('`a/b.py` — '.repeat(10_000));
    cited(`\`a/b.py\` (${'('.repeat(100_000)}`);
    cited(`${'a/'.repeat(100_000)} ${'a/b.py:'.repeat(10_000)}`);
    cited(`${'.'.repeat(200_000)}x/y.ts ${'a/b.ts '.repeat(30_000)}`);
    assert.ok(performance.now() - started < 8_000);
  });
});

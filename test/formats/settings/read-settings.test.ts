import assert from 'node:assert/strict';
import { readSettings } from '../../../src/formats/settings/read-settings.ts';
import { LineIndex } from '../../../src/model/text.ts';

const RULES = new Map([
  ['weasel-words', {}],
  ['evidence-changed', {}],
  ['syntax', { fixed: true }],
]);

/** Settings, and what is wrong with them as `the characters marked: message`. */
function read(text: string) {
  const { settings, findings } = readSettings(text, '/w/warrant.yaml', RULES);
  const lines = new LineIndex(text);
  return {
    settings,
    findings,
    wrong: findings.map(
      ({ range, message }) => `${text.slice(lines.offset(range.start), lines.offset(range.end))}: ${message}`,
    ),
  };
}

describe('settings', () => {
  it('are levels of rules, further cases, standards, and the kinds that letters mean', () => {
    const { settings, wrong } = read(
      'rules: {weasel-words: warning, evidence-changed: off}\ncases: [docs/threats.md, "more/**/*.md"]\nstandards: ours.yaml\n' +
        'kinds:\n  R: claim\n  docs/threats.md: {R: rebuttal, REQ-: claim}\n',
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      [...settings.rules],
      [
        ['weasel-words', 'warning'],
        ['evidence-changed', 'off'],
      ],
    );
    assert.deepEqual(
      settings.cases.map(({ path }) => path),
      ['docs/threats.md', 'more/**/*.md'],
    );
    assert.deepEqual(
      settings.standards.map(({ path }) => path),
      ['ours.yaml'],
    );
    assert.deepEqual([...settings.prefixes], [['R', 'claim']]);
    assert.deepEqual(
      settings.prefixesOf.map(({ glob, prefixes }) => [glob, ...prefixes]),
      [['docs/threats.md', ['R', 'rebuttal'], ['REQ', 'claim']]],
    );
  });

  for (const text of ['', '\n', '# nothing yet\n', 'rules:\n', 'rules: {}\ncases: []\nkinds:\n', '---\n']) {
    it(`may be empty: ${JSON.stringify(text)}`, () => {
      const { settings, wrong } = read(text);
      assert.deepEqual(wrong, []);
      assert.equal(settings.rules.size, 0);
    });
  }

  const WRONG: readonly (readonly [text: string, wrong: RegExp])[] = [
    [
      'ruless: {}\n',
      /^ruless: `ruless` is not a key of these settings and is not read\. Did you mean `rules`\?$/,
    ],
    [
      'rules: {weazel-words: hint}\n',
      /^weazel-words: There is no rule `weazel-words`\. Did you mean `weasel-words`\?$/,
    ],
    ['rules: {nonsense: hint}\n', /^nonsense: There is no rule `nonsense`\. `warrant rules` lists them\.$/],
    ['rules: {weasel-words: warn}\n', /^warn: `warn` is no level\. Did you mean `warning`\?$/],
    ['rules: {weasel-words: loud}\n', /^loud: `loud` is no level\. Write one of `off`, `hint`/],
    ['rules: {weasel-words: }\n', /^weasel-words: `weasel-words` has no level\. Write one of/],
    ['rules: {weasel-words: [off]}\n', /^\[off\]: `weasel-words` must be one of/],
    ['rules: {syntax: off}\n', /^syntax: `syntax` cannot be set/],
    ['rules: off\n', /^off: `rules` must hold names with levels/],
    ['- rules\n', /^- rules: Settings are keys with values/],
    ['kinds: {R: goal}\n', /^goal: `goal` is no kind of node\. Did you mean `claim`\?$/],
    ['kinds: {R1: claim}\n', /^R1: `R1` cannot begin an id/],
    ['kinds: {R: [claim]}\n', /^\[claim\]: `R` needs a kind/],
    ['kinds: claim\n', /^claim: `kinds` must hold letters with kinds/],
    ['cases: {a: b}\n', /^\{a: b\}: `cases` must be a list of paths or globs/],
    ['rules: {weasel-words: off\n', /: .*not closed/],
    ['rules: {}\n---\nrules: {}\n', /^rules: \{\}: Only what stands before the first `---`/],
    ['rules: {}\nrules: {}\n', /^rules: `rules` is written twice/],
  ];
  for (const [text, wrong] of WRONG) {
    it(`are wrong where they say ${JSON.stringify(text)}`, () => {
      const result = read(text);
      assert.match(result.wrong[0] ?? '', wrong);
      for (const { rule, severity } of result.findings)
        assert.deepEqual([rule, severity], ['settings', 'error']);
    });
  }

  it('give what is right of them where the rest is wrong', () => {
    const { settings, wrong } = read('rules:\n  no-such-thing-at-all: off\n  weasel-words: error\n');
    assert.equal(wrong.length, 1);
    assert.deepEqual([...settings.rules], [['weasel-words', 'error']]);
  });

  it('know no key of all objects', () => {
    const { settings, wrong } = read(
      'rules: {__proto__: off, constructor: off}\nkinds: {__proto__: claim}\n',
    );
    assert.equal(wrong.length, 3);
    assert.equal(settings.rules.size, 0);
  });
});

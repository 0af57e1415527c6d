import assert from 'node:assert/strict';
import { CATALOGUE } from '../../src/rules/catalogue.ts';
import { type Run, runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const CASE = 'case: Keys\nclaims:\n  C1:\n    text: Keys are adequately kept.\n    evidence: [a.py]\n';

describe('settings on the command line', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'a.case.yaml': CASE, 'a.py': 'x = 1\n' }, { author: 'Ada' });
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, ...args);

  it('make findings loud enough for the gate, in the text and in JSON', async () => {
    repository.write({ 'warrant.yaml': 'rules: {weasel-words: error}\n' });
    const { out, status } = await run('check');
    assert.match(
      out,
      /a\.case\.yaml:4:11 {2}error {2}C1 has 1 word that nobody can check: “adequately”\..* \[weasel-words\]\n/,
    );
    assert.equal(status, 1);
    const json = JSON.parse((await run('check', '--format', 'json')).out) as {
      findings: { rule: string; severity: string }[];
    };
    assert.deepEqual(
      json.findings.map(({ rule, severity }) => [rule, severity]),
      [['weasel-words', 'error']],
    );
  });

  it('can be a file of any name', async () => {
    repository.write({ 'ci.yaml': 'rules: {weasel-words: warning}\n' });
    const { out, status } = await run('check', '--config', 'ci.yaml');
    assert.match(out, /warning {2}C1 has 1 word/);
    assert.equal(status, 0);
  });

  it('that are wrong end the run with 2 and the place', async () => {
    repository.write({ 'warrant.yaml': 'rules:\n  weazel-words: error\n  weasel-words: loud\n' });
    for (const command of ['check', 'tree']) {
      const { out, log, status } = await run(command);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.equal(
        log,
        'warrant: warrant.yaml:2:3: There is no rule `weazel-words`. Did you mean `weasel-words`?\n' +
          'warrant: warrant.yaml:3:17: `loud` is no level. Write one of `off`, `hint`, `information`, `warning`, `error`.\n',
      );
    }
  });

  it('that are not there end the run with 2', async () => {
    const { log, status } = await run('check', '--config', 'nowhere.yaml');
    assert.equal(log, 'warrant: --config: nowhere.yaml is not a file.\n');
    assert.equal(status, 2);
  });

  it('are listed by warrant rules, with what is set by default', async () => {
    const { out, status } = await run('rules');
    assert.equal(status, 0);
    assert.match(out, /^weasel-words +off +claims with words/m);
    assert.equal(
      out.split('\n').filter((line) => /^\S+ +(off|hint|information|warning|error) /.test(line)).length,
      CATALOGUE.size,
    );
  });

  it('are explained by warrant rules ID', async () => {
    assert.match((await run('rules', 'weasel-words')).out, /^# weasel-words\n\nDefault: off\n/);
    const wrong = await run('rules', 'weazel-words');
    assert.equal(wrong.log, 'warrant: There is no rule weazel-words. Did you mean weasel-words?\n');
    assert.equal(wrong.status, 2);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { linksOf } from '../../support/project.ts';
import { REVIEWS, SOURCE, review, verdicts, withProject } from './support.ts';

const WHOLE = 'src/a.py';
const SYMBOL = 'src/a.py#login';
const RANGE = 'src/a.py#L5-L6';
const FOLDER = 'src/';
const GLOB = 'src/*.py';
const ALL = [WHOLE, SYMBOL, RANGE, FOLDER, GLOB];

describe('evidence that was reviewed', () => {
  let repository: TestRepository;

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(...ALL) });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('user)', 'user, now)') });
    repository.commitFiles({ 'src/a.py': SOURCE });
    await review(repository);
    repository.commit();
  });
  afterEach(() => {
    repository.git('checkout', '-q', '-f', 'main');
    repository.git('clean', '-qfd');
  });
  after(() => repository.remove());

  /** What became of the links after something was done on a branch, without `current/unchanged by Ada`, which is what they are by default. */
  async function following(name: string, change: () => void): Promise<Record<string, string>> {
    repository.branch(name, 'main');
    change();
    const lines = (await verdicts(repository)).map((line) => line.split(': ') as [string, string]);
    return Object.fromEntries(lines.filter(([, verdict]) => verdict !== 'current/unchanged by Ada'));
  }

  const edits: [title: string, edit: (source: string) => string, expected: string[]][] = [
    //                                                                   whole, symbol, range, folder, glob
    ['is left alone', (s) => s, ['=', '=', '=', '=', '=']],
    ['gets a comment', (s) => s.replace('(user)\n\n', '(user)  # asks\n\n'), ['~', '~', '=', '~', '~']],
    ['changes', (s) => s.replace('check(user)', 'True'), ['!', '!', '=', '!', '!']],
    ['stays beside what changes', (s) => s.replace('forget(user)', 'pass'), ['!', '=', '!', '!', '!']],
    ['moves down', (s) => `"""Access."""\n\n${s}`, ['!', '=', '>', '!', '!']],
    [
      'gets another signature',
      (s) => s.replace('login(user)', 'login(user, key)'),
      ['!', '!', '=', '!', '!'],
    ],
  ];
  const SIGNS: Readonly<Record<string, string>> = {
    '~': 'current/cosmetic by Ada',
    '>': 'current/shifted by Ada',
    '!': 'stale/changed by Ada',
    '?': 'stale/uncommitted by Ada',
  };

  for (const committed of [true, false]) {
    for (const [title, edit, signs] of edits) {
      it(`${title}${committed ? '' : ', uncommitted'}`, async () => {
        const found = await following(`${committed}-${title.replaceAll(' ', '-')}`, () => {
          repository.write({ 'src/a.py': edit(SOURCE) });
          if (committed) repository.commit();
        });
        const wanted = signs.map((sign) => SIGNS[sign === '!' && !committed ? '?' : sign]);
        const expected = ALL.flatMap((locator, at) => (wanted[at] ? [[locator, wanted[at]]] : []));
        assert.deepEqual(found, Object.fromEntries(expected));
      });
    }
  }

  it('is current again when it is what it was', async () => {
    const found = await following('revert', () => {
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask') });
      repository.commitFiles({ 'src/a.py': SOURCE });
    });
    assert.deepEqual(found, {});
  });

  it('is broken when it goes', async () => {
    const found = await following('deleted', () => {
      repository.delete('src/a.py');
      repository.commitFiles({ 'src/b.md': 'Something else\n' });
    });
    assert.equal(found[SYMBOL], 'broken/deleted');
    assert.equal(found[FOLDER], 'stale/changed by Ada');
  });

  it('is stale where its claim says something else, and not where that only looks different', async () => {
    const reword = (from: string, to: string) => () =>
      repository.commitFiles({ 'access.case.yaml': caseText(...ALL).replace(from, to) });
    const looks = await following('looks', reword('Only users get in.', '"Only   users\n      get in."'));
    assert.deepEqual(looks, {});
    const says = await following('says', reword('Only users', 'Only USERS'));
    assert.deepEqual(new Set(Object.values(says)), new Set(['stale/claim-changed by Ada']));
    await withProject(repository, async ({ project }) => {
      const { message } = linksOf(await project.check())[0]!.verdict;
      assert.match(message, /^C1 said something else when Ada Author reviewed src\/a\.py on 15 Jun\./);
    });
  });

  /** Changes the records, as if another version or another clone had made them. */
  function rewrite(change: (text: string) => string): void {
    const text = readFileSync(join(repository.root, REVIEWS), 'utf8');
    repository.write({ [REVIEWS]: change(text) });
  }
  const otherScheme = (text: string): string =>
    text.replaceAll(/"fingerprint": "\w+-1/g, '"fingerprint": "old-0');
  const gone = (text: string): string =>
    text
      .replaceAll(/"blob": "\w+"/g, `"blob": "${'1'.repeat(40)}"`)
      .replaceAll(/"commit": "\w+"/g, `"commit": "${'2'.repeat(40)}"`);

  it('is compared itself where its fingerprint was made in another way', async () => {
    assert.deepEqual(await following('scheme', () => rewrite(otherScheme)), {});
    const changed = await following('scheme-changed', () => {
      rewrite(otherScheme);
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    });
    assert.deepEqual(
      changed,
      Object.fromEntries(ALL.filter((one) => one !== RANGE).map((one) => [one, SIGNS['!']])),
    );
  });

  it('is judged by its fingerprint where what was reviewed is gone', async () => {
    const comment = SOURCE.replace('(user)\n\n', '(user)  # asks\n\n');
    const same = await following('gone', () => {
      rewrite(gone);
      repository.commitFiles({ 'src/a.py': comment });
    });
    assert.deepEqual(same, { [WHOLE]: SIGNS['~'], [FOLDER]: SIGNS['~'], [GLOB]: SIGNS['~'] });
    const changed = await following('gone-changed', () => {
      rewrite(gone);
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    });
    assert.deepEqual(
      changed,
      Object.fromEntries(ALL.filter((one) => one !== RANGE).map((one) => [one, SIGNS['!']])),
    );
    await withProject(repository, async ({ project }) => {
      const { message } = linksOf(await project.check())[1]!.verdict;
      assert.match(message, /reviewed it \(15 Jun\)\. .* the difference cannot be shown\./);
    });
  });

  it('is unknown, never stale, where it is gone and was recorded in another way', async () => {
    const found = await following('gone-scheme', () => {
      rewrite((text) => otherScheme(gone(text)).replaceAll(/"files": "\S+", /g, ''));
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    });
    assert.deepEqual(new Set(Object.values(found)), new Set(['unknown/not-fetched']));
  });

  it('is current under any name where the review is of content that was never committed', async () => {
    repository.branch('uncommitted', 'main');
    repository.write({ 'src/a.py': SOURCE.replace('check(user)', 'None') });
    await review(repository, [], { note: 'before the commit' });
    const wanted = ALL.map((locator) => `${locator}: current/unchanged by Ada`);
    assert.deepEqual(await verdicts(repository), wanted);
    repository.commit();
    assert.deepEqual(await verdicts(repository), wanted);
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'False') });
    await withProject(repository, async ({ project }) => {
      const { verdict } = linksOf(await project.check())[1]!;
      assert.equal(verdict.state, 'stale');
      // The commit that made what was reviewed is no change since.
      assert.equal(verdict.changes.length, 1);
      assert.deepEqual(verdict.baseline?.by, 'review');
    });
  });

  it('keeps its review where lines moved before it, wherever they go then', async () => {
    repository.branch('moved', 'main');
    repository.commitFiles({ 'src/a.py': `\n\n${SOURCE}` });
    await review(repository, [RANGE]);
    assert.match(readFileSync(join(repository.root, REVIEWS), 'utf8'), /"lines": \[7, 8\]/);
    const range = async (): Promise<string> => (await verdicts(repository))[2]!;
    assert.equal(await range(), `${RANGE}: ${SIGNS['>']}`);
    repository.commitFiles({ 'src/a.py': `\n\n\n${SOURCE}` });
    assert.equal(await range(), `${RANGE}: ${SIGNS['>']}`);
    repository.commitFiles({ 'src/a.py': `\n\n\n${SOURCE.replace('forget(user)', 'pass')}` });
    assert.equal(await range(), `${RANGE}: ${SIGNS['!']}`);
  });
});

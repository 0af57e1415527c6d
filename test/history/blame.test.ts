import assert from 'node:assert/strict';
import { blameFile, parseBlame } from '../../src/history/blame.ts';
import { unquotePath } from '../../src/history/quoted-path.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import { cloneRepository, makeRepository, type TestRepository } from '../support/git-repository.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(64);

/** What porcelain says of a commit at its first line. */
const facts = (author: string, time: string, zone: string, ...more: string[]): string[] => [
  `author ${author}`,
  `author-mail <${author.toLowerCase()}@example.org>`,
  `author-time ${time}`,
  `author-tz ${zone}`,
  `summary by ${author}`,
  ...more,
];

describe('parsing git blame', () => {
  it('reads nothing from nothing', () => {
    assert.deepEqual(parseBlame(''), []);
  });

  it('reads groups, what is said of a commit once, and names that change between groups', () => {
    const output = [
      `${A} 1 1 2`,
      ...facts('Ada', '0', '+0130', 'boundary', 'filename a.txt'),
      '\tfirst',
      `${A} 2 2`,
      `\t${A} 9 9 9`,
      `${B} 1 3 1`,
      ...facts('Bo', '86399', '-0800', `previous ${A} a.txt`, 'filename a.txt'),
      '\tauthor Eve',
      `${A} 7 4 1`,
      'filename "old \\303\\274.txt"',
      '\t',
      '',
    ].join('\n');
    const ada = {
      commit: A,
      author: 'Ada',
      mail: 'ada@example.org',
      date: '1970-01-01T01:30:00+01:30',
      summary: 'by Ada',
      boundary: true,
      path: 'a.txt',
    };
    const bo = {
      commit: B,
      author: 'Bo',
      mail: 'bo@example.org',
      date: '1970-01-01T15:59:59-08:00',
      summary: 'by Bo',
      boundary: false,
      path: 'a.txt',
    };
    assert.deepEqual(parseBlame(output), [
      { ...ada, line: 1 },
      { ...ada, line: 2 },
      { ...bo, line: 1 },
      { ...ada, path: 'old ü.txt', line: 7 },
    ]);
  });

  for (const [time, zone] of [
    ['99999999999999999', '+0000'],
    ['-5', 'nonsense'],
    ['x', '+9999'],
  ] as const) {
    it(`survives the forged time ${time} ${zone}`, () => {
      const output = [`${A} 1 1 1`, ...facts('Eve', time, zone, 'filename a'), '\tx', ''].join('\n');
      assert.match(parseBlame(output)[0]!.date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    });
  }

  const quoted: [text: string, path: string][] = [
    ['plain name.txt', 'plain name.txt'],
    ['"d \\303\\251/b \\"q\\""', 'd é/b "q"'],
    ['"tab\\there\\nline\\\\back"', 'tab\there\nline\\back'],
    ['"ü \\"x\\""', 'ü "x"'],
    ['"', '"'],
  ];
  for (const [text, path] of quoted) {
    it(`unquotes ${text}`, () => assert.equal(unquotePath(text), path));
  }
});

describe('blaming a file', () => {
  let repository: TestRepository;
  let git: CountingGit;
  const commits: string[] = [];
  const path = 'ü "new" name.txt';

  before(() => {
    repository = makeRepository();
    const date = '2024-05-03T10:20:30+02:00';
    const lines = ['one', 'two', 'three', 'four', 'five'];
    commits.push(
      repository.commitFiles({ 'old.txt': lines.join('\n') }, { author: 'Zoë', date, message: 'First' }),
    );
    commits.push(
      repository.commitFiles({ 'old.txt': lines.join('\n').replace('two', 'TWO') }, { author: 'Bo' }),
    );
    repository.rename('old.txt', path);
    commits.push(repository.commit());
    commits.push(
      repository.commitFiles({ [path]: lines.join('\n').replace('two', 'TWO').replace('three', 'Three') }),
    );
    git = openCountingGit(repository.root);
  });

  beforeEach(() => git.takeProcesses());
  after(() => repository.remove());

  it('follows its renames, with one process', async () => {
    const blamed = await blameFile(git, 'HEAD', path);
    const [first, second, , last] = commits;
    assert.deepEqual(
      blamed.map(({ commit }) => commit),
      [first, second, last, first, first],
    );
    assert.deepEqual(
      blamed.map((line) => line.path),
      ['old.txt', 'old.txt', path, 'old.txt', 'old.txt'],
    );
    const date = '2024-05-03T10:20:30+02:00';
    assert.deepEqual(blamed[0], {
      commit: first,
      author: 'Zoë',
      mail: 'ada@example.org',
      date,
      summary: 'First',
      boundary: true,
      path: 'old.txt',
      line: 1,
    });
    assert.deepEqual(git.takeProcesses(), ['blame']);
  });

  it('sees the file as it was at a commit', async () => {
    const blamed = await blameFile(git, commits[1]!, 'old.txt');
    assert.equal(blamed.length, 5);
    assert.equal(blamed[2]?.commit, commits[0]);
  });

  it('looks through commits that only moved white space', async () => {
    const other = makeRepository();
    const first = other.commitFiles({ 'a.txt': 'one\ntwo\n' });
    other.commitFiles({ 'a.txt': '  one\r\ntwo \r\n' });
    const blamed = await blameFile(openCountingGit(other.root), 'HEAD', 'a.txt');
    assert.deepEqual([blamed[0]?.commit, blamed[1]?.commit], [first, first]);
    other.remove();
  });

  it('looks through commits that are to be ignored', async () => {
    repository.write({ '.git-blame-ignore-revs': `# Noise\n${commits[3]}\n` });
    const blamed = await blameFile(git, 'HEAD', path, { ignoreRevsFile: '.git-blame-ignore-revs' });
    assert.equal(blamed[2]?.commit, commits[0]);
    assert.deepEqual(git.takeProcesses(), ['blame']);
  });

  it('does without a list of them that is not there or not readable', async () => {
    repository.write({ 'bad-list': 'root:x:0:0\n' });
    for (const ignoreRevsFile of ['no-list', 'bad-list']) {
      assert.equal((await blameFile(git, 'HEAD', path, { ignoreRevsFile }))[2]?.commit, commits[3]);
    }
  });

  it('marks where a shallow clone ends', async () => {
    const clone = cloneRepository(repository, '--depth', '2');
    const blamed = await blameFile(openCountingGit(clone.root), 'HEAD', path);
    assert.deepEqual(
      blamed.map(({ boundary }) => boundary),
      [true, true, false, true, true],
    );
    clone.remove();
  });

  it('fails where there is no such file, or the revision could be something else to git', async () => {
    await assert.rejects(blameFile(git, 'HEAD', 'none'), { problem: 'failed' });
    git.takeProcesses();
    for (const revision of ['--output=x', 'main', 'HEAD~1', commits[0]!.slice(0, 8), '']) {
      await assert.rejects(blameFile(git, revision, path), /is not a full commit id/);
    }
    assert.deepEqual(git.takeProcesses(), []);
  });
});

import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

const BLOCK = 'if user.allowed:\n    open(door)\n    log(user)\n';

describe('lines that are followed', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** Parts of a file, one of them `BLOCK`, in many commits each of which writes one of the others anew. */
  function editAround(commits: number, partLines: number, blocks: readonly number[]): void {
    const parts = Array.from({ length: 10 }, (_, i) =>
      blocks.includes(i) ? BLOCK : linesOf(`p${i}`, partLines),
    );
    const first = parts.slice(0, blocks[0]).join('').split('\n').length;
    repository.commitFiles({
      'a.txt': parts.join(''),
      'a.case.yaml': caseText(`a.txt#L${first}-L${first + 2}`),
    });
    const others = parts.flatMap((_, i) => (blocks.includes(i) ? [] : [i]));
    for (let commit = 0; commit < commits; commit++) {
      const part = others[commit % others.length]!;
      parts[part] = linesOf(`c${commit}`, partLines + (part % 3) - 1);
      repository.commitFiles({ 'a.txt': parts.join('') });
    }
  }

  it('through many commits around them', async () => {
    editAround(40, 6, [5]);
    assert.deepEqual((await check(repository.root)).all, ['current/shifted']);
  });

  it('where all else is new and there are two of them, from one commit to the next', async () => {
    editAround(20, 200, [4, 8]);
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['current/shifted']);
    const text = repository.git('show', 'HEAD:a.txt').split('\n');
    const { startLine, endLine } = checked.verdict().targets[0]!;
    assert.equal(`${text.slice(startLine - 1, endLine).join('\n')}\n`, BLOCK);
    assert.equal(checked.verdict().suggestions[0]?.locator, `a.txt#L${startLine}-L${endLine}`);
    assert.match(checked.verdict().message, /^The lines of a\.txt#L801-L803 moved, unchanged, to/);
    assert.ok(startLine < text.lastIndexOf('if user.allowed:'), 'the first of the two');
    repository.write({ 'a.txt': `# new\n# newer\n${repository.git('show', 'HEAD:a.txt')}\n` });
    const more = await check(repository.root);
    assert.deepEqual(more.all, ['current/shifted']);
    assert.equal(more.verdict().targets[0]?.startLine, startLine + 2);
    repository.write({
      'a.txt': `# new\n${repository.git('show', 'HEAD:a.txt').replace('open(door)', 'pass')}\n`,
    });
    assert.deepEqual((await check(repository.root)).all, ['stale/uncommitted']);
  });

  it('until a commit changes them, and that one is named', async () => {
    editAround(10, 200, [4, 8]);
    const before = repository.git('show', 'HEAD:a.txt');
    const change = repository.commitFiles({ 'a.txt': `${before.replace('open(door)', 'open(gate)')}\n` });
    repository.commitFiles({ 'a.txt': `# a\n${before.replace('open(door)', 'open(gate)')}\n` });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.deepEqual(
      checked.verdict().changes.map(({ commit }) => commit),
      [change],
    );
  });

  it('along a branch that was merged', async () => {
    editAround(2, 200, [4, 8]);
    repository.branch('side');
    const text = repository.git('show', 'HEAD:a.txt');
    repository.commitFiles({ 'a.txt': `${linesOf('side', 300)}${text}\n` });
    repository.branch('main');
    const lines = text.split('\n');
    repository.commitFiles({ 'a.txt': `${lines.slice(0, -100).join('\n')}\n${linesOf('main', 500)}` });
    repository.merge('side');
    for (const name of ['w', 'x', 'y', 'z']) {
      const now = repository.git('show', 'HEAD:a.txt').split('\n');
      repository.commitFiles({ 'a.txt': [linesOf(name, 300).trimEnd(), ...now.slice(270)].join('\n') });
    }
    assert.deepEqual((await check(repository.root)).all, ['current/shifted']);
  });

  it('past others, and not to where they only seem to be', async () => {
    const rest = linesOf('rest', 30);
    repository.commitFiles({ 'a.txt': `${BLOCK}${rest}`, 'a.case.yaml': caseText('a.txt#L1-L3') });
    repository.commitFiles({ 'a.txt': `${rest}${BLOCK}` });
    assert.deepEqual((await check(repository.root)).all, ['current/shifted']);
    repository.commitFiles({ 'a.txt': linesOf('rewritten', 2000) });
    assert.deepEqual((await check(repository.root)).all, ['stale/changed']);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { makeRepository } from '../../../scripts/bench/make-repository.ts';
import { type Measured, table } from '../../../scripts/bench/report.ts';
import { shapeFor } from '../../../scripts/bench/shape.ts';
import { openProject, showLinks } from '../../support/project.ts';

const SHAPE = shapeFor(60, { files: 40, commits: 120, changedFiles: 4, claimsPerFile: 10 });

describe('a repository made for the bench', () => {
  it('has as many links, files and commits as it should, and evidence that changed', async () => {
    const made = await makeRepository(SHAPE);
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: made.root, encoding: 'utf8' });
    assert.equal(git('rev-list', '--count', 'HEAD').trim(), '120');
    assert.equal(git('ls-files', 'src').trim().split('\n').length, 41);
    assert.equal(made.claims.length, 2);
    const { project } = openProject({ roots: [made.root] });
    const links = showLinks(await project.check());
    project.dispose();
    assert.equal(links.length, 60);
    const states = new Set(links.map((link) => link.split(': ')[1]));
    assert.deepEqual(
      [...states].filter((state) => !/^(current|stale)\//.test(state!)),
      [],
    );
    assert.ok(states.has('stale/changed') && states.has('current/unchanged'));
    made.remove();
  });

  it('is the same for the same seed', async () => {
    const [one, two, other] = [
      await makeRepository(SHAPE),
      await makeRepository(SHAPE),
      await makeRepository({ ...SHAPE, seed: 2 }),
    ];
    const heads = [one, two, other].map(({ root }) =>
      execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }),
    );
    assert.equal(heads[0], heads[1]);
    assert.notEqual(heads[0], heads[2]);
    for (const made of [one, two, other]) made.remove();
  });
});

describe('the table of the bench', () => {
  it('says what was met, and by how much what was not', () => {
    const row = { what: 'a', unit: '×', details: 'b' } as const;
    const lines = (more: Pick<Measured, 'ratio' | 'target'>): string => table([{ ...row, ...more }]);
    assert.match(
      lines({ ratio: 2, target: { kind: 'at most', value: 3 } }),
      /2\.00 ×  target at most 3 ×: met/,
    );
    assert.match(lines({ ratio: 9, target: { kind: 'at most', value: 3 } }), /NOT met, by a factor of 3\.00/);
    assert.match(
      lines({ ratio: 50, target: { kind: 'at least', value: 100 } }),
      /NOT met, by a factor of 2\.00/,
    );
    assert.match(lines({ ratio: 1 }), /no target/);
  });
});

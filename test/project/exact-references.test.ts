import assert from 'node:assert/strict';
import { openForEachTest } from '../support/each-test.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { type TestProject, showLinks } from '../support/project.ts';

const LTAC = `- Claim A: a
  - Evidence E1: beside (log.md)
  - Evidence E2: above (../src/a.py)
  - Evidence E3: from the root (src/a.py)
  - Evidence E4: nowhere from here (../deep.md)
  - Evidence E5: nowhere (other/deep.md)
  - Evidence E6: a folder that is gone (../gone/)
  - Evidence E7: an address (https://a.example.org)
`;

const GSN = `G1:
  text: a
  supportedBy: [Sn1, Sn2]
Sn1:
  text: b
  url: log.md
Sn2:
  text: c
  url: ../deep.md
`;

describe('references of notations that name files exactly', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  const FILES = { 'docs/log.md': 'log\n', 'docs/deep.md': 'deep\n', 'src/a.py': 'a = 1\n' };

  it('start at the folder of an LTAC file, else at the root, and are not looked for elsewhere', async () => {
    repository.commitFiles({ ...FILES, 'docs/a.ltac': LTAC });
    assert.deepEqual(showLinks(await opened.project.check()), [
      'log.md: current/unchanged',
      '../src/a.py: current/unchanged',
      'src/a.py: current/unchanged',
      '../deep.md: broken/missing',
      'other/deep.md: broken/missing',
      '../gone/: broken/missing',
      'https://a.example.org: unknown/external',
    ]);
  });

  it('start at the folder of a gsn2x file', async () => {
    repository.commitFiles({ ...FILES, 'docs/a.gsn.yaml': GSN });
    assert.deepEqual(showLinks(await opened.project.check()), [
      'log.md: current/unchanged',
      '../deep.md: broken/missing',
    ]);
  });

  it('of a module of gsn2x lead to what it develops, by the names of the modules', async () => {
    const base = 'module:\n  name: Base\nG1:\n  text: a\n  undeveloped: true\n';
    const part =
      'module:\n  name: Part\n  extends:\n    - module: Base\n      develops: {G1: [G2]}\nG2:\n  text: b\n';
    const whole =
      'module:\n  name: Whole\n  uses: [base.gsn.yaml, part.gsn.yaml]\nG0:\n  text: c\n  supportedBy: G1\n';
    for (const files of [[], [['whole.gsn.yaml', whole]]]) {
      repository.commitFiles({ 'base.gsn.yaml': base, 'part.gsn.yaml': part, ...Object.fromEntries(files) });
      const { cases, findings } = await opened.project.check();
      const one = cases.find(({ nodes }) => nodes.has('G1'))!;
      assert.deepEqual(
        one.nodes.get('G1')?.children.map(({ node }) => node),
        ['G2'],
      );
      assert.deepEqual(
        findings.filter(({ rule }) => rule.startsWith('reference-')),
        [],
      );
    }
  });
});

import assert from 'node:assert/strict';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

const FILE = `def login(user):\n    return check(user)\n\n\n${linesOf('a', 20)}`;
const CHANGED = FILE.replace('check(user)', 'True');

describe('a link whose claim or evidence gets other ids', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const CASE = 'a.case.yaml';
  const DOCUMENT = 'docs/assurance-case.md';
  const document = (line: string): string =>
    `# Assurance case\n\n## C1: Only users get in.\n\nEvidence:\n\n${line}\n`;

  async function states(): Promise<readonly string[]> {
    return (await check(repository.root)).all;
  }

  it('is judged by nobody, one id after another, committed or not', async () => {
    const claim = (id: string, text = 'Sound'): Record<string, string> => ({
      [CASE]: `case: A\nclaims:\n  ${id}: {text: ${text}, evidence: [src/a.py]}\n`,
    });
    const first = repository.commitFiles({ 'src/a.py': FILE, ...claim('D1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    for (const id of ['D2', 'D3', 'D4']) {
      repository.write(claim(id));
      assert.deepEqual(await states(), ['stale/changed'], `${id}, not committed`);
      repository.commit();
      const checked = await check(repository.root);
      assert.deepEqual(checked.all, ['stale/changed'], id);
      assert.equal(checked.verdict().baseline?.commit, first);
    }
    repository.commitFiles(claim('D5', 'Safe'));
    repository.commitFiles(claim('D6', 'Safe'));
    assert.deepEqual(await states(), ['current/unchanged'], 'since it was judged anew as D5');
  });

  it('is judged by nobody, one id of its evidence after another', async () => {
    const link = (claim: string, evidence: string): Record<string, string> => ({
      [CASE]: `case: A\nclaims:\n  ${claim}: {text: Sound, evidence: [{${evidence}: src/a.py}]}\n`,
    });
    repository.commitFiles({ 'src/a.py': FILE, ...link('C1', 'E1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles(link('C1', 'E2'));
    repository.commitFiles(link('C2', 'E3'));
    repository.write(link('C3', 'E1'));
    assert.deepEqual(await states(), ['stale/changed']);
  });

  it('is judged anew in a document with an id that means another kind of node', async () => {
    const attack = (id: string): string =>
      `${document('- `src/b.py`')}\n${id}: TLS holds, see \`src/a.py\`.\n`;
    repository.commitFiles({ 'src/a.py': FILE, 'src/b.py': FILE, [DOCUMENT]: attack('R1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    assert.deepEqual(await states(), ['current/unchanged', 'stale/changed']);
    repository.write({ [DOCUMENT]: attack('R2') });
    assert.deepEqual(await states(), ['current/unchanged', 'stale/changed']);
    repository.write({ [DOCUMENT]: attack('C2') });
    assert.deepEqual(await states(), ['current/unchanged', 'unreviewed/never-reviewed']);
    repository.commit();
    assert.deepEqual(await states(), ['current/unchanged', 'current/unchanged']);
  });

  it('is judged by nobody in gsn2x, whatever follows the letters of its kind', async () => {
    const gsn = (id: string): Record<string, string> => ({
      'a.gsn.yaml': `G1: {text: Safe, supportedBy: [${id}]}\n${id}: {text: Tested, url: src/a.py}\n`,
    });
    repository.commitFiles({ 'src/a.py': FILE, ...gsn('Sn1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    assert.deepEqual(await states(), ['stale/changed']);
    repository.write(gsn('SnTop'));
    assert.deepEqual(await states(), ['stale/changed']);
  });
});

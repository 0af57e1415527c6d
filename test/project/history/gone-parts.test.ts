import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, cloneRepository, makeRepository } from '../../support/git-repository.ts';
import { check } from './support.ts';

const CODE = 'def limit(x):\n    return min(x, 10)\n\n\ndef greet(x):\n    return x\n';
const RENAMED = CODE.replace('limit', 'throttle');
const NOTES = '# Notes\n\n## Keys\n\nOnce a year.\n\n## Doors\n\nShut.\n';
const SETTINGS = '{ "tls": { "min": 1.2 }, "port": 443 }\n';
const SERVER = '# warrant:begin tls\nssl on;\n# warrant:end tls\nlisten 443;\n';

describe('a part that its file has no more', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** Commits code and a link to its function, then each of these texts of it. */
  function commitAll(...texts: readonly string[]): string[] {
    repository.commitFiles({ 'a.py': CODE, 'a.case.yaml': caseText('a.py#limit') });
    return texts.map((text, i) =>
      repository.commitFiles({ 'a.py': text }, { message: `Step ${i}`, author: `Person ${i}` }),
    );
  }

  async function message(): Promise<string> {
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['broken/symbol-missing']);
    return checked.verdict().message;
  }

  it('names the commit that took it away, and who made it', async () => {
    const [, taken] = commitAll(`# new\n${CODE}`, RENAMED, `# new\n${RENAMED}`, `# newer\n${RENAMED}`);
    const checked = await check(repository.root);
    const { message: said, changes } = checked.verdict();
    assert.equal(
      said,
      `limit was deleted from a.py by Person 1 on 1 Jan 2024 in “Step 1” (${taken!.slice(0, 8)}).`,
    );
    assert.deepEqual(
      changes.map(({ commit, path }) => [commit, path]),
      [[taken, 'a.py']],
    );
  });

  it('names the last, where it came back in between', async () => {
    commitAll(RENAMED, CODE, RENAMED.replace('10', '11'), `# new\n${RENAMED}`);
    assert.match(await message(), /^limit was deleted from a\.py by Person 2 on .* in “Step 2” \(\w{8}\)\./);
  });

  it('names that of a branch, where it was merged', async () => {
    repository.commitFiles({ 'a.py': `# one\n\n\n\n\n${CODE}`, 'a.case.yaml': caseText('a.py#limit') });
    repository.branch('work');
    repository.commitFiles({ 'a.py': `# one\n\n\n\n\n${RENAMED}` }, { message: 'On the branch' });
    repository.branch('main');
    repository.commitFiles({ 'a.py': `# two\n\n\n\n\n${CODE}` }, { message: 'Beside it' });
    repository.merge('work');
    assert.match(await message(), /in “On the branch”/);
  });

  it('says that nobody committed it', async () => {
    commitAll();
    repository.write({ 'a.py': RENAMED });
    assert.equal(await message(), 'limit is deleted from a.py in the working tree (not committed).');
  });

  it('names nobody where it never was there', async () => {
    repository.commitFiles({ 'a.py': CODE, 'a.case.yaml': caseText('a.py#limits') });
    repository.commitFiles({ 'a.py': RENAMED });
    assert.match(await message(), /^a\.py has no limits\./);
  });

  it('names nobody where history is cut off before it', async () => {
    commitAll(`# new\n${RENAMED}`);
    const clone = cloneRepository(repository, '--depth=1');
    try {
      const checked = await check(clone.root);
      assert.match(checked.verdict().message, /^a\.py has no limit\./);
    } finally {
      clone.remove();
    }
  });

  it('be it a heading, a key or a region, at the cost of one process for all', async () => {
    const counts: number[] = [];
    for (const more of [0, 10]) {
      const files = Array.from({ length: more }, (_, i) => `more/${i}.py`);
      repository.commitFiles({
        'notes.md': NOTES,
        'settings.json': SETTINGS,
        'nginx.conf': SERVER,
        ...Object.fromEntries(files.map((file) => [file, CODE])),
        'a.case.yaml': caseText(
          'notes.md#keys',
          'settings.json#/tls/min',
          'nginx.conf#region:tls',
          ...files.map((file) => `${file}#limit`),
        ),
      });
      repository.commitFiles(
        {
          'notes.md': NOTES.replace('Keys', 'Locks'),
          'settings.json': SETTINGS.replace('min', 'least'),
          'nginx.conf': 'ssl on;\nlisten 443;\n',
          ...Object.fromEntries(files.map((file) => [file, RENAMED])),
        },
        { message: 'Tidy' },
      );
      const checked = await check(repository.root);
      for (const [locator, begin] of [
        ['notes.md#keys', 'heading #keys was deleted from notes.md by Ada Author on '],
        ['settings.json#/tls/min', 'key /tls/min was deleted from settings.json by Ada Author on '],
        ['nginx.conf#region:tls', 'region tls was deleted from nginx.conf by Ada Author on '],
        ...files.map(
          (file) => [`${file}#limit`, `limit was deleted from ${file} by Ada Author on `] as const,
        ),
      ] as const) {
        const { message: said } = checked.verdict(locator);
        assert.ok(said.startsWith(begin) && said.includes('in “Tidy” ('), said);
      }
      counts.push(checked.processes.length);
    }
    assert.equal(counts[1], counts[0]);
  });
});

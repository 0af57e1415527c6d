import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/project/snapshot.ts';
import { openForEachTest } from '../support/each-test.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { type TestProject, openProject } from '../support/project.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    claims:
      C2:
        text: Passwords are checked.
        evidence: [src/login.py#login, conf/]
`;

describe('comments of code that name claims', () => {
  let repository: TestRepository;
  let opened: TestProject;

  openForEachTest((made) => ({ repository, opened } = made));

  /** `FILE:LINE RULE`, and the messages. */
  function show({ findings }: Snapshot): string[] {
    return findings
      .filter(({ rule }) => rule.startsWith('comment-'))
      .map(
        ({ file, range, rule }) =>
          `${file.slice(repository.root.length + 1)}:${range.start.line + 1} ${rule}`,
      );
  }
  const check = (): Promise<Snapshot> => {
    return opened.project.check();
  };

  it('are held against the cases both ways', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE,
      'src/login.py':
        '# warrant: C2, C1\ndef login(user):\n    return check(user)\n\n\n# warrant: C2\ndef check(user):\n    return True\n',
      'conf/a.toml': '# warrant: access/C2\nlimit = 1\n',
      'src/other.ts': '// warrant: C22\nexport {};\n',
    });
    repository.write({
      'src/new.go': '// warrant: C9\nfunc f() {}\n',
      '.gitignore': 'out/\n',
      'out/x.py': '# warrant: C9\n',
    });
    const snapshot = await check();
    assert.deepEqual(show(snapshot), [
      'src/login.py:6 comment-not-evidence',
      'src/new.go:1 comment-unknown-claim',
      'src/other.ts:1 comment-unknown-claim',
    ]);
    assert.match(
      snapshot.findings.find(({ file }) => file.endsWith('other.ts'))!.message,
      /Did you mean C2\?/,
    );
    assert.deepEqual(
      snapshot.comments.map(({ name, listed, about }) => `${name} ${listed} ${about}`).sort(),
      ['C1 true 2', 'C2 false 7', 'C2 true 2', 'C22 false 2', 'C9 false 2', 'access/C2 true 2'],
    );
  });

  it('say too little where several cases have the id', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE,
      'other.case.yaml': 'case: Other\nclaims:\n  C2: {text: Two., evidence: [src/a.py]}\n',
      'src/a.py': '# warrant: C2\n\n# warrant: other/C2\n',
      'src/login.py': 'def login():\n    pass\n',
      'conf/x': '',
    });
    const snapshot = await check();
    assert.deepEqual(show(snapshot), ['src/a.py:1 comment-ambiguous-claim']);
    assert.match(snapshot.findings.map(({ message }) => message).join(), /access\/C2 and other\/C2/);
  });

  it('are looked for by one process a check, and followed while one types by none', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE,
      'src/login.py': 'def login():\n    pass\n',
      'conf/x': '',
    });
    await check();
    assert.equal(opened.takeProcesses().filter((name) => name === 'grep').length, 1);
    const { project } = opened;
    const file = `${repository.root}/src/login.py`;
    project.setDocument(file, '# warrant: C3\ndef login():\n    pass\n');
    assert.deepEqual(show(await project.recheck()), ['src/login.py:1 comment-unknown-claim']);
    project.setDocument(file, '# warrant: C2\ndef login():\n    pass\n');
    assert.deepEqual(show(await project.recheck()), []);
    assert.deepEqual(opened.takeProcesses(), []);
  });

  it('move with their folder, and leave nothing behind where they were', async () => {
    const code = '# warrant: C2\ndef login(user):\n    pass\n\n\n# warrant: C22\n';
    repository.commitFiles({ 'access.case.yaml': CASE, 'src/login.py': code, 'conf/x': '' });
    const { project } = opened;
    assert.deepEqual(show(await check()), ['src/login.py:6 comment-unknown-claim']);
    const before = `${repository.root}/src/login.py`;
    project.setDocument(before, code);
    await project.recheck();

    repository.rename('src', 'source');
    repository.write({ 'access.case.yaml': CASE.replace('src/', 'source/') });
    for (const path of ['src', 'src/login.py', 'source', 'source/login.py', 'access.case.yaml'])
      project.forget(`${repository.root}/${path}`);
    project.setDocument(before, undefined);
    project.setDocument(`${repository.root}/source/login.py`, code);
    for (const snapshot of [await project.recheck(), await check(), await project.recheck()]) {
      assert.deepEqual(show(snapshot), ['source/login.py:6 comment-unknown-claim']);
      assert.deepEqual(
        snapshot.comments.map(({ file, name, listed }) => [file, name, listed]),
        [
          [`${repository.root}/source/login.py`, 'C2', true],
          [`${repository.root}/source/login.py`, 'C22', false],
        ],
      );
    }
  });

  it('are silenced and set like all else', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE,
      'src/login.py':
        '# warrant-disable-next-line comment-unknown-claim\n# warrant: C7\ndef login():\n    pass\n',
      'src/b.ts': '// warrant: C8\n',
      'warrant.yaml': 'rules:\n  comment-unknown-claim: error\n',
      'conf/x': '',
    });
    const { findings } = await check();
    const own = findings.filter(({ rule }) => rule === 'comment-unknown-claim');
    assert.deepEqual(
      own.map(({ file, severity }) => [file.slice(-4), severity]),
      [['b.ts'.padStart(4), 'error']],
    );
    assert.deepEqual(
      findings.filter(({ rule }) => /suppression|unknown-rule/.test(rule)),
      [],
    );
  });

  it('do not run what a repository says, and are not looked for without git', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE,
      'src/login.py': '# warrant: C7\n',
      'conf/x': '',
      '.gitattributes': '*.py diff=evil\n',
    });
    repository.git('config', 'diff.evil.textconv', 'touch ran; cat');
    repository.git('config', 'submodule.recurse', 'true');
    repository.git('config', 'color.grep', 'always');
    assert.deepEqual(show(await check()), ['src/login.py:1 comment-unknown-claim']);
    assert.equal(repository.git('status', '--porcelain'), '');
    const untrusted = openProject({ roots: [repository.root] }, { trusted: false });
    assert.deepEqual(show(await untrusted.project.check()), []);
    untrusted.project.dispose();
  });
});

import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TestRepository,
  cloneRepository,
  makeFolder,
  makeRepository,
} from '../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../support/project.ts';

const GOOD = 'case: Good\nid: good\nclaims:\n  C1: {text: It is good., evidence: [src/a.txt]}\n';

/** An alias bomb: nine levels of nine claims each, every level but the first by reference, make 387,420,489 claims. */
const BOMB = ['case: Bomb', 'claims:', '  A: &A {text: Boom.}']
  .concat(
    [...'BCDEFGHI'].map((name, level) => {
      const below = Array.from({ length: 9 }, (_, i) => `${name}${i}: *${'ABCDEFGH'[level]}`);
      return `  ${name}: &${name} {claims: {${below.join(', ')}}}`;
    }),
  )
  .concat('')
  .join('\n');

describe('bad input', () => {
  let repository: TestRepository;
  let opened: TestProject;
  let outside: string;

  beforeEach(() => {
    repository = makeRepository();
    outside = makeFolder();
    writeFileSync(join(outside, 'secret.txt'), 'secret\n');
    repository.commitFiles({ 'src/a.txt': 'a\n', 'good.case.yaml': GOOD });
    opened = openProject({ roots: [repository.root] });
  });
  afterEach(() => {
    opened.project.dispose();
    repository.remove();
  });

  const claim = (evidence: string): string =>
    `case: Bad\nclaims:\n  C1: {text: It is bad., evidence: [${evidence}]}\n`;
  const rows: [title: string, content: string | Uint8Array, finding: RegExp][] = [
    ['is empty', '', /empty-case: /],
    ['has only comments', '# nothing yet\n', /empty-case: /],
    ['is binary', Buffer.from([0x63, 0, 1, 2, 0xff]), /unreadable: bad.case.yaml is a binary file/],
    [
      'has 5 MB',
      `# ${'x'.repeat(5_000_000)}\n`,
      /unreadable: bad.case.yaml has 4.8 MB, more than the 4.0 MB/,
    ],
    ['is not UTF-8', Buffer.from('case: Caf\xe9\n', 'latin1'), /unreadable: bad.case.yaml is not UTF-8/],
    [
      'has a circle of references',
      'case: Bad\nclaims:\n  C1: {text: One., supportedBy: C2}\n  C2: {text: Two., supportedBy: C1}\n',
      /reference-cycle: This closes a circle: C2 → C1 → C2/,
    ],
    ['has an id twice', 'case: Bad\nclaims:\n  C1: One.\n  C1: Two.\n', /duplicate-id: /],
    ['has an alias bomb', BOMB, /too-complex: /],
    [
      'has an alias of itself',
      'case: Bad\nclaims: &a\n  C1: {text: One., claims: *a}\n',
      /too-complex: |recursive|alias/,
    ],
    ['is indented by tabs', 'case: Bad\nclaims:\n\tC1: One.\n', /syntax: .*[Tt]ab/],
    ['is half typed', 'case: Bad\nclaims:\n  C1:\n    text: One.\n    evidence: [src/a.txt, ', /syntax: /],
    [
      'has an unknown key',
      'case: Bad\nclaims:\n  C1: {text: One., evidnce: [x]}\n',
      /unknown-key: .*evidence/,
    ],
    ['leads up and out', claim('../../etc/passwd'), /evidence-outside-root: /],
    ['has an absolute path', claim('/etc/passwd'), /evidence-outside-root: /],
    ['leads out by a link', claim('way-out/secret.txt'), /evidence-outside-root: /],
    ['leads out by a link that git tracks', claim('tracked-link.txt'), /evidence-outside-root: /],
    ['names a subject elsewhere', `subject: ../..\n${claim('src/a.txt')}`, /subject: .*outside/],
    ['is deeply nested', `${'['.repeat(20_000)}`, /too-complex|syntax/],
  ];
  for (const [title, content, finding] of rows) {
    it(`a claim file that ${title} is told so, and the others are still judged`, async () => {
      symlinkSync(outside, join(repository.root, 'way-out'));
      symlinkSync(join(outside, 'secret.txt'), join(repository.root, 'tracked-link.txt'));
      repository.commit();
      writeFileSync(join(repository.root, 'bad.case.yaml'), content);
      repository.commit();
      const snapshot = await opened.project.check();
      const said = snapshot.findings.filter(({ file }) => file.endsWith('bad.case.yaml'));
      assert.ok(
        said.some(({ rule, message }) => finding.test(`${rule}: ${message}`)),
        JSON.stringify(said, null, 1),
      );
      assert.ok(showLinks(snapshot).includes('src/a.txt: current/unchanged'));
      assert.ok(!JSON.stringify(snapshot.findings).includes('secret\\n'));
    });
  }

  it('does not read what a link out of the repository leads to', async () => {
    symlinkSync(outside, join(repository.root, 'way-out'));
    repository.commitFiles({ 'bad.case.yaml': claim('way-out/secret.txt, way-out/, way-out/*.txt') });
    const real = opened.host.files;
    const read = await real.read(repository.root, 'way-out/secret.txt', 1000);
    assert.equal(read.kind, 'outside');
    for (const line of showLinks(await opened.project.check()).slice(0, 2))
      assert.match(line, /broken|unknown/);
  });

  it('reads a claim file that is a link out of the repository as little as any other', async () => {
    writeFileSync(join(outside, 'case.yaml'), 'case: Theirs\nclaims:\n  C1: One.\n');
    symlinkSync(join(outside, 'case.yaml'), join(repository.root, 'theirs.case.yaml'));
    repository.commit();
    const snapshot = await opened.project.check();
    assert.deepEqual(
      snapshot.cases.map((one) => one.case.id),
      ['good'],
    );
    assert.match(snapshot.findings[0]?.message ?? '', /leads out of the workspace/);
  });
});

describe('where git cannot tell', () => {
  it('a folder without a repository has its links checked, and says what that leaves out', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.case.yaml'), GOOD.replace('src/a.txt', 'a.txt, b.txt'));
    writeFileSync(join(folder, 'a.txt'), 'a\n');
    const { project, takeProcesses } = openProject({ roots: [folder] });
    const snapshot = await project.check();
    assert.deepEqual(showLinks(snapshot), ['a.txt: unknown/no-git', 'b.txt: broken/missing']);
    assert.match(
      snapshot.findings[0]?.message ?? '',
      /1 link could not be judged. This folder is not in a git repository/,
    );
    assert.deepEqual(takeProcesses(), []);
  });

  it('a repository without commits', async () => {
    const repository = makeRepository();
    repository.write({ 'a.case.yaml': GOOD, 'src/a.txt': 'a\n' });
    const { project } = openProject({ roots: [repository.root] });
    assert.deepEqual(showLinks(await project.check()), ['src/a.txt: unknown/no-git']);
    project.dispose();
    repository.remove();
  });

  it('a workspace that is not trusted runs no git at all', async () => {
    const repository = makeRepository();
    repository.commitFiles({ 'a.case.yaml': GOOD, 'src/a.txt': 'a\n' });
    const { project, takeProcesses } = openProject({ roots: [repository.root] }, { trusted: false });
    const snapshot = await project.check();
    assert.deepEqual(showLinks(snapshot), ['src/a.txt: unknown/no-git']);
    assert.match(snapshot.findings[0]?.message ?? '', /not trusted/);
    assert.deepEqual(takeProcesses(), []);
    repository.remove();
  });

  it('a shallow clone, but for what changed since it was cut off', async () => {
    const origin = makeRepository();
    origin.commitFiles({ 'a.case.yaml': GOOD, 'src/a.txt': 'a\n', 'src/b.txt': 'b\n' });
    origin.commitFiles({ 'b.case.yaml': GOOD.replaceAll('good', 'fresh').replace('src/a', 'src/b') });
    const clone = cloneRepository(origin, '--depth', '1');
    const { project } = openProject({ roots: [clone.root] });
    const shallow = await project.check();
    assert.deepEqual(showLinks(shallow), ['src/a.txt: unknown/shallow', 'src/b.txt: unknown/shallow']);
    assert.match(shallow.findings[0]?.message ?? '', /clone is shallow.*--unshallow/);
    project.dispose();
    clone.remove();
    origin.remove();
  });
});

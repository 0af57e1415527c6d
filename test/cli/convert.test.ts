import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    satisfies: OWASP-2021:A07
    claims:
      C2: {text: Passwords are checked., evidence: [src/a.py#login]}
`;
const DOCUMENT = `# Access

**C1:** Only users get in.

**Evidence:** \`a.py\`
`;

describe('warrant convert', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'access.case.yaml': CASE,
      'docs/assurance-case.md': DOCUMENT,
      'src/a.py': 'def login(user):\n    pass\n',
    });
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, 'convert', ...args);

  it('writes a case in another notation', async () => {
    const { out, log, status } = await run('access.case.yaml', '--to', 'mermaid');
    assert.match(
      out,
      /^flowchart TD\n {2}n1\["<b>C1<\/b> Only users get in\.<br><i>current<\/i>"\]:::claim\n/,
    );
    assert.equal(
      log,
      'lost  C1: that it satisfies OWASP-2021:A07\n1 thing of access.case.yaml cannot be said in mermaid.\n',
    );
    assert.equal(status, 0);
  });

  it('writes the whole path of evidence that a document names by its last part', async () => {
    const { out } = await run('docs/assurance-case.md', '--to', 'yaml');
    assert.match(out, /evidence:\n {6}- src\/a\.py\n/);
  });

  it('takes an empty file for no folder, and no word for a path that was found to be none', async () => {
    repository.commitFiles({
      'src/__init__.py': '',
      'docs/assurance-case.md': `${DOCUMENT}, \`__init__.py\`\n\n**C2:** Nobody starts programs.\n\n- **Evidence:** no use of \`os/exec\`\n`,
    });
    const { out, log } = await run('docs/assurance-case.md', '--to', 'yaml');
    assert.match(out, /- src\/__init__\.py\n/);
    assert.doesNotMatch(out, /at: os\/exec|- os\/exec/);
    assert.equal(log, '');
  });

  it('writes from the root what leads nowhere from the document', async () => {
    repository.commitFiles({
      'docs/a.ltac': '- Claim C1: Only users get in\n  - Evidence E1: Tests (../tests/gone.py#L3)\n',
    });
    const { out } = await run('docs/a.ltac', '--to', 'yaml');
    assert.match(out, /tests\/gone\.py#L3/);
    assert.doesNotMatch(out, /\.\.\//);
  });

  it('calls nothing unread that it read, or that stands in another file', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE.replace('      C2:', '      C1:'),
      'house.standard.yaml': 'standard: HOUSE\nrequirements: [\n',
    });
    const { log, status } = await run('access.case.yaml', '--to', 'yaml');
    assert.equal(log.includes('unread'), false, log);
    assert.match(log, /its id, C1, which another node has, too/);
    assert.equal(status, 0);
  });

  it('writes a file that is not there yet, and nothing beside it', async () => {
    const { out, status } = await run('access.case.yaml', '--to', 'yaml', '--out', 'docs/new.case.yaml');
    assert.deepEqual([out, status], ['', 0]);
    assert.match(
      readFileSync(join(repository.root, 'docs/new.case.yaml'), 'utf8'),
      /^case: Access\nid: access\n/,
    );
    assert.deepEqual(readdirSync(join(repository.root, 'docs')).sort(), [
      'assurance-case.md',
      'new.case.yaml',
    ]);
  });

  it('never replaces a file', async () => {
    const { status, log } = await run('access.case.yaml', '--to', 'mermaid', '--out', 'src/a.py');
    assert.equal(status, 2);
    assert.match(log, /src\/a\.py exists already/);
    assert.match(readFileSync(join(repository.root, 'src/a.py'), 'utf8'), /^def login/);
    assert.deepEqual(readdirSync(join(repository.root, 'src')), ['a.py']);
  });

  it('says what of the file it could not read', async () => {
    repository.commitFiles({ 'access.case.yaml': CASE.replace('    satisfies', '   satisfies') });
    const { status, log } = await run('access.case.yaml', '--to', 'yaml');
    assert.equal(status, 1);
    assert.match(log, /^unread {2}line \d+: /m);
  });

  for (const [title, args, message] of [
    ['a file that does not exist', ['gone.yaml', '--to', 'yaml'], /gone\.yaml does not exist/],
    ['a file without a case', ['src/a.py', '--to', 'yaml'], /holds no case/],
    ['an unknown notation', ['access.case.yaml', '--to', 'word'], /Allowed choices are yaml, markdown/],
    ['no notation', ['access.case.yaml'], /--to/],
    ['an unknown case', ['access.case.yaml', '--to', 'yaml', '--case', 'x'], /has no case x; it has access/],
    ['a folder that does not exist', ['access.case.yaml', '--to', 'yaml', '--out', 'no/x'], /no such folder/],
  ] as const) {
    it(`exits with 2 for ${title}, and says so on standard error`, async () => {
      const { status, out, log } = await run(...args);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(log, message);
      assert.ok(!existsSync(join(repository.root, 'no')));
    });
  }
});

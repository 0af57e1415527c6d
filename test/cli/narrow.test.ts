import assert from 'node:assert/strict';
import { runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const GATE = `def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, 10)


def greet(name):
    return "Hello " + name
`;

const CASE = `case: The gate
claims:
  C1:
    text: Nobody gets in too often, since rate_limit counts.
    evidence: [src/gate.py]
  C2:
    text: People are greeted.
    evidence:
      - src/gate.py
  C3:
    text: The gate opens.
    evidence:
      - src/gate.py
      - src/gate.py#open_gate
  C4:
    text: Nothing else is of interest.
    evidence: [notes.txt]
`;

describe('warrant narrow', () => {
  let repository: TestRepository;

  before(() => {
    repository = makeRepository();
    repository.commitFiles({
      'src/gate.py': GATE,
      'notes.txt': 'One.\n',
      'docs/gate.case.yaml': CASE,
    });
    repository.commitFiles({ 'src/gate.py': GATE.replace('"Hello "', '"Welcome "'), 'notes.txt': 'Two.\n' });
  });
  after(() => repository.remove());

  it('proposes what the claim names, or a link beside it, and else says what there is', async () => {
    const { status, out } = await runWarrant(repository.root, 'narrow');
    assert.equal(status, 0);
    assert.deepEqual(out.split('\n'), [
      'docs/gate.case.yaml:5  C1  src/gate.py  stale: 1 change since 1 Jan 2024',
      '    → src/gate.py#rate_limit  named by the claim, unchanged',
      '',
      'docs/gate.case.yaml:9  C2  src/gate.py  stale: 1 change since 1 Jan 2024',
      '    Neither the claim nor a link beside it names a part. Which is meant?',
      '    changed since: greet',
      '    unchanged: open_gate and rate_limit',
      '',
      'docs/gate.case.yaml:13  C3  src/gate.py  stale: 1 change since 1 Jan 2024',
      '    → src/gate.py#open_gate  another link of the claim leads there, unchanged',
      '',
      '3 stale links to whole files; the parts of 2 are named. Nothing was written: edit the locators, or use the quick fix in VS Code.',
      '',
    ]);
  });

  it('says the same as JSON', async () => {
    const { out } = await runWarrant(repository.root, 'narrow', '--format', 'json', '--case', 'gate');
    const { links } = JSON.parse(out) as {
      links: { node: string; parts: { part: string; changed: boolean }[] }[];
    };
    assert.deepEqual(
      links.map(({ node, parts }) => [node, parts.map(({ part, changed }) => `${part} ${changed}`)]),
      [
        ['C1', ['rate_limit false', 'open_gate false', 'greet true']],
        ['C2', ['open_gate false', 'rate_limit false', 'greet true']],
        ['C3', ['open_gate false', 'rate_limit false', 'greet true']],
      ],
    );
  });

  it('refuses a case that is not there', async () => {
    const { status, log } = await runWarrant(repository.root, 'narrow', '--case', 'gates');
    assert.equal(status, 2);
    assert.match(log, /There is no case gates; there is gate\./);
  });
});

import assert from 'node:assert/strict';
import { codeLenses } from '../../src/service/code-lens.ts';
import { evidenceHere } from '../../src/service/evidence-here.ts';
import { evidenceHover } from '../../src/service/hover.ts';
import { TODAY } from '../support/project.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const caseOf = (id: string, more = ''): string => `case: Case ${id}
id: ${id}
claims:
  C2:
    text: The gate is shut.
    evidence: [src/a.py#shut, src/a.py#lock]
${more}`;
const SOURCE = 'def shut():\n    return 1\n\n\ndef lock():\n    return 1\n';

describe('claims of several cases with one id', () => {
  let workspace: TestWorkspace;

  // The newer case comes first, and its evidence is as it was when its claims were written.
  before(async () => {
    workspace = await makeWorkspace(
      {
        'two.case.yaml': caseOf('one', '  C3: {text: It is oiled., evidence: [src/a.py#shut]}\n'),
        'src/a.py': SOURCE,
      },
      (repository) => {
        repository.commitFiles(
          { 'src/a.py': SOURCE.replace('1', '2') },
          { author: 'Ben', date: '2026-05-20T10:00:00+00:00' },
        );
        repository.commitFiles(
          { 'one.case.yaml': caseOf('two') },
          { author: 'Cy', date: '2026-06-01T10:00:00+00:00' },
        );
      },
    );
  });
  after(() => workspace.repository.remove());

  it('are told apart in a code lens, also where the same is to be said of both', () => {
    const titles = codeLenses(workspace.lookup, workspace.file('src/a.py'), TODAY)
      .map(({ command }) => command!.title)
      .filter((title) => title.includes('C2'));
    assert.deepEqual(titles, [
      'one/C2 stale: 1 change since 3 May · C3 stale: 1 change since 3 May · two/C2 current',
      'two/C2 current · one/C2 current',
    ]);
  });

  it('are told apart in the hover of code, the worst first', () => {
    const position = { line: 0, character: 4 };
    const hover = evidenceHover(workspace.lookup, workspace.file('src/a.py'), position, TODAY)!;
    const { value } = hover.contents as { value: string };
    assert.deepEqual(value.match(/\*\*Claim .*$/gm), [
      '**Claim C2** · stale · in one',
      '**Claim C3** · stale · in one',
      '**Claim C2** · current · in two',
    ]);
  });

  it('are told apart among the evidence in a file, and a screen reader hears each state once', () => {
    const rows = evidenceHere(workspace.lookup, workspace.file('src/a.py'), TODAY);
    assert.deepEqual(
      rows[0]!.children.map(({ accessibilityLabel }) => accessibilityLabel),
      [
        'one/C2, stale: 1 change since 3 May · The gate is shut.',
        'C3, stale: 1 change since 3 May · It is oiled.',
        'two/C2, current · The gate is shut.',
      ],
    );
  });

  it('are two in a code lens also where the cases have one id', async () => {
    const twins = await makeWorkspace({
      'a.case.yaml': caseOf('twin'),
      'b.case.yaml': caseOf('twin'),
      'src/a.py': SOURCE,
    });
    const [lens] = codeLenses(twins.lookup, twins.file('src/a.py'), TODAY);
    assert.equal(lens!.command!.title, 'twin/C2 current · twin/C2 current');
    twins.repository.remove();
  });
});

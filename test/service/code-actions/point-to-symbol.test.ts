import assert from 'node:assert/strict';
import { placesIn } from '../../../src/project/authoring/places-in.ts';
import { pointToSymbol, wholeLinksTo } from '../../../src/service/code-actions/point-to-symbol.ts';
import { toUri } from '../../../src/service/uris.ts';
import { appliedEdit } from '../../support/applied-edit.ts';
import { type TestWorkspace, makeWorkspace } from '../../support/workspace.ts';

const TWICE = `case: Access
claims:
  C1:
    text: Only users get in.
    evidence: [src/a.py]
  C2:
    text: Users are known.
    evidence:
      - src/a.py
      - at: src/a.py
        watch: signature
`;

describe('pointing claims from a whole file to a symbol', () => {
  let workspace: TestWorkspace;

  before(async () => {
    workspace = await makeWorkspace({
      'access.case.yaml': TWICE,
      'docs/other.case.yaml': 'case: Other\nclaims:\n  C1: {text: It is sound., evidence: [src/a.py]}\n',
      'src/a.py': 'def login():\n    pass\n',
    });
  });
  after(() => workspace.repository.remove());

  it('tells apart what would be called the same, by where it is written', async () => {
    const places = (await placesIn(workspace.subjects[0]!, 'src/a.py'))!;
    const links = wholeLinksTo(workspace.lookup, workspace.file('src/a.py'));
    const actions = pointToSymbol(links, { line: 0, character: 0 }, places, workspace.texts);
    assert.deepEqual(actions.map(({ title }) => title).sort(), [
      'Point C1 to login and not the whole file (access.case.yaml:5)',
      'Point C1 to login and not the whole file (docs/other.case.yaml:3)',
      'Point C2 to login and not the whole file (access.case.yaml:10)',
      'Point C2 to login and not the whole file (access.case.yaml:9)',
    ]);
    const second = actions.find(({ title }) => title.endsWith(':10)'))!;
    const uri = toUri(workspace.file('access.case.yaml'));
    assert.match(appliedEdit(TWICE, second.edit!, uri), /- src\/a\.py\n {6}- at: src\/a\.py#login\n/);
  });
});

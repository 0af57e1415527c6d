import assert from 'node:assert/strict';
import { fileOf } from '../../src/model/file-of.ts';
import { createLookup } from '../../src/service/lookup.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

const CASE = `case: A
claims:
  C1:
    text: All.
    evidence: [src/a.py, src/, lib/x.py]
    claims:
      C2: {text: Some., evidence: [src/a.py#f, ./]}
`;

describe('what is looked up in a snapshot', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'a.case.yaml': CASE,
      'src/a.py': 'def f():\n    pass\n',
      'src/deep/b.py': 'b\n',
      'lib/x.py': 'x\n',
    });
  });
  after(() => workspace.repository.remove());

  it('is the same at the first question, and when a table was made of it', () => {
    const lookup = createLookup(workspace.lookup.snapshot);
    const ask = (path: string) =>
      lookup
        .supportsOf(workspace.file(path))
        .map(({ judged, node }) => `${node.node.id} ${judged.link.locator}`)
        .sort();
    const paths = ['src/a.py', 'src/deep/b.py', 'lib/x.py'];
    const first = new Map(paths.map((path) => [path, ask(path)]));
    assert.deepEqual(first.get('src/a.py'), ['C1 src/', 'C1 src/a.py', 'C2 ./', 'C2 src/a.py#f']);
    assert.deepEqual(first.get('src/deep/b.py'), ['C1 src/', 'C2 ./']);
    for (const [path, expected] of first) assert.deepEqual(ask(path), expected);
    assert.deepEqual(ask('other.py'), ['C2 ./']);
    assert.deepEqual(lookup.supportsOf('/elsewhere/src/a.py'), []);
  });

  it('gathers what is written in a file once, however often it is asked for', () => {
    const { snapshot } = workspace.lookup;
    let asked = 0;
    const [one] = snapshot.cases;
    const links = new Map(one!.links);
    const counted = { ...one!, links: { ...links, values: () => (asked++, links.values()) } as never };
    const lookup = createLookup({ ...snapshot, cases: [counted] });
    const file = fileOf(one!, {});
    for (let line = 0; line < 7; line++) lookup.spotAt(file, { line, character: 15 });
    lookup.nodeAround(file, { line: 3, character: 0 });
    assert.equal(asked, 1);
  });
});

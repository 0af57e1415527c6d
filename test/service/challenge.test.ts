import assert from 'node:assert/strict';
import { sayIn } from '../../src/l10n/say.ts';
import { challengeEdits } from '../../src/service/challenge.ts';
import { file, shape } from '../formats/drawio/drawing.ts';
import { sayMarked } from '../l10n/marking.ts';
import { type TestWorkspace, makeWorkspace } from '../support/workspace.ts';

describe('a challenge', () => {
  let workspace: TestWorkspace;
  before(async () => {
    workspace = await makeWorkspace({
      'bridge.drawio': file(shape('c', 'Claim C1: The bridge holds')),
      'tunnel.case.yaml': 'case: Tunnel\nclaims:\n  C1: It is dry.\n',
    });
  });
  after(() => workspace.repository.remove());
  afterEach(() => {
    sayIn({});
  });

  function challenged(path: string, words: string) {
    const one = workspace.lookup.casesIn(workspace.file(path))[0]!;
    const [node] = one.nodes.keys();
    const target = { case: one.key, node: node! };
    return challengeEdits(workspace.lookup, target, words, () => workspace.claimText(path));
  }

  it('of a drawing cannot be written, and the case can be converted, in whatever language that is said', () => {
    for (const speak of [() => {}, sayMarked]) {
      speak();
      const answer = challenged('bridge.drawio', 'Unless it rusts.');
      assert.ok('refused' in answer);
      assert.equal(answer.convert, true);
    }
  });

  it('of a case as text that cannot be written has nothing to do with its notation', () => {
    const answer = challenged('tunnel.case.yaml', '');
    assert.ok('refused' in answer);
    assert.equal(answer.convert, undefined);
  });
});

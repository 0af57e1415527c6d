import assert from 'node:assert/strict';
import { diagnosticsByUri } from '../../src/service/diagnostics.ts';
import { toUri } from '../../src/service/uris.ts';
import { arrow, file, shape } from '../formats/drawio/drawing.ts';
import { makeWorkspace } from '../support/workspace.ts';

describe('diagnostics in drawings', () => {
  it('name the shape that is meant, which nobody can see from lines', async () => {
    const workspace = await makeWorkspace({
      'bridge.drawio': file(
        shape('c', 'Claim C1: The bridge holds'),
        shape('d', 'Claim C2: It is painted', { x: 200 }),
        shape('e', 'Evidence E1: src/none.py', { y: 100 }),
        arrow('c>d'),
        arrow('c>e'),
      ),
    });
    const found = diagnosticsByUri(workspace.lookup.snapshot).get(toUri(workspace.file('bridge.drawio')));
    const said = new Map(found?.map(({ code, message }) => [code, String(message)]));
    assert.match(said.get('evidence-missing') ?? '', /^C1: src\/none\.py does not exist/);
    // What names its node anyway is left as it is.
    assert.match(said.get('undeveloped') ?? '', /^(?!C2: ).*C2/);
    workspace.repository.remove();
  });
});

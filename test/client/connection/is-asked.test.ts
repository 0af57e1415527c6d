import assert from 'node:assert/strict';
import { createDocumentGate } from '../../../src/client/connection/document-gate.ts';
import { interestIn } from '../../../src/client/connection/interest.ts';
import { isAsked } from '../../../src/client/connection/is-asked.ts';

const CASE = 'file:///w/a.case.yaml';
const CODE = 'file:///w/app.py';
const OTHER = 'file:///w/deploy.yaml';

describe('client: what the server is asked of a document', () => {
  const gate = createDocumentGate(
    interestIn({ claimFiles: [CASE], evidence: [CODE], folders: [] }, (uri) => uri),
  );
  for (const uri of [CASE, CODE, OTHER]) gate.open(uri);
  const asked = (method: string, line = '') =>
    [CASE, CODE, OTHER].filter((uri) => isAsked(gate, method, uri, () => line));

  it('is completed in claim files only', () => {
    assert.deepEqual(asked('textDocument/completion'), [CASE]);
    assert.deepEqual(asked('textDocument/inlayHint'), [CASE]);
  });
  it('is completed in comments that name claims, too, in whatever file', () => {
    for (const method of ['textDocument/completion', 'textDocument/prepareRename', 'textDocument/rename']) {
      assert.deepEqual(asked(method, '# warrant: C'), [CASE, CODE, OTHER]);
      assert.deepEqual(asked(method, '# warrant:begin C'), [CASE]);
      assert.deepEqual(asked(method, 'x = search_warrant'), [CASE]);
    }
    assert.deepEqual(asked('textDocument/documentLink', '# warrant: C'), [CASE]);
  });
  it('is looked at for few questions only', () => {
    const seen: string[] = [];
    for (const method of ['textDocument/hover', 'textDocument/codeLens', 'textDocument/inlayHint'])
      isAsked(gate, method, CODE, () => {
        seen.push(method);
        return undefined;
      });
    assert.deepEqual(seen, []);
  });
  it('has hovers and lenses in evidence, too', () => {
    assert.deepEqual(asked('textDocument/hover'), [CASE, CODE]);
    assert.deepEqual(asked('textDocument/codeLens'), [CASE, CODE]);
  });
});

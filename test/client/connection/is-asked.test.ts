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
  const asked = (method: string) => [CASE, CODE, OTHER].filter((uri) => isAsked(gate, method, uri));

  it('is completed in claim files only', () => {
    assert.deepEqual(asked('textDocument/completion'), [CASE]);
    assert.deepEqual(asked('textDocument/inlayHint'), [CASE]);
  });
  it('has hovers and lenses in evidence, too', () => {
    assert.deepEqual(asked('textDocument/hover'), [CASE, CODE]);
    assert.deepEqual(asked('textDocument/codeLens'), [CASE, CODE]);
  });
});

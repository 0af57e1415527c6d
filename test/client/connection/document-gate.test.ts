import assert from 'node:assert/strict';
import { createDocumentGate } from '../../../src/client/connection/document-gate.ts';
import { interestIn } from '../../../src/client/connection/interest.ts';

const CASE = 'file:///w/a.case.yaml';
const CODE = 'file:///w/app.py';
const interestInEvidence = (...evidence: string[]) =>
  interestIn({ claimFiles: [CASE], evidence, folders: [] }, (uri) => uri);

describe('client: document gate', () => {
  it('opens a heard document once, and no other', () => {
    const gate = createDocumentGate(interestInEvidence());
    assert.deepEqual([gate.open(CASE), gate.open(CASE), gate.open(CODE)], [true, false, false]);
    assert.deepEqual([gate.isOpen(CASE), gate.isOpen(CODE)], [true, false]);
  });

  it('closes only what it opened', () => {
    const gate = createDocumentGate(interestInEvidence());
    gate.open(CASE);
    assert.deepEqual([gate.close(CASE), gate.close(CASE), gate.close(CODE)], [true, false, false]);
  });

  it('says which open documents became evidence, and which no longer are', () => {
    const gate = createDocumentGate(interestInEvidence());
    gate.open(CASE);
    gate.setInterest(interestInEvidence(CODE));
    assert.deepEqual(gate.pending([CASE, CODE]), { open: [CODE], close: [] });
    gate.open(CODE);
    gate.setInterest(interestInEvidence());
    assert.deepEqual(gate.pending([CASE, CODE]), { open: [], close: [CODE] });
  });

  it('still closes a document that is no longer heard', () => {
    const gate = createDocumentGate(interestInEvidence(CODE));
    gate.open(CODE);
    gate.setInterest(interestInEvidence());
    assert.equal(gate.close(CODE), true);
  });

  it('hears a document in which somebody names claims until that is closed', () => {
    const gate = createDocumentGate(interestInEvidence());
    gate.hear(CODE);
    assert.equal(gate.open(CODE), true);
    gate.setInterest(interestInEvidence());
    assert.deepEqual(gate.pending([CASE, CODE]), { open: [CASE], close: [] });
    gate.reset();
    assert.equal(gate.open(CODE), true);
    assert.deepEqual([gate.close(CODE), gate.open(CODE)], [true, false]);
  });

  it('opens everything anew for a server that starts again', () => {
    const gate = createDocumentGate(interestInEvidence());
    gate.open(CASE);
    gate.reset();
    assert.equal(gate.open(CASE), true);
  });
});

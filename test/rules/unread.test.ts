import assert from 'node:assert/strict';
import type { Finding } from '../../src/model/finding.ts';
import { unreadFiles } from '../../src/rules/unread.ts';
import { NOWHERE } from '../support/cases.ts';

const finding = (rule: string, severity: Finding['severity'], file: string): Finding => ({
  rule,
  severity,
  file,
  message: '',
  range: NOWHERE,
});

describe('rules: files of which a part could not be read', () => {
  it('are those with an error of reading, or with anything that was left out', () => {
    const files = unreadFiles([
      finding('syntax', 'error', '/half-typed.case.yaml'),
      finding('too-complex', 'warning', '/tangled.case.md'),
      finding('syntax', 'warning', '/odd.case.yaml'),
      finding('evidence-missing', 'error', '/fine.case.yaml'),
    ]);
    assert.deepEqual([...files], ['/half-typed.case.yaml', '/tangled.case.md']);
  });
});

import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import type { CaseFormat } from '../../src/model/case.ts';
import { CLAIM_FILE_GLOBS, formatByContent, formatOf, stemOf } from '../../src/formats/claim-files.ts';

const CLAIM_FILES: [path: string, format: CaseFormat, stem: string][] = [
  ['docs/transit.case.yaml', 'yaml', 'transit'],
  ['transit.case.yml', 'yaml', 'transit'],
  ['Transit.Case.YAML', 'yaml', 'Transit'],
  ['a/b.c/data.at.rest.case.md', 'markdown', 'data.at.rest'],
  ['ferry/hull.gsn.yaml', 'gsn2x', 'hull'],
  ['Index.GSN.yml', 'gsn2x', 'Index'],
  ['docs/case.ltac', 'ltac', 'case'],
  ['assurance-case.md', 'markdown', 'assurance-case'],
  ['docs/Assurance-Case-2024.md', 'markdown', 'Assurance-Case-2024'],
  ['docs/MyAssuranceCase.md', 'markdown', 'MyAssuranceCase'],
  ['assurancecase_v2.MD', 'markdown', 'assurancecase_v2'],
  ['docs/ASSURANCE_CASE.md', 'markdown', 'ASSURANCE_CASE'],
  ['ferry assurance case.md', 'markdown', 'ferry assurance case'],
  ['Safety_Case.md', 'markdown', 'Safety_Case'],
  ['docs/safetycase.md', 'markdown', 'safetycase'],
  ['security-case-v2.md', 'markdown', 'security-case-v2'],
  ['Security-Assurance.md', 'markdown', 'Security-Assurance'],
  ['docs/Cellar.drawio', 'drawio', 'Cellar'],
  ['cellar.drawio.png', 'drawio', 'cellar'],
  ['cellar.drawio.SVG', 'drawio', 'cellar'],
  ['cellar.drawio.xml', 'drawio', 'cellar'],
  ['cellar.dio', 'drawio', 'cellar'],
];

const OTHER_FILES = [
  'README.md',
  'docker-compose.yaml',
  'transit.reviews.yaml',
  'case.yaml',
  'assurance-case.yaml',
  'assurance-case/notes.md',
  'docs/assurance-case.md.txt',
  '.case.yaml',
  'cellar.png',
  'cellar.svg',
  'drawio.md',
  'threat-model.md',
  'SECURITY.md',
  'safety-cases.txt',
  'security.assurance.md',
  'my-safety-case.md',
];

describe('the names of claim files', () => {
  const matches = picomatch([...CLAIM_FILE_GLOBS], { nocase: true });

  for (const [path, format, stem] of CLAIM_FILES) {
    it(`include ${path}`, () => {
      assert.equal(formatOf(path), format);
      assert.equal(stemOf(path), stem);
      assert.ok(matches(path), 'a glob finds it');
    });
  }

  for (const path of OTHER_FILES) {
    it(`do not include ${path}`, () => {
      assert.equal(formatOf(path), undefined);
      assert.ok(!matches(path), 'no glob finds it');
    });
  }
});

describe('the stem of a file that is no claim file by its name', () => {
  for (const [path, stem] of [
    ['seeds/000_5fed.txt', '000_5fed'],
    ['docs/security.md', 'security'],
    ['a.b/Makefile', 'Makefile'],
    ['.case.yaml', '.case'],
    ['case.yaml', 'case'],
  ] as const) {
    it(`of ${path} is ${stem}`, () => assert.equal(stemOf(path), stem));
  }
});

describe('the format of a file that someone says is a case', () => {
  const cases: [path: string, text: string, format: CaseFormat][] = [
    ['security.yml', '# Claims', 'yaml'],
    ['argument.yaml', 'G1:\n  text: a\n  supportedBy: [S1]\nS1: {}', 'gsn2x'],
    ['argument.yaml', 'module: {name: a}\nG1: {text: a}\nSn1: {text: b}', 'gsn2x'],
    ['argument', 'Hull: {nodeType: Goal}', 'gsn2x'],
    ['argument.yaml', 'claims: {G1: {text: a, supportedBy: [G2]}}', 'yaml'],
    ['values.yaml', 'Service: {url: a}\nA: 1\nb: 2', 'yaml'],
    ['seed.txt', 'G1: {text: a, supportedBy: S1}', 'markdown'],
    ['security.markdown', 'claims: {C1: a}', 'markdown'],
    ['seed.txt', 'claims: {C1: a}', 'markdown'],
    ['argument', 'case: Transit\nclaims: {C1: a}', 'yaml'],
    ['argument', 'threats:\n  T1: foo\n    half: typed', 'yaml'],
    ['argument', '# Assurance case\n\n- C1: Data stays confidential.', 'markdown'],
    ['argument', 'Claim: data stays confidential', 'markdown'],
    ['argument', '', 'markdown'],
    ['argument', '\0[[[', 'markdown'],
  ];
  for (const [path, text, format] of cases) {
    it(`${path} with ${JSON.stringify(text)} is ${format}`, () => {
      assert.equal(formatByContent(path, text), format);
    });
  }
});

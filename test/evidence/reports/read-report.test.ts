import assert from 'node:assert/strict';
import { readReport } from '../../../src/evidence/reports/read-report.ts';
import { linesAt } from '../../../src/evidence/reports/json-lines.ts';
import { damagesOf } from '../../support/damage.ts';
import { complaint, readText } from './reading.ts';
import {
  CODEQL,
  COBERTURA_JAVA,
  COVERAGE_PY,
  GO,
  JEST,
  LCOV,
  PROVENANCE_1,
  PYTEST,
  SEMGREP,
  SUREFIRE,
  inBundle,
} from './samples.ts';

const SAMPLES = {
  SEMGREP,
  CODEQL,
  PYTEST,
  JEST,
  SUREFIRE,
  GO,
  COVERAGE_PY,
  COBERTURA_JAVA,
  LCOV,
  statement: JSON.stringify(PROVENANCE_1, null, 1),
  bundle: JSON.stringify(inBundle(PROVENANCE_1)),
};

describe('reading a report of whatever kind', () => {
  const others: [what: string, text: string, complaint: RegExp][] = [
    ['nothing', '', /^1:1 it is empty$/],
    ['white space', ' \n\t\n', /^1:1 it is empty$/],
    ['prose', '# Findings\nNone.\n', /^1:1 it is no report that Warrant reads \(SARIF, JUnit XML/],
    ['other JSON', '{"a": 1}', /^1:1 it is no report that Warrant reads/],
    ['a list', '[1, 2]', /^1:1 it is no report that Warrant reads/],
    ['other XML', '<?xml version="1.0"?><a/>', /^1:1 it is no report that Warrant reads/],
    ['XML without an element', '<!-- nothing', /^1:13 it has no element$/],
    ['a web page', '<!DOCTYPE html>\n<html><p></html>', /^unsupported: it is a web page/],
    ['results of NUnit', '<test-run id="2"></test-run>', /^unsupported: it is test results as NUnit/],
    ['JSON that breaks off', '{"version": "2.1.0",\n "runs": [', /^2:11 it breaks off here$/],
    ['a comma too many', '{"version": "2.1.0",\n "runs": [],}', /^2:13 it is not valid JSON here \(/],
    ['a comment in JSON', '{ // no\n}', /^1:3 it is not valid JSON here/],
    ['JSON nested without end', '['.repeat(100_000), /^1:201 it is nested in more than 200 levels$/],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n', /^not-fetched$/],
  ];
  for (const [what, text, expected] of others) {
    it(`says what is wrong with ${what}`, () => assert.match(complaint(text), expected));
  }

  it('reads text in UTF-16, with marks, and in the encoding that XML names, and refuses what is none', () => {
    const kindOf = (bytes: Uint8Array): string => readReport(bytes).kind;
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><testsuite><testcase name="gr\u00fc\u00df"/></testsuite>';
    assert.equal(kindOf(Buffer.from(`\ufeff${SEMGREP}`, 'utf16le')), 'report');
    assert.equal(kindOf(Buffer.from(`\ufeff${SEMGREP}`, 'utf8')), 'report');
    const latin = readReport(Buffer.from(xml, 'latin1'));
    assert.ok(latin.kind === 'report' && latin.report.about === 'tests');
    assert.equal(latin.report.tests[0]!.name, 'grüß');
    assert.equal(kindOf(Buffer.from(xml.replace('ISO-8859-1', 'klingon'), 'latin1')), 'malformed');
    assert.equal(kindOf(Uint8Array.from([0x7b, 0xff, 0x7d])), 'malformed');
  });

  for (const [name, text] of Object.entries(SAMPLES)) {
    it(`never takes a part of ${name} for the whole, and throws at no damage`, () => {
      assert.equal(readText(text).kind, 'report');
      const bytes = new TextEncoder().encode(text);
      for (const { what, bytes: damaged } of damagesOf(bytes, 100, 7)) {
        const { kind } = readReport(damaged);
        assert.ok(['report', 'malformed', 'unsupported'].includes(kind), what);
        if (!what.startsWith('cut')) continue;
        const rest = text.trimEnd().length - damaged.length;
        // A record of LCOV that ends is whole; the file may have had more.
        const isWhole =
          rest <= 0 ||
          (name === 'LCOV' && /end_of_record\s*(?:TN:\w*\s*)?$/.test(new TextDecoder().decode(damaged)));
        if (!isWhole) assert.notEqual(kind, 'report', what);
      }
    });
  }
});

describe('finding the lines of values in JSON', () => {
  it('looks only where the path leads, and is not misled by strings', () => {
    const text = `{
      "results": [{}],
      "runs": [
        {"other": [{}], "results": [
          {"text": "}]\\"{[", "results": [{}]},
          7,
          {"a": {"results": [{}]}}
        ]},
        {"results": []}
      ]
    }`;
    const lines = linesAt(text, ['runs', '*', 'results', '*']);
    assert.deepEqual(Object.fromEntries(lines), { '0/0': 5, '0/2': 7 });
    assert.deepEqual(Object.fromEntries(linesAt(text, ['runs', '*'])), { 0: 4, 1: 9 });
  });

  it('does so in a time that grows with the text', () => {
    const results = Array.from({ length: 200_000 }, (_, i) => `{"ruleId": "r${i}"}`).join(',\n');
    const lines = linesAt(`{"runs": [{"results": [\n${results}\n]}]}`, ['runs', '*', 'results', '*']);
    assert.equal(lines.size, 200_000);
    assert.equal(lines.get('0/199999'), 200_001);
  });
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';
import { casePath, nameFor } from '../../../src/client/new-case/file-name.ts';
import { fillPattern, plainText } from '../../../src/client/new-case/fill-pattern.ts';
import { PATTERNS, patternFile } from '../../../src/client/new-case/patterns.ts';
import { read } from '../../formats/yaml/reading.ts';
import { openProject } from '../../support/project.ts';
import { makeRepository } from '../../support/git-repository.ts';

describe('client: a new case', () => {
  it('can begin with every pattern that there is', () => {
    const files = readdirSync(join(ROOT, 'patterns')).map((name) => `patterns/${name}`);
    assert.deepEqual(PATTERNS.map(patternFile).sort(), files.sort());
  });

  for (const name of PATTERNS) {
    const pattern = readFileSync(join(ROOT, patternFile(name)), 'utf8');

    it(`${name}: as a pattern, and filled in, it is a case in which nothing is wrong`, () => {
      for (const text of [pattern, fillPattern(pattern, 'Safety').text]) {
        const { findings, cases } = read(text);
        assert.deepEqual(findings, []);
        assert.equal(cases.length, 1);
      }
    });

    it(`${name}: what it lacks is only what nobody has written yet`, async () => {
      const repository = makeRepository();
      try {
        repository.commitFiles({ 'a.case.yaml': fillPattern(pattern, 'Safety').text });
        const { project } = openProject({ roots: [repository.root] });
        const { findings } = await project.check();
        project.dispose();
        const other = findings.filter(({ rule }) => rule !== 'undeveloped');
        assert.deepEqual(
          other.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        assert.notDeepEqual(findings, []);
      } finally {
        repository.remove();
      }
    });

    it(`${name}: has a place for the evidence of every leaf`, () => {
      const { text, snippet } = fillPattern(pattern, 'Safety');
      const places = text.match(/evidence: \[\]/g) ?? [];
      assert.ok(places.length > 0);
      assert.equal(snippet.match(/evidence: \[\$\{\d+\}\]/g)?.length, places.length);
    });
  }

  it('offers the requirements of OWASP in their order, each once', () => {
    const text = readFileSync(join(ROOT, patternFile('owasp-top-10')), 'utf8');
    const standard = readFileSync(join(ROOT, 'standards/owasp-2021.standard.yaml'), 'utf8');
    assert.deepEqual(text.match(/\bA\d\d\b/g), standard.match(/\bA\d\d\b/g));
  });

  it('has its title and proposals in its text, and places in its snippet', () => {
    const { text, snippet } = fillPattern(
      'case: «title»\na: «the data»\nb: «it» of «the data» {\nevidence: []\n',
      'A $1',
    );
    assert.equal(text, 'case: A $1\na: the data\nb: it of the data {\nevidence: []\n');
    assert.equal(
      snippet,
      'case: A \\$1\na: ${1:the data}\nb: ${2:it} of ${1:the data} {\nevidence: [${3}]\n$0',
    );
  });

  it('has its title in quotes where YAML needs them', () => {
    for (const title of ['A: b', 'a #b', '- a', '"a"', 'true', '42', '2026-01-01', '*a', 'a\\', "it's"]) {
      assert.equal(read(`case: ${plainText(title)}\nclaims: {C1: x}`).case.title, title);
      assert.deepEqual(read(`case: ${plainText(title)}\nclaims: {C1: x}`).findings, [], title);
    }
    assert.equal(plainText('Security of the shop (2026)'), 'Security of the shop (2026)');
  });

  it('is called like its title', () => {
    assert.equal(nameFor('Security of Müller’s app'), 'security-of-mullers-app');
    assert.equal(nameFor('  ../..  '), 'assurance');
    assert.equal(nameFor('Größe'), 'grosse');
    assert.ok(nameFor('word '.repeat(40)).length <= 50);
    assert.ok(nameFor('x'.repeat(400)).length <= 50);
  });

  it('stays within the folder, and is called a case', () => {
    assert.deepEqual(casePath('docs/a.case.yaml'), { path: 'docs/a.case.yaml' });
    assert.deepEqual(casePath(' ./docs\\a '), { path: 'docs/a.case.yaml' });
    assert.deepEqual(casePath('a.yaml'), { path: 'a.case.yaml' });
    assert.deepEqual(casePath('a.case.yml'), { path: 'a.case.yml' });
    assert.deepEqual(casePath('a.case.md'), { path: 'a.case.yaml' });
    for (const typed of ['../a', 'a/../../b', '/a', 'C:\\a', '~/a']) {
      assert.deepEqual(casePath(typed), { problem: 'outside' }, typed);
    }
    assert.deepEqual(casePath(' '), { problem: 'empty' });
    assert.deepEqual(casePath('docs/'), { problem: 'folder' });
  });
});

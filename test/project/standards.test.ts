import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStandards } from '../../src/formats/standards/read-standards.ts';
import { nodeStandards } from '../../src/node/standards.ts';
import { coverageCounts, coverageOf, namedStandards } from '../../src/project/coverage.ts';
import { openForEachTest } from '../support/each-test.ts';
import { makeFolder } from '../support/git-repository.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { openProject } from '../support/project.ts';
import type { TestProject } from '../support/project.ts';

const SHIPPED = nodeStandards([join(import.meta.dirname, '..', '..', 'standards')]);

describe('the standards that come with Warrant', () => {
  it('are read without a finding, and have as many requirements as they should', async () => {
    const counts = new Map<string, number>();
    for (const { name, text } of await SHIPPED.load()) {
      const { standards, findings } = readStandards(text, name);
      assert.deepEqual(findings, [], name);
      for (const { standard } of standards) {
        const chapters = new Set(standard.requirements.map(({ parent }) => parent));
        counts.set(standard.id, standard.requirements.filter(({ id }) => !chapters.has(id)).length);
        assert.ok(standard.requirements.every(({ title }) => title !== '' && title.length < 100));
      }
    }
    assert.deepEqual(Object.fromEntries(counts), {
      'ASVS-4.0': 14,
      'ASVS-5.0': 17,
      'ISO-27001': 93,
      'OWASP-2021': 10,
      'OWASP-2025': 10,
    });
  });

  it('are none where the installation has none', async () => {
    assert.deepEqual(await nodeStandards([makeFolder(), '/nowhere/at/all']).load(), []);
  });
});

const claims = (...requirements: string[]): string =>
  `case: A\nclaims:\n${requirements.map((one, i) => `  C${i}: {text: Claim ${i}., satisfies: "${one}", evidence: [src/a.txt]}\n`).join('')}`;
const ACME = 'standard: ACME\ntitle: Rules\nrequirements: {R1: First, R2: Second}\n';

describe('the standards of a workspace', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  const standardFindings = (findings: readonly { rule: string; message: string; file: string }[]): string[] =>
    findings
      .filter(({ rule }) => rule === 'standard' || rule === 'settings')
      .map(({ message, file }) => `${file.slice(repository.root.length + 1)}: ${message}`);

  it('are found by their names, wherever they lie, and not where git ignores them', async () => {
    repository.commitFiles({
      'src/a.txt': 'a\n',
      'a.case.yaml': claims('ACME:R1', 'ACME:R9'),
      'deep/in/acme.standard.yaml': ACME,
      '.gitignore': 'build/\n',
      'build/other.standard.yaml': 'standard: OTHER\nrequirements: {R1: a}\n',
    });
    const snapshot = await opened.project.check();
    const own = snapshot.standards.filter(({ file }) => file !== undefined);
    assert.deepEqual(
      own.map(({ id, file }) => [id, file]),
      [['ACME', `${repository.root}/deep/in/acme.standard.yaml`]],
    );
    assert.ok(snapshot.standards.some(({ id }) => id === 'OWASP-2025'));
    assert.deepEqual(standardFindings(snapshot.findings), []);
    assert.deepEqual(
      snapshot.findings.filter(({ rule }) => rule === 'unknown-requirement').map(({ message }) => message),
      ['ACME has no requirement R9. Did you mean ACME:R1?'],
    );
  });

  it('are found outside of git, and for a claim file that a person names', async () => {
    const folder = makeFolder();
    writeFileSync(`${folder}/acme.standard.yaml`, ACME);
    writeFileSync(`${folder}/a.case.yaml`, claims('ACME:R1'));
    const { project } = openProject({ roots: [folder] });
    assert.ok((await project.check()).standards.some(({ id }) => id === 'ACME'));
    project.dispose();
    repository.commitFiles({ 'notes.md': '# Assurance case\nC1: a\n', 'acme.standard.yaml': ACME });
    const named = openProject({ roots: [folder], claimFiles: [`${repository.root}/notes.md`] }).project;
    assert.ok((await named.check()).standards.some(({ id }) => id === 'ACME'));
    named.dispose();
  });

  it('are also those that the settings name; what is not there is said', async () => {
    repository.commitFiles({
      'a.case.yaml': claims('ACME:R2'),
      'docs/rules.yaml': ACME,
      'warrant.yaml': 'standards: [docs/rules.yaml, gone.yaml]\n',
    });
    const { standards, findings } = await opened.project.check();
    assert.ok(standards.some(({ id }) => id === 'ACME'));
    assert.deepEqual(standardFindings(findings), [
      'warrant.yaml: gone.yaml is not there, or git ignores it, so no standard is read from it.',
    ]);
  });

  it('take the place of a shipped one, and not of each other', async () => {
    repository.commitFiles({
      'a.case.yaml': claims('OWASP-2021:A99'),
      'a.standard.yaml': 'standard: OWASP-2021\nrequirements: {A99: Ours}\n',
      'b.standard.yaml': 'standard: OWASP-2021\nrequirements: {A98: Theirs}\n',
    });
    const { standards, findings } = await opened.project.check();
    const found = standards.filter(({ id }) => id === 'OWASP-2021');
    assert.deepEqual(
      found.map(({ requirements }) => requirements.map(({ id }) => id)),
      [['A99']],
    );
    assert.deepEqual(standardFindings(findings), [
      'a.standard.yaml: A standard OWASP-2021 comes with Warrant; this one is used in its place.',
      'b.standard.yaml: There is a standard OWASP-2021 already, in a.standard.yaml; this one is not used. Give it another id.',
    ]);
    assert.equal(findings.find(({ rule }) => rule === 'standard')?.severity, 'information');
  });

  it('are the same as shipped ones where somebody copied them, and are judged where they lie outside what is opened', async () => {
    const [copy] = (await SHIPPED.load()).filter(({ name }) => name.startsWith('owasp-2021'));
    repository.commitFiles({
      'src/a.txt': 'a\n',
      'part/a.case.yaml': claims('ACME:R1'),
      'copy.standard.yaml': copy!.text,
      'acme.standard.yaml': ACME.replace('title', 'titles'),
    });
    const whole = await opened.project.check();
    assert.deepEqual(standardFindings(whole.findings), [
      'acme.standard.yaml: `titles` is not a key of a standard and is not read. Did you mean `title`?',
    ]);
    const { project } = openProject({ roots: [`${repository.root}/part`] });
    const part = await project.check();
    project.dispose();
    assert.ok(part.standards.some(({ id }) => id === 'ACME'));
    assert.deepEqual(part.findings, []);
  });

  it('are read again when they change, in an editor too, and no more often', async () => {
    const file = `${repository.root}/acme.standard.yaml`;
    repository.commitFiles({ 'a.case.yaml': claims('ACME:R3'), 'acme.standard.yaml': ACME });
    const known = async (): Promise<boolean> => {
      const { standards } = await opened.project.recheck();
      return standards.some(({ requirements }) => requirements.some(({ id }) => id === 'R3'));
    };
    await opened.project.check();
    opened.takeReads();
    assert.equal(await known(), false);
    assert.deepEqual(
      opened.takeReads().filter((path) => path.endsWith('.standard.yaml')),
      [],
    );
    opened.project.setDocument(file, ACME.replace('R2', 'R3'));
    assert.equal(await known(), true);
    opened.project.setDocument(file, undefined);
    assert.equal(await known(), false);
    repository.write({ 'acme.standard.yaml': ACME.replace('R2', 'R3') });
    opened.project.forget(file);
    assert.equal(await known(), true);
  });

  it('tell what covers them: chapters apart, and parts of chapters as parts', async () => {
    const chapters = 'standard: BY-CHAPTER\npartial: true\nrequirements: {V1: One, V2: Two, V3: Three}\n';
    const nested =
      'standard: NESTED\nrequirements:\n  1: {title: One, requirements: {1.1: a, 1.2: b}}\n  2: Two\n';
    repository.commitFiles({
      'src/a.txt': 'a\n',
      'x.standard.yaml': chapters,
      'y.standard.yaml': nested,
      'a.case.yaml': claims('BY-CHAPTER:V1.4', 'BY-CHAPTER:V2', 'BY-CHAPTER: V2.1', 'NESTED:1.1', 'GONE:7'),
    });
    const snapshot = await opened.project.check();
    const { standards, unknown } = namedStandards(snapshot);
    assert.deepEqual(
      unknown.map(({ requirement, node }) => [requirement, node.id]),
      [['GONE:7', 'C4']],
    );
    const coverage = coverageOf(snapshot, standards);
    assert.deepEqual(
      coverage.map(({ standard, requirements }) => [
        standard.id,
        ...requirements.map(({ requirement, depth, isChapter, satisfiedBy, inPart, state }) =>
          [
            `${'>'.repeat(depth)}${requirement.id}`,
            ...satisfiedBy.map(({ node }) => node.id),
            state ?? 'nothing',
            ...(isChapter ? ['chapter'] : []),
            ...(inPart ? ['part'] : []),
          ].join(' '),
        ),
      ]),
      [
        ['BY-CHAPTER', 'V1 C0 current part', 'V2 C1 C2 current', 'V3 nothing'],
        ['NESTED', '1 nothing chapter', '>1.1 C3 current', '>1.2 nothing', '2 nothing'],
      ],
    );
    assert.deepEqual(coverage.map(coverageCounts), [
      { requirements: 3, covered: 2, current: 1 },
      { requirements: 3, covered: 1, current: 1 },
    ]);
  });
});

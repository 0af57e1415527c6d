import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readStandards } from '../../../src/formats/standards/read-standards.ts';
import { findRequirement } from '../../../src/model/standard.ts';
import { LineIndex, comparePositions } from '../../../src/model/text.ts';
import type { Range } from '../../../src/model/text.ts';
import { yaml } from '../yaml/reading.ts';

const EXAMPLE = yaml`
  # What our customers ask for.
  standard: ACME-2025
  title: ACME supplier rules
  version: 2.1
  url: https://rules.example.org/
  requirements:
    '1':
      title: Organisation
      requirements:
        1.1: Name a person in charge
        1.10: {title: Train people}
    R2: Patch within a week
`;

/** Reads a text, and checks that every range lies inside it. */
function read(text: string) {
  const { standards, findings } = readStandards(text, '/repository/acme.standard.yaml');
  const lines = new LineIndex(text);
  const textAt = ({ start, end }: Range): string => text.slice(lines.offset(start), lines.offset(end));
  const ranges = [
    ...findings.map(({ range }) => range),
    ...standards.flatMap(({ idRange, standard }) => [
      idRange,
      ...standard.requirements.flatMap(({ range }) => range ?? []),
    ]),
  ];
  for (const { start, end } of ranges) {
    assert.ok(comparePositions(start, end) <= 0);
    for (const one of [start, end]) assert.deepEqual(lines.position(lines.offset(one)), one);
  }
  return { standards, findings, textAt, marked: findings.map(({ range }) => textAt(range)) };
}

describe('a file with a standard', () => {
  it('is read with its chapters, and the places of its ids', () => {
    const { standards, findings, textAt } = read(EXAMPLE);
    assert.deepEqual(findings, []);
    const { requirements, ...rest } = standards[0]!.standard;
    assert.deepEqual(rest, {
      id: 'ACME-2025',
      title: 'ACME supplier rules',
      version: '2.1',
      url: 'https://rules.example.org/',
      file: '/repository/acme.standard.yaml',
    });
    assert.equal(textAt(standards[0]!.idRange), 'ACME-2025');
    assert.deepEqual(
      requirements.map(({ id, title, parent, range }) => [id, title, parent, textAt(range!)]),
      [
        ['1', 'Organisation', undefined, '1'],
        ['1.1', 'Name a person in charge', '1', '1.1'],
        ['1.10', 'Train people', '1', '1.10'],
        ['R2', 'Patch within a week', undefined, 'R2'],
      ],
    );
  });

  it('may hold several, a document each', () => {
    const { standards } = read(
      'standard: A\nrequirements: {R1: a}\n---\nstandard: B\nrequirements: {R1: b}\n',
    );
    assert.deepEqual(
      standards.map(({ standard }) => standard.id),
      ['A', 'B'],
    );
  });

  it('may list chapters only, so that all below them is known', () => {
    const text = 'standard: A\npartial: true\nrequirements: {V1: First, V1.2: Second, V10: Tenth}\n';
    const standards = read(text).standards.map(({ standard }) => standard);
    const chapterOf = (name: string) => {
      const found = findRequirement(standards, name)?.requirement;
      return found && [found.id, found.parent];
    };
    assert.deepEqual(chapterOf('A:V1'), ['V1', undefined]);
    assert.deepEqual(chapterOf('A:V1.3'), ['V1.3', 'V1']);
    assert.deepEqual(chapterOf('A:V1.2.9'), ['V1.2.9', 'V1.2']);
    assert.deepEqual(chapterOf('A:V10.1'), ['V10.1', 'V10']);
    for (const name of ['A:V2.1', 'A:V1x', 'A:V1.a b', 'B:V1', 'A', 'A:', ':V1']) {
      assert.equal(chapterOf(name), undefined, name);
    }
  });

  const wrong: [what: string, text: string, marked: string[]][] = [
    ['no id', 'title: a\nrequirements: {R1: b}', ['title: a']],
    ['a list', '- a', ['- a']],
    ['an id with spaces', 'standard: My rules\nrequirements: {R1: a}', ['My rules']],
    ['an unknown key', 'standard: A\nname: b\nrequirements: {R1: a}', ['name']],
    ['a list of requirements', 'standard: A\nrequirements: [a]', ['A', '[a]']],
    ['no requirements', 'standard: A', ['A']],
    ['a requirement that is a list', 'standard: A\nrequirements: {R1: [a], R2: b}', ['[a]']],
    ['a requirement without title', 'standard: A\nrequirements: {R1: }', ['R1']],
    ['a chapter without title', 'standard: A\nrequirements: {R1: {requirements: {R2: a}}}', ['R1']],
    ['an id that is taken', 'standard: A\nrequirements: {R1: {title: a, requirements: {R1: b}}}', ['R1']],
    ['spaces in an id', 'standard: A\nrequirements: {R 1: a, R2: b}', ['R 1']],
    ['a word for a boolean', 'standard: A\npartial: yes\nrequirements: {R1: a}', ['yes']],
  ];
  for (const [what, text, marked] of wrong) {
    it(`with ${what} has that reported`, () => {
      const result = read(`${text}\n`);
      assert.deepEqual(result.marked, marked);
      assert.ok(result.findings.every(({ rule }) => rule === 'standard'));
    });
  }

  it('with a wrong id is read by one that is right', () => {
    assert.equal(
      read('standard: "My rules: 2"\nrequirements: {R1: a}').standards[0]?.standard.id,
      'My-rules-2',
    );
  });

  it('that is half typed yields what there is', () => {
    const text = EXAMPLE.slice(0, EXAMPLE.indexOf(' within a week'));
    assert.equal(read(`${text}\n    R3`).standards[0]?.standard.requirements.at(-1)?.id, 'R2');
  });

  it('cut or changed anywhere never throws, and gives ranges inside it', () => {
    const characters = fc.constantFrom(
      '\0',
      '\t',
      '\n',
      '"',
      '[',
      '{',
      ':',
      '-',
      '&a',
      '*a',
      '?',
      '\u{1F512}',
      '<<: ',
    );
    const change = fc.tuple(fc.nat(EXAMPLE.length), characters, fc.nat(3));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), fc.nat(EXAMPLE.length), (changes, end) => {
        let text = EXAMPLE;
        for (const [at, inserted, removed] of changes) {
          text = text.slice(0, at) + inserted + text.slice(at + removed);
        }
        read(text.slice(0, end));
        read(text.replaceAll('\n', '\r\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('of a megabyte, or of chapters without end, is read up to a bound', () => {
    const long = Array.from({ length: 50_000 }, (_, i) => `  R${i}: something\n`).join('');
    const { standards, findings } = read(`standard: A\nrequirements:\n${long}`);
    assert.equal(standards[0]?.standard.requirements.length, 20_000);
    assert.match(findings[0]?.message ?? '', /more than 20000 requirements/);
    const deep = Array.from({ length: 60 }, (_, i) => `{R${i}: {title: a, requirements: `).join('');
    const result = read(`standard: A\nrequirements: ${deep}{}${'}}'.repeat(60)}\n`);
    assert.equal(result.standards[0]?.standard.requirements.length, 20);
    assert.match(result.findings[0]?.message ?? '', /more than 20 deep/);
  });
});

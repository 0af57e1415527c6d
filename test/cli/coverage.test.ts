import assert from 'node:assert/strict';
import { type Run, runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const CASE = `case: Parcels
id: parcels
assets:
  A1: The address book.
claims:
  C1:
    text: Addresses are kept safe.
    about: A1
    satisfies: [HOUSE:R1, HOUSE:S1.9]
    evidence: [src/book.py#read]
  C2:
    text: Nobody guesses a password.
    satisfies: [HOUSE:R2, ELSEWHERE:7]
threats:
  T1:
    text: Somebody copies the book.
    threatens: A1
    entryPoints: [{at: src/book.py#read, route: GET /book}]
    impact: Strangers know where people live.
    likelihood: high
    controls:
      K1: {text: Readers are asked who they are., evidence: [src/book.py#ask]}
  T2: {text: Somebody floods us., threatens: A1}
residualRisks:
  R1:
    text: A printed copy may be lost.
    threatens: A1
    accepted: {by: Ada, why: Nobody prints it., until: 2099-12-31}
`;
const HOUSE = `standard: HOUSE
title: House rules
version: '3'
partial: true
requirements:
  R1: Keep what you are given
  R2: Let in nobody else
  R3: Tell people what you keep
  S1: Order
  P:
    title: Paper
    requirements: {P1: Burn it}
`;
const SOURCE = 'def ask():\n    return 1\n\n\ndef read():\n    return ask()\n';

describe('warrant coverage', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'parcels.case.yaml': CASE,
      'house.standard.yaml': HOUSE,
      'src/book.py': SOURCE,
    });
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, 'coverage', ...args);

  it('prints each requirement with its claims, then assets, threats and residual risks', async () => {
    const { out, status, log } = await run();
    assert.equal(
      out,
      `HOUSE  House rules 3  3 of 5 covered, 0 hold
  ⚔ R1    Keep what you are given
          ⚔ C1 Addresses are kept safe.  challenged
  ○ R2    Let in nobody else
          ○ C2 Nobody guesses a password.  undeveloped
  – R3    Tell people what you keep  not covered
  ⚔ S1    Order  in part
          ⚔ C1 Addresses are kept safe.  challenged  (S1.9)
    P     Paper
    – P1  Burn it  not covered

Not known  1 requirement
  ELSEWHERE:7  C2  parcels.case.yaml:11

Assets  0 of 1 safe
  ⚔ A1 The address book.  challenged
      ✓ T1  ⚔ T2  ✓ R1

Threats  1 of 2 answered
  ✓ T1 Somebody copies the book.
      likelihood high · impact Strangers know where people live.
      by GET /book, src/book.py#read
      ✓ K1 Readers are asked who they are.
  ⚔ T2 Somebody floods us.  challenged
      nothing answers it

Residual risks  1 of 1 answered
  ✓ R1 A printed copy may be lost.
      ✓ accepted by Ada until 31 Dec 2099
`,
    );
    assert.deepEqual([status, log], [0, '']);
  });

  it('calls no asset safe against which no threat is written', async () => {
    repository.commitFiles({ 'parcels.case.yaml': 'case: Parcels\nassets: {A1: The address book.}\n' });
    const { out } = await run();
    assert.match(
      out,
      /Assets {2}0 of 1 safe\n {2}\? A1 The address book\. {2}unknown\n {6}no threat is written/,
    );
    assert.equal((await run('--strict')).status, 1);
  });

  it('prints only gaps, with the counts of all', async () => {
    const { out } = await run('--gaps');
    assert.match(out, /^HOUSE {2}House rules 3 {2}3 of 5 covered, 0 hold\n/);
    assert.match(out, /\n {4}P {5}Paper\n {4}– P1/);
    assert.match(out, /\nThreats {2}1 of 2 answered\n {2}⚔ T2/);
    assert.match(out, /\nResidual risks {2}1 of 1 answered\n {2}No gaps\.\n$/);
    assert.doesNotMatch(out, /T1 Somebody/);
  });

  it('prints only the standards that are named', async () => {
    const { out, status } = await run('OWASP-2025', 'HOUSE');
    assert.match(
      out,
      /^OWASP-2025 {2}OWASP Top 10 2025 {2}0 of 10 covered, 0 hold\n {2}– A01 {2}Broken Access/,
    );
    assert.match(out, /\nHOUSE {2}House rules 3/);
    assert.doesNotMatch(out, /Threats|Not known/);
    assert.equal(status, 0);
  });

  it('fails for gaps where that is asked for, and not else', async () => {
    assert.equal((await run('--strict')).status, 1);
    assert.equal((await run('--strict', 'OWASP-2025')).status, 1);
    repository.commitFiles({
      'parcels.case.yaml': CASE.replace(
        'C1:',
        'C0: {text: All., satisfies: [ONE:R1], evidence: [src/book.py]}\n  C1:',
      ),
      'one.standard.yaml': 'standard: ONE\nrequirements: {R1: All}\n',
    });
    assert.equal((await run('--strict', 'ONE')).status, 0);
  });

  it('names the standards there are for one that is not', async () => {
    const { status, log } = await run('HOUS');
    assert.equal(status, 2);
    assert.equal(log, 'warrant: There is no standard HOUS. Did you mean HOUSE?\n');
    assert.match((await run('zzz')).log, /Known are ASVS-4\.0, .* and OWASP-2025\./);
  });

  it('writes JSON', async () => {
    const { out } = await run('--format', 'json');
    const { standards, unknown, assets, threats, residualRisks } = JSON.parse(out);
    assert.deepEqual(standards[0].summary, { requirements: 5, covered: 3, current: 0 });
    assert.deepEqual(standards[0].requirements[0], {
      id: 'R1',
      title: 'Keep what you are given',
      parent: null,
      chapter: false,
      state: 'challenged',
      inPart: false,
      satisfiedBy: [
        {
          case: 'parcels',
          id: 'C1',
          kind: 'claim',
          text: 'Addresses are kept safe.',
          state: 'challenged',
          file: 'parcels.case.yaml',
          line: 6,
          requirement: 'HOUSE:R1',
        },
      ],
    });
    assert.equal(unknown[0].requirement, 'ELSEWHERE:7');
    assert.deepEqual(assets[0].threats, ['parcels/T1', 'parcels/T2', 'parcels/R1']);
    const [t1] = threats;
    assert.deepEqual(
      [t1.likelihood, t1.entryPoints, t1.assets, t1.answers.length, t1.accepted],
      [
        'high',
        [{ route: 'GET /book' }, { locator: 'src/book.py#read', state: 'current' }],
        ['parcels/A1'],
        1,
        null,
      ],
    );
    assert.deepEqual(residualRisks[0].accepted, {
      by: 'Ada',
      why: 'Nobody prints it.',
      until: '2099-12-31',
      problems: [],
    });
  });

  it('says what to do where there is nothing to cover', async () => {
    repository.commitFiles({
      'parcels.case.yaml': 'case: A\nclaims: {C1: {text: b, evidence: [src/book.py]}}\n',
    });
    assert.match((await run()).out, /^No claim says that it satisfies a requirement.*\nWrite `satisfies: /);
    repository.delete('parcels.case.yaml');
    assert.match((await run()).out, /^No case was found in /);
  });
});

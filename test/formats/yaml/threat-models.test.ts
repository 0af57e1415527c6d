import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWrittenLocator } from '../../../src/formats/yaml/entry-points.ts';
import { read, yaml } from './reading.ts';

const MODEL = yaml`
  case: The queue is safe to leave open
  assets:
    A1: The queue itself
    A2: {text: What was put into it, owner: Storage team}
  claims:
    C1:
      text: Orders in the queue stay as they were placed.
      about: [A1, A2]
      status: proposed
  threats:
    T1:
      text: Somebody places orders in the name of another.
      threatens: [A1, other/A7]
      entryPoints:
        - src/queue/api.py#post_order
        - POST /v2/orders
        - {at: src/queue/api.py#put_order, route: "PUT /v2/orders/{id}"}
        - every partner's network
      impact: Goods go to strangers.
      likelihood: high
      controls:
        K1: {text: Partners sign what they send., scope: All orders, implementation: HMAC over the body}
  controls:
    K2:
      text: Orders can be recalled.
      answers: T1
  residualRisks:
    RR1:
      text: A partner's key may leak.
      owner: Partner desk
      accepted: {by: Ada, why: Keys live a day., until: 2031-01-31}
`;

describe('threat models in YAML', () => {
  const model = read(MODEL);

  it('are read without a finding', () => assert.deepEqual(model.marked, []));

  it('keep fields, each with its place', () => {
    const fields = (id: string) =>
      model.node(id).fields.map(({ name, value, range }) => [name, value, model.textAt(range)]);
    assert.deepEqual(fields('T1'), [
      ['entryPoints', 'POST /v2/orders', 'POST /v2/orders'],
      ['entryPoints', 'PUT /v2/orders/{id}', 'PUT /v2/orders/{id}'],
      ['entryPoints', "every partner's network", "every partner's network"],
      ['impact', 'Goods go to strangers.', 'Goods go to strangers.'],
      ['likelihood', 'high', 'high'],
    ]);
    assert.deepEqual(fields('K1'), [
      ['scope', 'All orders', 'All orders'],
      ['implementation', 'HMAC over the body', 'HMAC over the body'],
    ]);
    assert.deepEqual(fields('A2'), [['owner', 'Storage team', 'Storage team']]);
  });

  it('make links of entry points in the code, judged with the text of their threat', () => {
    assert.deepEqual(
      model.case.evidence.map(({ role, parent, node, locator, cited, range }) => [
        role,
        parent,
        node,
        locator,
        cited,
        model.textAt(range),
      ]),
      ['src/queue/api.py#post_order', 'src/queue/api.py#put_order'].map((locator) => [
        'entry-point',
        'T1',
        undefined,
        locator,
        true,
        locator,
      ]),
    );
    const { madeBy } = model.link('src/queue/api.py#post_order');
    assert.deepEqual(
      madeBy.map((range) => model.textAt(range).trim().slice(0, 8)),
      ['T1:\n    ', '- src/qu'],
    );
  });

  it('say which node is above another by answers and threatens, and below it by about', () => {
    assert.deepEqual(
      model.case.references.map(({ from, target, upward, range }) => [
        from,
        target,
        upward ?? false,
        model.textAt(range),
      ]),
      [
        ['C1', 'A1', false, 'A1'],
        ['C1', 'A2', false, 'A2'],
        ['T1', 'A1', true, 'A1'],
        ['T1', 'other/A7', true, 'other/A7'],
        ['K2', 'T1', true, 'T1'],
      ],
    );
  });

  it('take residual risks for rebuttals, which a person may accept', () => {
    const { kind, accepted, fields } = model.node('RR1');
    assert.equal(kind, 'rebuttal');
    assert.equal(accepted?.until, '2031-01-31');
    assert.deepEqual(
      fields.map(({ value }) => value),
      ['Partner desk'],
    );
  });

  it('may say that a claim is only planned, a gap, or found not to hold', () => {
    assert.deepEqual(model.node('C1').status?.is, 'proposed');
    const { node, textAt } = read('claims: {C1: {text: a, status: Gap}, C2: {text: b, defeated: true}}\n');
    assert.equal(node('C1').status?.is, 'gap');
    assert.equal(textAt(node('C1').status!.range), 'Gap');
    assert.deepEqual([node('C1').defeated, node('C2').defeated], [undefined, true]);
  });

  it('keep words as ids that are keys elsewhere', () => {
    const result = read('context: {scope: Only the server., owner: The platform team.}\n');
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.case.nodes.map(({ id }) => id),
      ['scope', 'owner'],
    );
  });

  const wrong: [what: string, text: string, marked: string[]][] = [
    ['a list as impact', 'threats: {T1: {text: a, impact: [b, c]}}', ['wrong-type: [b, c]']],
    ['a map as owner', 'assets: {A1: {text: a, owner: {name: b}}}', ['wrong-type: {name: b}']],
    ['a list in entry points', 'threats: {T1: {text: a, entryPoints: [[b]]}}', ['wrong-type: [b]']],
    ['an unknown key of one', 'threats: {T1: {text: a, entryPoints: [{path: b.py}]}}', ['unknown-key: path']],
    [
      'a locator lost in a text',
      'threats: {T1: {text: a, entryPoints: [src/a.py (the start)]}}',
      ['wrong-type: src/a.py (the start)'],
    ],
    ['another status', 'claims: {C1: {text: a, status: done}}', ['wrong-type: done']],
    [
      'entry points of a claim',
      'claims: {C1: {text: a, entryPoints: src/a.py}}',
      ['misplaced-key: src/a.py'],
    ],
    ['the impact of a control', 'controls: {K1: {text: a, impact: high}}', ['misplaced-key: high']],
    ['a word where an id belongs', 'threats: {T1: a, impact: high}', ['misplaced-key: impact']],
  ];
  for (const [what, text, marked] of wrong) {
    it(`have ${what} reported`, () => assert.deepEqual(read(`${text}\n`).marked, marked));
  }

  const synonyms = {
    countermeasures: 'controls',
    properties: 'claims',
    residual_risks: 'residualRisks',
    mitigates: 'answers',
    protects: 'about',
    entrypoint: 'entryPoints',
    liklihood: 'likelihood',
  };
  for (const [word, key] of Object.entries(synonyms)) {
    it(`suggest ${key} for ${word}`, () => {
      const { findings } = read(`threats: {T1: {text: a, ${word}: [b]}}\n`);
      assert.match(findings[0]?.message ?? '', new RegExp(`Did you mean \`${key}\``));
    });
  }
});

describe('a threat model', () => {
  it('cut or changed anywhere is read or reported, with ranges inside it', () => {
    const characters = fc.constantFrom(
      '\0',
      '\t',
      '\n',
      '"',
      '[',
      '{',
      '}',
      ':',
      '-',
      '#',
      '&a',
      '*a',
      '? ',
      '/',
    );
    const change = fc.tuple(fc.nat(MODEL.length), characters, fc.nat(4));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), fc.nat(MODEL.length), (changes, end) => {
        let text = MODEL;
        for (const [at, inserted, removed] of changes) {
          text = text.slice(0, at) + inserted + text.slice(at + removed);
        }
        for (const each of [text, text.slice(0, end), text.replaceAll('\n', '\r\n')]) {
          const { cases, findings } = read(each);
          assert.ok(cases.length > 0 || findings.length > 0, JSON.stringify(each));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of 20,000 entry points is read in a moment', () => {
    const points = Array.from(
      { length: 20_000 },
      (_, i) => `      - {at: src/a${i}.py, route: POST /v${i}}\n`,
    ).join('');
    const { case: one } = read(`threats:\n  T1:\n    text: a\n    entryPoints:\n${points}`);
    assert.deepEqual([one.evidence.length, one.nodes[0]?.fields.length], [20_000, 20_000]);
  });
});

describe('an entry point that is one text', () => {
  const places = [
    'src/api.py',
    'src/api.py#post_plan',
    'app.ts',
    'src/routes/',
    'src/**/*.go',
    'a/b.rs#L1-L9',
  ];
  for (const text of places) it(`leads to ${text}`, () => assert.equal(isWrittenLocator(text), true));

  const words = [
    ...[
      '/v1/run',
      '/v1/jobs/{job_id}',
      'POST /v1/plan',
      'api/v1/jobs',
      'jobs.v1.JobService/Run',
      'All endpoints',
    ],
    ...[
      'stdin',
      'TCP/IP',
      'HTTP/2',
      'api.example.org',
      'https://example.org/a.py',
      'C#',
      'Node.js',
      '#general',
      '',
    ],
  ];
  for (const text of words) it(`is a word: ${text}`, () => assert.equal(isWrittenLocator(text), false));
});

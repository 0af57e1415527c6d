import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { SCHEMAS, SCHEMA_FOLDER, schemaText } from '../../../scripts/schemas/main.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { readSettings } from '../../../src/formats/settings/read-settings.ts';
import { CATALOGUE } from '../../../src/rules/catalogue.ts';
import { EXAMPLE, read } from '../../formats/yaml/reading.ts';

/** What a schema can say, too; the rest is about the argument. */
const OF_FORM = ['wrong-type', 'unknown-key', 'misplaced-key', 'not-a-case'];

function validatorOf(file: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(ROOT, SCHEMA_FOLDER, file), 'utf8')) as object;
  return new Ajv({ strictTypes: false, strictTuples: false, strictRequired: false }).compile(schema);
}

function schemaFinds(validate: ValidateFunction, text: string): string[] {
  return parseAllDocuments(text).flatMap((document) =>
    validate(document.toJS())
      ? []
      : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`),
  );
}

function readerFinds(text: string): string[] {
  return read(text)
    .findings.filter(({ rule }) => OF_FORM.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const claim = (body: string): string => `case: x\nclaims: {C1: ${body}}\n`;

/** Cases with nothing wrong in their form. */
const GOOD: readonly string[] = [
  EXAMPLE,
  'claims: {C1: x}',
  'case: Two\nclaims: [One thing., Another thing.]\n---\ncase: Three\nclaims:\n',
  'case: x\nclaims: [{C1: A text.}, {id: C2, text: A text.}, {text: No id.}]',
  'case: 5\nid: 1.0\nclaims: {1: 2, no: yes}',
  'case: x\nsubject: {repo: https://example.org/a, rev: v1, path: ../a}\nclaims: {C1: x}',
  'case: x\ncontext: {scope: One may well call it so.}\nclaims: {C1: x}',
  claim(
    '{text: x, undeveloped: true, defeated: "false", status: Gap, owner: Ada, scope: x, implementation: x}',
  ),
  claim('{text: x, satisfies: [OWASP-2021:A01], supportedBy: C2, about: A1}'),
  claim(
    '{text: x, evidence: [src/a.py, {E1: src/b.py}, {at: [src/a.py], watch: signature}, {id: E2, at: x/}]}',
  ),
  claim('{text: x, evidence: {E1: src/a.py, E2: [src/a.py, src/b.py], E3: {text: Why, at: src/a.py}}}'),
  claim(
    '{text: x, evidence: [{at: a.sarif, expect: {max: {error: 0, py/some-rule: 1}, tool: semgrep, maxAgeDays: 7}}]}',
  ),
  claim('{text: x, evidence: [{at: a.xml, expect: {passed: [a, b], min: {tests: 5}, max: {skipped: 1}}}]}'),
  claim('{text: x, evidence: [{at: a.info, expect: {min: {lines: 80.5}, of: src/**}}]}'),
  claim(
    `{text: x, evidence: [{at: a.json, expect: {subject: "sha1:${'0'.repeat(40)}", commit: HEAD, file: a}}]}`,
  ),
  claim('{text: x, evidence: [{at: a.json#/b, expect: {equals: {a: [1]}}}]}'),
  claim('{text: x, rebuttals: {R1: {text: x, accepted: {by: Ada, why: Rare., until: 2030-12-31}}}}'),
  'case: x\nassets: {A1: x}\nthreats: {T1: {text: x, threatens: A1, impact: x, likelihood: low, entryPoints: [POST /a, {at: a.py#b, route: GET /c}]}}\ncontrols: {K1: {text: x, answers: [T1]}}',
];

/** Cases whose form is wrong: nothing else is. */
const BAD: readonly string[] = [
  'nothing: of a case',
  '- a list',
  'case: x\nclaim: {C1: x}',
  'case: [x]\nclaims: {C1: x}',
  'case: x\nsubject: [a]\nclaims: {C1: x}',
  'case: x\nsubject: {url: a}\nclaims: {C1: x}',
  'case: x\nclaims: One text.',
  'case: x\nclaims: {C1: {text: x}, evidence: [a]}',
  'case: x\nclaims: {C1: [x]}',
  'case: x\nclaims: [[x]]',
  claim('{txt: x}'),
  claim('{text: {a: b}}'),
  claim('{text: x, id: C2}'),
  claim('{text: x, status: done}'),
  claim('{text: x, undeveloped: maybe}'),
  claim('{text: x, satisfies: {A01: x}}'),
  claim('{text: x, accepted: Ada}'),
  claim('{text: x, accepted: {who: Ada}}'),
  claim('{text: x, evidence: src/a.py}'),
  claim('{text: x, evidence: {at: src/a.py}}'),
  claim('{text: x, evidence: [{at: {path: a}}]}'),
  claim('{text: x, evidence: [{at: a, watch: everything}]}'),
  claim('{text: x, evidence: [{at: a, expect: no errors}]}'),
  claim('{text: x, evidence: [{at: a, expect: {maximum: {error: 0}}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {max: {error: -1}}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {max: {error: none}}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {min: {lines: 101}}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {min: {files: 1}}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {passed: []}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {commit: main}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {subject: md5:abc}}]}'),
  claim('{text: x, evidence: [{at: a, expect: {maxAgeDays: 0}}]}'),
  'case: x\nthreats: {T1: {text: x, entryPoints: [{url: a}]}}',
  'case: x\nthreats: {T1: {text: x, entryPoints: [[a]]}}',
];

describe('the JSON Schema of cases', () => {
  const validate = validatorOf('case.schema.json');

  for (const text of GOOD) {
    it(`finds nothing where the reader does not: ${JSON.stringify(text).slice(0, 70)}`, () => {
      assert.deepEqual(readerFinds(text), []);
      assert.deepEqual(schemaFinds(validate, text), []);
    });
  }

  for (const text of BAD) {
    it(`finds what the reader finds: ${JSON.stringify(text).slice(0, 90)}`, () => {
      assert.notDeepEqual(readerFinds(text), []);
      assert.notDeepEqual(schemaFinds(validate, text), []);
    });
  }

  for (const file of casesThatShip()) {
    it(`finds nothing in ${file}`, () => {
      assert.deepEqual(schemaFinds(validate, readFileSync(join(ROOT, file), 'utf8')), []);
    });
  }

  it('has the keys that the reader reads, and no others', () => {
    const places = {
      'the case': [[], 'zzzzzz: x'],
      subject: [['definitions', 'subject'], 'case: x\nsubject: {zzzzzz: x}'],
      'a node': [['definitions', 'node'], claim('{zzzzzz: x}')],
      evidence: [['definitions', 'evidence'], claim('{text: x, evidence: {E1: {zzzzzz: x}}}')],
      'an item': [
        ['definitions', 'nodes', 'items', 'then'],
        claim('{text: x, context: [{id: x, zzzzzz: x}]}'),
      ],
      accepted: [['definitions', 'accepted'], claim('{text: x, accepted: {zzzzzz: x}}')],
      'an entry point': [
        ['definitions', 'entryPoint'],
        'case: x\nthreats: {T1: {text: x, entryPoints: {zzzzzz: x}}}',
      ],
      expect: [['definitions', 'expect'], claim('{text: x, evidence: [{at: a, expect: {zzzzzz: x}}]}')],
    } as const satisfies Record<string, readonly [readonly string[], string]>;
    for (const [place, [path, text]] of Object.entries(places)) {
      const whole = `case: x\n${text.replace(/^case: x\n/, '')}`;
      const message = read(whole).findings.find(({ rule }) => rule === 'unknown-key')?.message ?? '';
      const allowed = /Allowed are: ([\w, ]+)\.$/.exec(message)?.[1]?.split(', ') ?? [];
      assert.ok(allowed.length > 1, `${place}: ${message}`);
      assert.deepEqual(keysAt(path).sort(), allowed.sort(), place);
    }
  });

  function keysAt(path: readonly string[]): string[] {
    let at = validate.schema as Record<string, unknown>;
    for (const step of path) at = at[step] as Record<string, unknown>;
    return Object.keys(at['properties'] as object);
  }
});

describe('the JSON Schema of settings', () => {
  const validate = validatorOf('settings.schema.json');
  const findings = (text: string) => readSettings(text, '/w/warrant.yaml', CATALOGUE).findings;

  it('finds nothing in what the documentation shows', () => {
    const [, shown] = /```yaml\n([^]*?)```/.exec(readFileSync(join(ROOT, 'docs/settings.md'), 'utf8')) ?? [];
    assert.deepEqual(findings(shown!), []);
    assert.deepEqual(schemaFinds(validate, shown!), []);
  });

  for (const text of [
    'rulez: {weasel-words: off}',
    'rules: {weasel-word: "off"}',
    'rules: {weasel-words: loud}',
    'rules: {syntax: "off"}',
    'kinds: {R: something}',
    'kinds: {docs/a.md: {R1: claim}}',
    'reviews: {required: {C1: x}}',
    'reviews: {independent: perhaps}',
    'reviews: {expireAfterDays: 0}',
    'reviews: {needed: all}',
    'cases: {a: b}',
  ]) {
    it(`finds what the reader finds: ${text}`, () => {
      assert.notDeepEqual(findings(text), []);
      assert.notDeepEqual(schemaFinds(validate, text), []);
    });
  }

  it('has the keys that the reader reads, and no others', () => {
    const allowed = (text: string): string[] =>
      /Allowed are: ([\w, ]+)\.$/.exec(findings(text)[0]!.message)![1]!.split(', ');
    const properties = (validate.schema as { properties: Record<string, { properties?: object }> })
      .properties;
    assert.deepEqual(Object.keys(properties).sort(), allowed('zzzzzz: x').sort());
    assert.deepEqual(
      Object.keys(properties['reviews']!.properties!).sort(),
      allowed('reviews: {zzzzzz: x}').sort(),
    );
  });
});

describe('the schemas that ship', () => {
  for (const file of SCHEMAS.keys()) {
    it(`${file} is what \`npm run schemas\` writes`, async () => {
      assert.equal(readFileSync(join(ROOT, SCHEMA_FOLDER, file), 'utf8'), await schemaText(file));
    });
  }

  it('are named in package.json, and go into the package', () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      contributes: { yamlValidation: readonly { url: string }[] };
    };
    assert.deepEqual(
      contributes.yamlValidation.map(({ url }) => url),
      [...SCHEMAS.keys()].map((file) => `./${SCHEMA_FOLDER}/${file}`),
    );
    assert.match(readFileSync(join(ROOT, '.vscodeignore'), 'utf8'), /^!schemas\/\*\.schema\.json$/m);
  });
});

function casesThatShip(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.case.yaml'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return below('examples');
}

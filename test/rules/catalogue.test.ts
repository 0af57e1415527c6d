import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/rules/all.ts';
import { CATALOGUE } from '../../src/rules/catalogue.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');

/** Where rules are named in the source: in findings, in the types of what readers find, and as the reasons of broken and stale evidence. */
const NAMED: readonly (readonly [where: RegExp, prefix: string])[] = [
  [/\brule:\s[^\n]*?(?=[,}\n])/g, ''],
  [/\btype \w*Rule =[^;]*;/g, ''],
  [/\bbroken\(\s*'[a-z-]+'/g, 'evidence-'],
  [/\bverdict\('stale',[^\n]*?'changed' : 'uncommitted'/g, 'evidence-'],
  [/\bstate: 'stale', reason: '[a-z-]+'/g, 'evidence-'],
  [/\breason: '(?:expectation|test-failed|too-old)'/g, 'evidence-'],
  [/\bunreviewed\(\s*'review-[a-z-]+'/g, 'evidence-'],
];

/** Quoted words that are no rules. */
const OTHERS = new Set(['evidence-stale', 'level', '']);

function idsIn(text: string): string[] {
  return NAMED.flatMap(([where, prefix]) =>
    (text.match(where) ?? []).flatMap((part) =>
      [...part.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((word) => prefix + word[1]!),
    ),
  );
}

describe('the catalogue of rules', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const produced = new Map(
    files.flatMap((path) => idsIn(readFileSync(join(SRC, path), 'utf8')).map((id) => [id, path] as const)),
  );

  it('names every rule that the code can find', () => {
    const unknown = [...produced].filter(([id]) => !CATALOGUE.has(id) && !OTHERS.has(id));
    assert.deepEqual(unknown, []);
  });

  it('names no rule that the code cannot find', () => {
    const made = new Set([...produced.keys(), ...RULES.map(({ id }) => id)]);
    const kinds = ['unknown-node', 'unknown-case', 'ambiguous-case', 'self', 'repeated', 'cycle'];
    for (const kind of kinds) made.add(`reference-${kind}`);
    assert.deepEqual(
      [...CATALOGUE.keys()].filter((id) => !made.has(id)),
      [],
    );
  });

  it('says of each in a few words what it finds', () => {
    for (const { id, about } of CATALOGUE.values()) {
      assert.match(about, /^[A-Za-z`][^\n]{10,110}[^.]$/, id);
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    }
  });
});

import assert from 'node:assert/strict';
import { cursorPath } from '../../../src/formats/yaml/cursor-path.ts';
import { choicesOf } from '../../../src/formats/yaml/key-docs.ts';
import { CASE_KEYS, ITEM_KEYS } from '../../../src/formats/yaml/keys.ts';
import { keyInYaml, placeInYaml } from '../../../src/formats/yaml/place-in-yaml.ts';
import { EXPECT_KEYS } from '../../../src/model/read-expectation.ts';
import { withCursor } from '../../support/cursor.ts';

/** What a place wants, in short, and what is typed there; of keys the first few. */
function show(marked: string): string {
  const { text, offset } = withCursor(marked);
  const place = placeInYaml(text, offset);
  if (!place) return 'nothing';
  const wants = place.wants.map((want) => {
    switch (want.is) {
      case 'key':
        return `keys ${want.keys
          .slice(0, 3)
          .map(({ word }) => word)
          .join(',')}`;
      case 'value':
        return `values ${want.values.map(({ word }) => word).join(',')}`;
      case 'new-id':
        return `new ${want.kind}`;
      case 'node':
        return `node ${want.likely[0]}`;
      case 'part':
        return `part of ${want.of}`;
      case 'item':
      case 'locator':
      case 'requirement':
        return want.is;
    }
  });
  return `${wants.join(' | ')} <- ${text.slice(place.span.start, place.span.end)}${place.node ? ` @${place.node}` : ''}`;
}

const NODE = 'case: A\nclaims:\n  C1:\n    text: Some.\n';

describe('the place at which somebody writes YAML', () => {
  const places: readonly (readonly [what: string, marked: string, expected: string])[] = [
    ['the first key of a file', '¦', 'keys case,id,subject <- '],
    ['a key of a case', 'case: A\ncl¦', 'keys id,subject,claims <- cl'],
    ['a key of a node', `${NODE}    ev¦`, 'keys satisfies,supportedBy,answers <- ev @C1'],
    [
      'a key before others, which are left out',
      'claims:\n  C1:\n    ¦\n    text: a\n    satisfies: [x]\n',
      'keys supportedBy,answers,about <-  @C1',
    ],
    ['a key on a line of its own', 'claims:\n  C1:\n    ¦', 'keys text,satisfies,supportedBy <-  @C1'],
    ['the text of a claim', 'claims:\n  C1: Some ¦', 'nothing'],
    ['the text of a claim below its key', `${NODE}    text: Other ¦`, 'nothing'],
    ['a text of several lines', 'claims:\n  C1:\n    text: |\n      Some\n      ¦', 'nothing'],
    ['a comment', `${NODE}    # ev¦`, 'nothing'],
    ['an id', `${NODE}  ¦`, 'new claim <- '],
    ['an id that begins', `${NODE}  C¦`, 'new claim <- C'],
    ['the first id', 'claims:\n  ¦', 'new claim | item <- '],
    ['an id in braces', 'claims:\n  C1:\n    rebuttals: {R¦', 'new rebuttal <- R @C1'],
    [
      'a path in a list',
      `${NODE}    evidence:\n      - src/a¦`,
      'locator | keys at,expect,watch <- src/a @C1',
    ],
    [
      'a path that goes on',
      `${NODE}    evidence:\n      - sr¦c/a.py # why`,
      'locator | keys at,expect,watch <- src/a.py @C1',
    ],
    [
      'a path in brackets',
      `${NODE}    evidence: [a.py, src/¦]`,
      'locator | keys at,expect,watch <- src/ @C1',
    ],
    [
      'a path in open brackets on several lines',
      `${NODE}    evidence: [\n      a.py,\n      ¦`,
      'locator | keys at,expect,watch <-  @C1',
    ],
    ['a path in quotes', `${NODE}    evidence:\n      - "src/¦x y"`, 'locator <- src/x y @C1'],
    ['a path behind an id', `${NODE}    evidence:\n      - E2: s¦`, 'locator <- s @E2'],
    ['a path behind at', `${NODE}    evidence:\n      - at: s¦`, 'locator <- s @C1'],
    [
      'a part of a file',
      `${NODE}    evidence:\n      - src/a.py#lo¦g`,
      'part of src/a.py | keys at,expect,watch <- src/a.py#log @C1',
    ],
    [
      'a key of evidence',
      `${NODE}    evidence:\n      - at: a.py\n        w¦`,
      'keys expect,watch,id <- w @C1',
    ],
    ['the beginning of a list', `${NODE}    evidence:\n      ¦`, 'new evidence | item <-  @C1'],
    [
      'watch',
      `${NODE}    evidence:\n      - at: a.py\n        watch: ¦`,
      'values signature,body,all <-  @C1',
    ],
    [
      'a key of expect',
      `${NODE}    evidence:\n      - at: a.xml\n        expect: {¦}`,
      'keys max,min,passed <-  @C1',
    ],
    [
      'a key of max',
      `${NODE}    evidence:\n      - {at: a.xml, expect: {max: {e¦}}}`,
      'keys error,warning,note <- e @C1',
    ],
    ['a reference', `${NODE}    supportedBy: [C2, ¦]`, 'node claim <-  @C1'],
    ['a reference to what is answered', 'controls:\n  M1:\n    answers: T¦', 'node threat <- T @M1'],
    ['a requirement', `${NODE}    satisfies: [OWASP-2021:¦`, 'requirement <- OWASP-2021: @C1'],
    ['an entry point', 'threats:\n  T1:\n    entryPoints:\n      - ¦', 'locator | keys at,route <-  @T1'],
    ['a flag', `${NODE}    undeveloped: ¦`, 'values true,false <-  @C1'],
    [
      'behind a text with an open quote',
      'claims:\n  C1:\n    text: "open\n    satisfies: [a]\n    ev¦',
      'keys supportedBy,answers,about <- ev @C1',
    ],
    [
      'behind a line without a colon',
      `${NODE}    evid\n    sup¦`,
      'keys satisfies,supportedBy,answers <- sup @C1',
    ],
    [
      'in a key whose value is there',
      `${NODE}    ev¦i: [a.py]`,
      'keys satisfies,supportedBy,answers <- evi @C1',
    ],
    [
      'with ends of lines of Windows',
      'claims:\r\n  C1:\r\n    text: a\r\n    ¦\r\n    satisfies: [x]\r\n',
      'keys supportedBy,answers,about <-  @C1',
    ],
    ['in a second document', `${NODE}---\ncase: B\ncl¦`, 'keys id,subject,claims <- cl'],
  ];
  for (const [what, marked, expected] of places)
    it(`is known: ${what}`, () => assert.equal(show(marked), expected));

  it('is the same in a long file', () => {
    const long = Array.from(
      { length: 3000 },
      (_, i) => `  N${i}:\n    text: Some.\n    evidence: [a.py]\n`,
    ).join('');
    for (const [what, marked, expected] of places) {
      if (!marked.includes('\nclaims:\n  C1:') || marked.includes('---')) continue;
      const inLong = marked.replace('\nclaims:\n', `\nclaims:\n${long}`);
      assert.equal(show(inLong), expected, what);
    }
  });

  it('says what a key means', () => {
    const { text, offset } = withCursor(`${NODE}    evid¦ence: [a.py]\n`);
    const key = keyInYaml(text, offset)!;
    assert.equal(text.slice(key.start, key.end), 'evidence');
    assert.match(key.means, /files, symbols, lines, reports/);
    const words = withCursor('claims:\n  C1: The ev¦idence: it holds\n');
    assert.equal(keyInYaml(words.text, words.offset), undefined);
  });

  it('has a meaning for every key', () => {
    const all = [...choicesOf(CASE_KEYS), ...choicesOf(ITEM_KEYS), ...choicesOf(EXPECT_KEYS, 'expect')];
    assert.deepEqual(
      all.filter(({ means }) => means === ''),
      [],
    );
  });

  it('bears what nobody would write', () => {
    const brackets = '[{'.repeat(2000);
    assert.doesNotThrow(() => cursorPath(`claims: ${brackets}`, 8 + brackets.length));
    const quotes = `claims:\n  C1: "${'a"b'.repeat(20_000)}`;
    assert.equal(placeInYaml(quotes, quotes.length), undefined);
  });
});

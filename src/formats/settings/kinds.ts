import { closest } from '../../model/closest.ts';
import { NODE_KINDS, type NodeKind } from '../../model/kinds.ts';
import type { Settings } from '../../model/settings.ts';
import type { Field } from '../yaml/pairs.ts';
import { pairsOf } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Reading } from '../yaml/reading.ts';
import type { Written } from '../yaml/scalars.ts';
import { shown } from '../yaml/wording.ts';

type Kinds = Pick<Settings, 'prefixes' | 'prefixesOf'>;

const EXAMPLE = 'Write letters and a kind, such as `R: claim`, or a document with such a list below it.';

/** Reads `kinds: {R: claim, docs/threats.md: {R: rebuttal}}`: what the letters of ids mean, everywhere or in some documents. */
export function readKinds(reading: Reading, field: Field | undefined): Kinds {
  const prefixes = new Map<string, NodeKind>();
  const prefixesOf: { glob: string; prefixes: Map<string, NodeKind> }[] = [];
  const shape = field ? shapeOf(reading, field.value) : undefined;
  if (!field || !shape || shape.is === 'nothing') return { prefixes, prefixesOf };
  if (shape.is !== 'map') {
    reportWrongType(reading, field.valueSpan, `\`kinds\` must hold letters with kinds. ${EXAMPLE}`);
    return { prefixes, prefixesOf };
  }
  for (const { key, value, valueSpan } of pairsOf(reading, shape.map)) {
    const inner = shapeOf(reading, value);
    if (inner.is === 'scalar') readPrefix(reading, key, inner.written, prefixes);
    else if (inner.is === 'map') {
      const own = new Map<string, NodeKind>();
      for (const pair of pairsOf(reading, inner.map)) {
        const kind = shapeOf(reading, pair.value);
        if (kind.is === 'scalar') readPrefix(reading, pair.key, kind.written, own);
        else reportWrongType(reading, pair.valueSpan, `\`${shown(pair.key.text)}\` needs a kind. ${EXAMPLE}`);
      }
      prefixesOf.push({ glob: key.text, prefixes: own });
    } else reportWrongType(reading, valueSpan, `\`${shown(key.text)}\` needs a kind. ${EXAMPLE}`);
  }
  return { prefixes, prefixesOf };
}

function readPrefix(reading: Reading, key: Written, value: Written, into: Map<string, NodeKind>): void {
  const letters = /^(?<letters>[A-Za-z]{1,8})[-_.]?$/.exec(key.text)?.groups?.['letters'];
  if (letters === undefined) {
    const message = `\`${shown(key.text)}\` cannot begin an id. Write the letters alone, without a number: \`R: claim\`.`;
    reportWrongType(reading, key.span, message);
    return;
  }
  const kind = NODE_KINDS.find((one) => one === value.text);
  if (kind) {
    into.set(letters, kind);
    return;
  }
  const similar = SYNONYMS.get(value.text.toLowerCase()) ?? closest(value.text.slice(0, 30), NODE_KINDS);
  const fix = similar ? `Did you mean \`${similar}\`?` : `Kinds are: ${NODE_KINDS.join(', ')}.`;
  reportWrongType(reading, value.span, `\`${shown(value.text)}\` is no kind of node. ${fix}`);
}

/** What other notations call the kinds. */
const SYNONYMS: ReadonlyMap<string, NodeKind> = new Map([
  ['goal', 'claim'],
  ['property', 'claim'],
  ['requirement', 'claim'],
  ['argument', 'strategy'],
  ['solution', 'evidence'],
  ['test', 'evidence'],
  ['mitigation', 'control'],
  ['countermeasure', 'control'],
  ['attack', 'threat'],
  ['risk', 'rebuttal'],
  ['defeater', 'rebuttal'],
]);

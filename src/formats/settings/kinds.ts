import { message, say } from '../../l10n/say.ts';
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

const EXAMPLE = message(
  'Write letters and a kind, such as `R: claim`, or a document with such a list below it.',
);

/** Reads `kinds: {R: claim, docs/threats.md: {R: rebuttal}}`: what the letters of ids mean, everywhere or in some documents. */
export function readKinds(reading: Reading, field: Field | undefined): Kinds {
  const prefixes = new Map<string, NodeKind>();
  const prefixesOf: { glob: string; prefixes: Map<string, NodeKind> }[] = [];
  const shape = field ? shapeOf(reading, field.value) : undefined;
  if (!field || !shape || shape.is === 'nothing') return { prefixes, prefixesOf };
  if (shape.is !== 'map') {
    reportWrongType(
      reading,
      field.valueSpan,
      `${say('`kinds` must hold letters with kinds.')} ${say(EXAMPLE)}`,
    );
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
        else reportWrongType(reading, pair.valueSpan, sayNoKind(pair.key));
      }
      prefixesOf.push({ glob: key.text, prefixes: own });
    } else reportWrongType(reading, valueSpan, sayNoKind(key));
  }
  return { prefixes, prefixesOf };
}

function sayNoKind({ text }: Written): string {
  return `${say('`{0}` needs a kind.', shown(text))} ${say(EXAMPLE)}`;
}

function readPrefix(reading: Reading, key: Written, value: Written, into: Map<string, NodeKind>): void {
  const letters = /^(?<letters>[A-Za-z]{1,8})[-_.]?$/.exec(key.text)?.groups?.['letters'];
  if (letters === undefined) {
    const message = say(
      '`{0}` cannot begin an id. Write the letters alone, without a number: `R: claim`.',
      shown(key.text),
    );
    reportWrongType(reading, key.span, message);
    return;
  }
  const kind = NODE_KINDS.find((one) => one === value.text);
  if (kind) {
    into.set(letters, kind);
    return;
  }
  const similar = SYNONYMS.get(value.text.toLowerCase()) ?? closest(value.text.slice(0, 30), NODE_KINDS);
  const fix = similar ? say('Did you mean `{0}`?', similar) : say('Kinds are: {0}.', NODE_KINDS.join(', '));
  reportWrongType(reading, value.span, `${say('`{0}` is no kind of node.', shown(value.text))} ${fix}`);
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

import { message, say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import { FIELD_NAMES } from '../../model/fields.ts';
import { type NodeKind, aKind, thisKind } from '../../model/kinds.ts';
import { capitalized } from '../../model/phrases.ts';
import { WATCHES, type Watch } from '../../model/watch.ts';
import type { Span } from '../span.ts';
import { readAcceptance } from './acceptance.ts';
import type { WrittenAcceptance, WrittenField, WrittenStatus } from './case-builder.ts';
import type { Entry } from './entries.ts';
import { readEntryPoints } from './entry-points.ts';
import { reportExpectation } from './expectation.ts';
import { CHILD_KINDS, ITEM_KEYS, NODE_KEYS } from './keys.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { reportWrongType, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Written } from './scalars.ts';
import { oneString, someStrings } from './strings.ts';
import type { Expected } from './strings.ts';

/** What is written of `watch`, and where. */
interface WrittenWatch {
  readonly is: Watch;
  readonly span: Span;
}

/** All that is written of one node, but for its children. */
export interface NodeBody {
  readonly id?: Written;
  readonly text?: Written;
  readonly locators: readonly Written[];
  /** What is expected of the evidence's content. */
  readonly expect?: Field;
  readonly watch?: WrittenWatch;
  readonly undeveloped: boolean;
  readonly defeated: boolean;
  readonly status?: WrittenStatus;
  readonly accepted?: WrittenAcceptance;
  readonly satisfies: readonly Written[];
  /** Nodes that it rests on: `supportedBy`, and the assets that it is `about`. */
  readonly below: readonly Written[];
  /** Nodes that it hangs under: the threats that it `answers`, the assets that it `threatens`. */
  readonly above: readonly Written[];
  /** What is said of it besides its text. */
  readonly fields: readonly WrittenField[];
  /** Where a threat meets the code. */
  readonly entryPoints: readonly Written[];
  /** The fields that hold further nodes. */
  readonly children: readonly Field[];
}

const NONE: readonly never[] = [];

/** Of most entries only this much is written. Every body has the same keys in the same order: engines read such objects several times faster. */
function shortBody(
  id: Written | undefined,
  text: Written | undefined,
  locators: readonly Written[] = NONE,
): NodeBody {
  return {
    id,
    text,
    locators,
    expect: undefined,
    watch: undefined,
    undeveloped: false,
    defeated: false,
    status: undefined,
    accepted: undefined,
    satisfies: NONE,
    below: NONE,
    above: NONE,
    fields: NONE,
    entryPoints: NONE,
    children: NONE,
  };
}

const LOCATOR_EXPECTED = message('A locator must be one text, such as `src/app.py#main`, or a list of them.');

/** Reads what an entry says of its node. Whatever is of the wrong type is reported, and the rest is read. */
export function readBody(reading: Reading, entry: Entry, kind: NodeKind): NodeBody {
  const { shape, id } = entry;
  const node = id?.text;
  switch (shape.is) {
    case 'nothing':
      return shortBody(id, undefined);
    case 'scalar':
      if (kind === 'evidence') return shortBody(id, undefined, shape.written.text ? [shape.written] : NONE);
      return shortBody(id, shape.written);
    case 'list': {
      if (kind !== 'evidence') {
        const message = say(
          '{0} must be a text or an object with `text`; a list is not read here.',
          capitalized(aKind(kind)),
        );
        reportWrongType(reading, entry.valueSpan, message, { node });
        return shortBody(id, undefined);
      }
      const expected: Expected = { message: say(LOCATOR_EXPECTED), node };
      const locators = shape.items.flatMap((item) => someStrings(reading, item, entry.valueSpan, expected));
      return shortBody(id, undefined, locators);
    }
    case 'map': {
      const what = node === undefined ? thisKind(kind) : `\`${node}\``;
      const fields = fieldsOf(reading, shape.map, id ? NODE_KEYS : ITEM_KEYS, what, node);
      return readFields(reading, fields, kind, id, shape.hidden);
    }
  }
}

function readFields(
  reading: Reading,
  fields: readonly Field[],
  kind: NodeKind,
  key: Written | undefined,
  hidden: Written | undefined,
): NodeBody {
  const node = key?.text;
  const string = (name: string): Written | undefined => {
    const field = fieldNamed(fields, name);
    const expected: Expected = { message: say('`{0}` must be one text.', name), node };
    const written = field && oneString(reading, field.value, field.key.span, expected);
    return written?.text ? written : undefined;
  };
  const strings = (name: string, message: string): Written[] => {
    const field = fieldNamed(fields, name);
    return field ? someStrings(reading, field.value, field.key.span, { message, node }) : [];
  };
  const nodes = (name: string): Written[] =>
    strings(
      name,
      say(
        '`{0}` must be the id of a node such as `{1}` or `other-case/{1}`, or a list of ids.',
        name,
        EXAMPLES[name]!,
      ),
    );
  const accepted = fieldNamed(fields, 'accepted');
  const { locators: entryPoints, texts } = readEntryPoints(reading, fieldNamed(fields, 'entryPoints'), node);
  const hiddenLocators = hidden && kind === 'evidence' ? [hidden] : [];
  return {
    id: string('id') ?? key,
    text: string('text') ?? (kind === 'evidence' ? undefined : hidden),
    locators: [...hiddenLocators, ...strings('at', say(LOCATOR_EXPECTED))],
    expect: readExpect(reading, fieldNamed(fields, 'expect'), node),
    watch: readWatch(reading, string('watch'), node),
    undeveloped: readFlag(reading, fieldNamed(fields, 'undeveloped'), node),
    defeated: readFlag(reading, fieldNamed(fields, 'defeated'), node),
    status: readStatus(reading, string('status'), node),
    accepted: accepted && readAcceptance(reading, accepted, node),
    satisfies: strings(
      'satisfies',
      say('`satisfies` must be a requirement such as `OWASP-2021:A02`, or a list of them.'),
    ),
    below: [...nodes('supportedBy'), ...nodes('about')],
    above: [...nodes('answers'), ...nodes('threatens')],
    fields: FIELD_NAMES.flatMap((name) => {
      const values = name === 'entryPoints' ? texts : [string(name)];
      return values.flatMap((value) => (value ? [{ name, ...value }] : []));
    }),
    entryPoints,
    children: fields.filter((field) => CHILD_KINDS.has(field.key.text)),
  };
}

/** What each key that names nodes is usually written with. */
const EXAMPLES: Readonly<Record<string, string>> = {
  supportedBy: 'C7',
  about: 'A1',
  answers: 'T1',
  threatens: 'A1',
};

function readExpect(reading: Reading, field: Field | undefined, node: string | undefined): Field | undefined {
  if (!field) return undefined;
  if (shapeOf(reading, field.value).is === 'map') {
    reportExpectation(reading, field, node);
    return field;
  }
  const message = say('`expect` must be an object, such as `expect: {max: {error: 0}}`.');
  reportWrongType(reading, field.valueSpan, message, { node });
  return undefined;
}

const WATCH_EXPECTED = message('`watch` must be `signature`, `body` or `all`.');

function readWatch(
  reading: Reading,
  written: Written | undefined,
  node: string | undefined,
): WrittenWatch | undefined {
  if (!written) return undefined;
  const word = written.text.toLowerCase();
  const is = WATCHES.find((watch) => watch === word);
  if (is) return { is, span: written.span };
  const meant = closest(word, WATCHES);
  const message = say(WATCH_EXPECTED) + (meant ? ` ${say('Did you mean `{0}`?', meant)}` : '');
  reportWrongType(reading, written.span, message, { node });
  return undefined;
}

/** `true` or `false`; anything else is reported, and false. */
export function readFlag(reading: Reading, field: Field | undefined, node: string | undefined): boolean {
  if (!field) return false;
  const shape = shapeOf(reading, field.value);
  const text = shape.is === 'scalar' ? shape.written.text.toLowerCase() : '';
  if (text !== 'true' && text !== 'false') {
    const message = say('`{0}` must be `true` or `false`.', field.key.text);
    reportWrongType(reading, field.valueSpan, message, { node });
  }
  return text === 'true';
}

function readStatus(
  reading: Reading,
  written: Written | undefined,
  node: string | undefined,
): WrittenStatus | undefined {
  if (!written) return undefined;
  const is = written.text.toLowerCase();
  if (is === 'proposed' || is === 'gap') return { ...written, is };
  const message = say(
    '`status` must be `proposed` for what is planned, or `gap` for what is known to be missing. Leave it out for everything else.',
  );
  reportWrongType(reading, written.span, message, { node });
  return undefined;
}

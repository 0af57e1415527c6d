import { type Pair, type ParsedNode, isMap, isPair, isScalar, isSeq } from 'yaml';
import { parseDocuments } from '../yaml/documents.ts';
import { isBlank, spanOf } from '../yaml/scalars.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/** What is written below the key of a node: `key: value`, or an entry more of a map or a list. */
export interface YamlInsertion {
  readonly key: string;
  /** Of a key that holds one plain value. */
  readonly value?: string;
  /** One entry, without its dash; further lines of a block are indented from the first. */
  readonly entry: (form: YamlForm, style: 'block' | 'flow', unit: string) => string | undefined;
  /** What the key holds where it is not there yet. */
  readonly form: YamlForm;
  /** Keys before which it stands, if it is made. */
  readonly before: ReadonlySet<string>;
  /** What the value of a node that is no object becomes: the key of its text. */
  readonly textKey: string;
}

export type YamlForm = 'map' | 'list';

/** Where a node is written: its value, and the key or the dash that stands before it. */
interface Place {
  readonly value: ParsedNode | null;
  /** The first character of the key, or of the item of a list. */
  readonly start: number;
  /** Behind the colon of the key; the start of the item in a list. */
  readonly from: number;
  /** Within `{…}` or `[…]`. */
  readonly inFlow: boolean;
}

/**
 * Ways to write something below a node, the best first.
 *
 * @param at the offset where the node's id begins, or its text in a list
 */
export function insertInYaml(
  text: string,
  at: number,
  insertion: YamlInsertion,
): Iterable<readonly TextEdit[]> {
  return insert(text, insertion, (top) => find(top, at));
}

/** The same in the map of a case. @param at the offset where that begins */
export function insertInCase(
  text: string,
  at: number,
  insertion: YamlInsertion,
): Iterable<readonly TextEdit[]> {
  return insert(text, insertion, (top) => (top.range[0] === at ? wholeOf(top) : undefined));
}

function* insert(
  text: string,
  insertion: YamlInsertion,
  placeIn: (top: ParsedNode) => Place | undefined,
): Iterable<readonly TextEdit[]> {
  const tops = parseDocuments(text, () => {}).contents.flatMap((top) => top ?? []);
  const [place] = tops.flatMap((top) => placeIn(top) ?? []);
  if (!place) return;
  const writing: Writing = { text, eol: lineEndOf(text), unit: unitOf(text, place), insertion };
  const { value } = place;
  if (value && isMap(value)) yield* intoMap(writing, place, value);
  else if (value === null || isBlank(value, text)) yield* intoNothing(writing, place);
  else yield* intoObject(writing, place, value);
}

/** The map of a case, in which things are written as in that of a node. */
function wholeOf(top: ParsedNode): Place {
  const [start] = top.range;
  return { value: top, start, from: start, inFlow: false };
}

interface Writing {
  readonly text: string;
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly insertion: YamlInsertion;
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
type ParsedMap = Extract<ParsedNode, { items: unknown }> & { readonly flow?: boolean };

/** The place of the node whose id, or whose text in a list, begins at an offset. Follows no alias: the file says it once. */
function find(top: ParsedNode, at: number): Place | undefined {
  let inFlow = false;
  let node: ParsedNode | null = top;
  let item: Place | undefined;
  while (node) {
    if (!isMap(node) && !isSeq(node)) return item;
    inFlow ||= node.flow === true;
    let next: ParsedNode | null = null;
    const items: readonly (ParsedPair | ParsedNode)[] = node.items;
    for (const each of items) {
      if (isPair(each)) {
        const { key, value }: ParsedPair = each;
        if (!isScalar(key)) continue;
        const [keyStart, keyEnd] = key.range;
        if (keyStart <= at && at < keyEnd) return { value, start: keyStart, from: keyEnd, inFlow };
        if (value && keyEnd <= at && at < value.range[2]) next = value;
      } else if (each.range[0] <= at && at < each.range[2]) {
        const first = each.range[0];
        item = { value: each, start: first, from: first, inFlow };
        next = each;
      }
    }
    node = next;
  }
  return item;
}

function* intoMap(writing: Writing, place: Place, map: ParsedMap): Iterable<readonly TextEdit[]> {
  const { text } = writing;
  const { key } = writing.insertion;
  const pairs = map.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? [{ key: pair.key, value: pair.value as ParsedNode | null }] : [],
  );
  const present = pairs.find((pair) => String(pair.key.value) === key);
  const column = pairs[0] ? columnOf(text, pairs[0].key.range![0]) : 0;
  if (present) {
    const start = present.key.range![0];
    yield* intoChildren(writing, present.value, start, place.inFlow || map.flow === true);
    return;
  }
  if (place.inFlow || map.flow) {
    const fresh = freshInFlow(writing);
    if (fresh !== undefined) yield insertInFlow(text, map, fresh);
    return;
  }
  const lines = freshLines(writing, ' '.repeat(column));
  if (lines === undefined) return;
  const goesOn = pairs.findIndex((pair) => writing.insertion.before.has(String(pair.key.value)));
  for (const last of [goesOn > 0 ? pairs[goesOn - 1] : undefined, pairs.at(-1)]) {
    if (!last) continue;
    const end = endOfLines(text, last.value, last.key.range![1]);
    yield [{ start: end, end, newText: lines }];
  }
}

/** Behind those that are there: in a map by their ids, or in a list. */
function* intoChildren(
  writing: Writing,
  value: ParsedNode | null,
  keyStart: number,
  inFlow: boolean,
): Iterable<readonly TextEdit[]> {
  const { text, eol, unit } = writing;
  if (value && (isMap(value) || isSeq(value))) {
    const isList = isSeq(value);
    if (inFlow || value.flow) {
      const entry = entryOf(writing, isList ? 'list' : 'map', 'flow');
      if (entry !== undefined) yield insertInFlow(text, value, entry);
      return;
    }
    const first = value.items[0];
    const firstStart = isPair(first) && isScalar(first.key) ? first.key.range![0] : value.range[0];
    const column = columnOf(text, isList ? value.range[0] : firstStart);
    const end = lineStop(text, spanOf(value, text).end);
    const entry = entryOf(writing, isList ? 'list' : 'map', 'block', ' '.repeat(column));
    if (entry !== undefined) yield [{ start: end, end, newText: `${eol}${entry}` }];
    return;
  }
  if (value && !isBlank(value, text)) {
    yield* intoList(writing, value);
    return;
  }
  if (inFlow) return;
  const end = lineStop(text, keyStart);
  const indent = `${' '.repeat(columnOf(text, keyStart))}${unit}`;
  const entry = entryOf(writing, writing.insertion.form, 'block', indent);
  if (entry !== undefined) yield [{ start: end, end, newText: `${eol}${entry}` }];
}

/** One value where a list may stand becomes the first of two. */
function* intoList(writing: Writing, value: ParsedNode): Iterable<readonly TextEdit[]> {
  const entry = entryOf(writing, 'list', 'flow');
  if (writing.insertion.form !== 'list' || entry === undefined) return;
  const { start, end } = spanOf(value, writing.text);
  yield [
    { start, end: start, newText: '[' },
    { start: end, end, newText: `, ${entry}]` },
  ];
}

/** A node of which nothing is said yet. */
function* intoNothing(writing: Writing, place: Place): Iterable<readonly TextEdit[]> {
  const { text, unit } = writing;
  if (place.inFlow) return;
  const end = lineStop(text, place.start);
  const lines = freshLines(writing, ' '.repeat(columnOf(text, place.start)) + unit);
  if (lines !== undefined) yield [{ start: end, end, newText: lines }];
}

/** A node that is just its text, or a place, becomes an object that has the same text. */
function* intoObject(writing: Writing, place: Place, value: ParsedNode): Iterable<readonly TextEdit[]> {
  const { text, eol, unit } = writing;
  const name = writing.insertion.textKey;
  const begin = valueStart(text, place, value);
  if (begin === undefined) return;
  if (place.inFlow) {
    const end = spanOf(value, text).end;
    const fresh = freshInFlow(writing);
    if (fresh === undefined) return;
    yield [
      { start: begin, end: begin, newText: `{${name}: ` },
      { start: end, end, newText: `, ${fresh}}` },
    ];
    return;
  }
  const isItem = place.from === place.start;
  const column = columnOf(text, place.start);
  const indent = isItem ? ' '.repeat(column) : `${' '.repeat(column)}${unit}`;
  const end = endOfLines(text, value, place.from);
  // What goes on below is indented further by as much as its first line is.
  const deeper: TextEdit[] = [];
  for (let at = text.indexOf('\n', begin) + 1; at > 0 && at <= end; at = text.indexOf('\n', at) + 1) {
    if (!/^[ \t]*\r?(?:\n|$)/.test(text.slice(at, lineStop(text, at) + 1)))
      deeper.push({ start: at, end: at, newText: unit });
  }
  const gapStart = isItem ? begin : place.from + 1;
  const lines = freshLines(writing, indent);
  if (lines === undefined) return;
  yield [
    { start: gapStart, end: begin, newText: isItem ? `${name}: ` : `${eol}${indent}${name}: ` },
    ...deeper,
    { start: end, end, newText: lines },
  ];
}

/** Where a value begins, its anchor and tag included; undefined where a comment stands before it. */
function valueStart(text: string, { start, from }: Place, value: ParsedNode): number | undefined {
  if (start === from) return value.range[0];
  const between = text.slice(from, value.range[0]);
  const colon = between.indexOf(':');
  const blank = /^\s*/.exec(between.slice(colon + 1))![0].length;
  if (colon !== 0 || between.includes('#')) return undefined;
  return from + colon + 1 + blank;
}

/** Where the last line that has something of a value ends, a comment on that line included. */
function endOfLines(text: string, value: ParsedNode | null, fallback: number): number {
  return lineStop(text, value && !isBlank(value, text) ? spanOf(value, text).end : fallback);
}

/** The key with what it holds, as lines behind a line. */
function freshLines(writing: Writing, indent: string): string | undefined {
  const { eol, unit, insertion } = writing;
  const { key, value, form } = insertion;
  if (value !== undefined) return `${eol}${indent}${key}: ${value}`;
  const entry = entryOf(writing, form, 'block', indent + unit);
  return entry === undefined ? undefined : `${eol}${indent}${key}:${eol}${entry}`;
}

function freshInFlow(writing: Writing): string | undefined {
  const { key, value, form } = writing.insertion;
  if (value !== undefined) return `${key}: ${value}`;
  const entry = entryOf(writing, form, 'flow');
  return entry === undefined ? undefined : form === 'list' ? `${key}: [${entry}]` : `${key}: {${entry}}`;
}

function entryOf(
  { insertion, unit, eol }: Writing,
  form: YamlForm,
  style: 'block' | 'flow',
  indent = '',
): string | undefined {
  const entry = insertion.entry(form, style, unit);
  if (entry === undefined || style === 'flow') return entry;
  const [first, ...others] = entry.split('\n');
  const hanging = form === 'list' ? '  ' : '';
  return [
    indent + (form === 'list' ? '- ' : '') + first,
    ...others.map((line) => indent + hanging + line),
  ].join(eol);
}

/** Before the closing bracket, behind a comma where something stands before it that has none. */
function insertInFlow(text: string, collection: ParsedNode, newText: string): readonly TextEdit[] {
  const close = collection.range[1] - 1;
  const inside = text.slice(collection.range[0] + 1, close);
  const end = collection.range[0] + 1 + inside.trimEnd().length;
  const before = inside.trimEnd();
  const comma = before === '' ? '' : before.endsWith(',') ? ' ' : ', ';
  return [{ start: end, end, newText: `${comma}${newText}` }];
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** One level of indentation: how much further the node's line begins than the line above that encloses it. */
function unitOf(text: string, { start }: Place): string {
  let own = /^ */.exec(text.slice(lineStart(text, start)))![0].length;
  for (let at = lineStart(text, start); at > 0;) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, lineStop(text, at));
    const indent = /^ */.exec(line)![0].length;
    if (line.trim() === '' || line.trimStart().startsWith('#') || indent >= own) continue;
    const unit = own - indent;
    if (unit >= 2 && unit <= 8 && !line.trimStart().startsWith('- ')) return ' '.repeat(unit);
    own = indent;
  }
  return '  ';
}

import { type Pair, type ParsedNode, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { CaseNode } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { isBlank, spanOf } from '../yaml/scalars.ts';
import type { Challenge, ProposeChallenges } from './challenge.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';
import { blockText, flowText } from './yaml-text.ts';

/** Keys below which the argument goes on; what attacks a claim stands before them, near its text. */
const GOES_ON: ReadonlySet<string> = new Set(['claims', 'strategies', 'evidence', 'controls']);

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

/** An entry below the node's key for what attacks it, which is made where there is none. */
export const challengesInYaml: ProposeChallenges = function* (text, _one, node, challenge) {
  const start = new LineIndex(text).offset(node.idRange.start);
  const place = parseDocuments(text, () => {}).contents.flatMap((top) =>
    top ? (find(top, start) ?? []) : [],
  )[0];
  if (!place) return;
  const writing: Writing = { text, eol: lineEndOf(text), unit: unitOf(text, place), node, challenge };
  const { value } = place;
  if (value && isMap(value)) yield* intoMap(writing, place, value);
  else if (value === null || isBlank(value, text)) yield* intoNothing(writing, place);
  else yield* intoObject(writing, place, value);
};

interface Writing {
  readonly text: string;
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly node: CaseNode;
  readonly challenge: Challenge;
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
  const { text, eol, unit } = writing;
  const key = keyOf(writing);
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
    yield insertInFlow(text, map, `${key}: {${entry(writing, true)}}`);
    return;
  }
  const indent = ' '.repeat(column);
  const lines = `${eol}${indent}${key}:${eol}${indent}${unit}${entry(writing, false)}`;
  const goesOn = pairs.findIndex((pair) => GOES_ON.has(String(pair.key.value)));
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
      yield insertInFlow(text, value, isList ? `{${entry(writing, true)}}` : entry(writing, true));
      return;
    }
    const first = value.items[0];
    const firstStart = isPair(first) && isScalar(first.key) ? first.key.range![0] : value.range[0];
    const dash = isList ? '- ' : '';
    const column = columnOf(text, isList ? value.range[0] : firstStart);
    const end = lineStop(text, spanOf(value, text).end);
    yield [{ start: end, end, newText: `${eol}${' '.repeat(column)}${dash}${entry(writing, false)}` }];
    return;
  }
  if (inFlow || (value && !isBlank(value, text))) return;
  const end = lineStop(text, keyStart);
  const indent = `${' '.repeat(columnOf(text, keyStart))}${unit}`;
  yield [{ start: end, end, newText: `${eol}${indent}${entry(writing, false)}` }];
}

/** A node of which nothing is said yet. */
function* intoNothing(writing: Writing, place: Place): Iterable<readonly TextEdit[]> {
  const { text, eol, unit } = writing;
  const key = keyOf(writing);
  if (place.inFlow) return;
  const indent = ' '.repeat(columnOf(text, place.start)) + unit;
  const end = lineStop(text, place.start);
  yield [
    { start: end, end, newText: `${eol}${indent}${key}:${eol}${indent}${unit}${entry(writing, false)}` },
  ];
}

/** A node that is just its text, or a place, becomes an object that has the same text. */
function* intoObject(writing: Writing, place: Place, value: ParsedNode): Iterable<readonly TextEdit[]> {
  const { text, eol, unit } = writing;
  const key = keyOf(writing);
  const name = writing.node.kind === 'evidence' ? 'at' : 'text';
  const begin = valueStart(text, place, value);
  if (begin === undefined) return;
  if (place.inFlow) {
    const end = spanOf(value, text).end;
    yield [
      { start: begin, end: begin, newText: `{${name}: ` },
      { start: end, end, newText: `, ${key}: {${entry(writing, true)}}}` },
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
  yield [
    { start: gapStart, end: begin, newText: isItem ? `${name}: ` : `${eol}${indent}${name}: ` },
    ...deeper,
    { start: end, end, newText: `${eol}${indent}${key}:${eol}${indent}${unit}${entry(writing, false)}` },
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

function keyOf({ challenge }: Writing): string {
  return challenge.kind === 'undermine' ? 'undermines' : 'rebuttals';
}

function entry({ challenge: { id, words } }: Writing, inFlow: boolean): string {
  return `${id}: ${inFlow ? flowText(words) : blockText(words)}`;
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

import { type Pair, type ParsedNode, isMap, isPair, isScalar, isSeq } from 'yaml';
import { LineIndex } from '../../model/text.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { spanOf } from '../yaml/scalars.ts';
import { type YamlInsertion, insertInCase, insertInYaml } from './insert-in-yaml.ts';
import type { ProposeMoves } from './move-node.ts';
import { type TextEdit, lineStart, lineStop } from './text-edit.ts';

/** An entry is taken out where it stands, and written below the same key of its new parent. */
export const movesInYaml: ProposeMoves = function* (text, { one, node, link, target }) {
  const index = new LineIndex(text);
  const part = node?.idRange ?? link?.range;
  if (!part) return;
  const at = index.offset(part.start);
  const way = parseDocuments(text, () => {}).contents.flatMap((top) => (top ? [wayTo(top, at)] : []));
  const steps = way.find((each) => each.length > 0);
  const unit = steps && unitOf(steps, node !== undefined);
  const removal = unit && removalOf(text, steps, unit);
  const entry = unit && (unit.isValue ? valueOf(text, steps[unit.at]!) : entryOf(text, steps[unit.at]!));
  if (!unit || !removal || !entry) return;
  const insertion: YamlInsertion = {
    key: unit.key,
    form: unit.form,
    before: NOTHING,
    textKey: target?.kind === 'evidence' ? 'at' : 'text',
    entry: (form, style) => (style === 'flow' ? entry.flow : form === 'map' ? entry.map : entry.list),
  };
  const ways = target
    ? insertInYaml(text, index.offset(target.idRange.start), insertion)
    : insertInCase(text, index.offset(one.range.start), insertion);
  for (const edits of ways) yield [removal, ...edits];
};

const NOTHING: ReadonlySet<string> = new Set();

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
type Collection = Extract<ParsedNode, { items: unknown }>;

/** One step of the way from the top of a document to a place in it: an item of a collection. */
interface Step {
  readonly collection: Collection;
  readonly item: number;
  /** The first character of the item: of its key, or behind its dash. */
  readonly start: number;
  /** The key, if it has one, and where that ends. */
  readonly key: string | undefined;
  readonly keyEnd: number;
  readonly value: ParsedNode | null;
  readonly inFlow: boolean;
}

/** Follows no alias: what is written once is in one place. */
function wayTo(top: ParsedNode, at: number): Step[] {
  const steps: Step[] = [];
  let inFlow = false;
  let node: ParsedNode | null = top;
  while (node && (isMap(node) || isSeq(node))) {
    inFlow ||= node.flow === true;
    const step = stepIn(node, at, inFlow);
    if (!step) break;
    steps.push(step);
    // A place within a key is the place of its item.
    if (at < step.keyEnd) break;
    node = step.value;
  }
  return steps;
}

function stepIn(collection: Collection, at: number, inFlow: boolean): Step | undefined {
  const items: readonly (ParsedPair | ParsedNode)[] = collection.items;
  for (const [item, each] of items.entries()) {
    if (!isPair(each)) {
      if (each.range[0] <= at && at < each.range[2])
        return { collection, item, start: each.range[0], keyEnd: 0, key: undefined, value: each, inFlow };
      continue;
    }
    const { key, value } = each;
    if (!isScalar(key)) continue;
    const end = value ? value.range[2] : key.range[2];
    if (key.range[0] <= at && at < Math.max(end, key.range[1]))
      return {
        collection,
        item,
        start: key.range[0],
        keyEnd: key.range[1],
        key: String(key.value),
        value,
        inFlow,
      };
  }
  return undefined;
}

/** What is moved as a whole: the step that it is, and the key it stands below. */
interface Unit {
  readonly at: number;
  readonly key: string;
  readonly form: 'map' | 'list';
  /** It is all that its key holds, which no list is around. */
  readonly isValue: boolean;
}

/** A node is an entry with its id as the key, or the item of a list that is nothing but that; a link an item of a list, or the value of its key. */
function unitOf(steps: readonly Step[], isNode: boolean): Unit | undefined {
  let at = steps.length - 1;
  if (isNode && steps[at]?.key === undefined) return undefined;
  if (isNode) {
    const alone = steps[at]!.collection.items.length === 1;
    const above = steps[at - 1];
    if (alone && above && isSeq(above.collection)) at--;
  } else {
    const item = steps.findLastIndex(({ collection }) => isSeq(collection));
    at = item < 0 ? at : item;
  }
  const unit = steps[at];
  if (!unit) return undefined;
  if (!isNode && !isSeq(unit.collection))
    return unit.key === undefined ? undefined : { at, key: unit.key, form: 'list', isValue: true };
  const key = steps[at - 1]?.key;
  return key === undefined
    ? undefined
    : { at, key, form: isSeq(unit.collection) ? 'list' : 'map', isValue: false };
}

/** Takes an item out; with it the key that held it, if nothing is left below that. */
function removalOf(text: string, steps: readonly Step[], { at, isValue }: Unit): TextEdit | undefined {
  const step = steps[at]!;
  const above = steps[at - 1];
  const isLast = !isValue && step.collection.items.length === 1 && above?.key !== undefined;
  const taken = isLast ? above : step;
  if (taken.inFlow && taken.collection.flow === true) return outOfFlow(text, taken);
  return linesOf(text, taken);
}

/** Whole lines, from the end of the line before. */
function linesOf(text: string, step: Step): TextEdit | undefined {
  const first = firstLineOf(text, step);
  if (first === undefined || first === 0) return undefined;
  const before = text[first - 2] === '\r' ? first - 2 : first - 1;
  return { start: before, end: endOf(text, step), newText: '' };
}

/** Where the lines of an item begin, comments right above it included; undefined where its first line holds something else, too. */
function firstLineOf(text: string, { start, collection }: Step): number | undefined {
  let first = lineStart(text, start);
  const lead = text.slice(first, start);
  if (!(isSeq(collection) ? /^ *- +$/ : /^ *$/).test(lead)) return undefined;
  const indent = /^ */.exec(lead)![0];
  while (first > 0) {
    const above = lineStart(text, first - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    first = above;
  }
  return first;
}

/** Where the last line that has something of an item ends, a comment on that line included. */
function endOf(text: string, { start, keyEnd, value }: Step): number {
  const end = value ? spanOf(value, text).end : keyEnd;
  return lineStop(text, Math.max(end, start));
}

function outOfFlow(text: string, { collection, item, start, value, keyEnd }: Step): TextEdit | undefined {
  const end = value ? Math.max(spanOf(value, text).end, keyEnd) : keyEnd;
  const items: readonly (ParsedPair | ParsedNode)[] = collection.items;
  const startOf = (each: ParsedPair | ParsedNode): number =>
    isPair(each) ? each.key.range[0] : each.range[0];
  const next = items[item + 1];
  if (next) return { start, end: startOf(next), newText: '' };
  const comma = text.lastIndexOf(',', start);
  const isBehind = item > 0 && comma >= 0 && text.slice(comma + 1, start).trim() === '';
  return { start: isBehind ? comma : start, end, newText: '' };
}

/** An item as it can be written elsewhere; lines further down are indented as from its first. */
interface Entry {
  readonly map?: string | undefined;
  readonly list?: string | undefined;
  readonly flow?: string | undefined;
}

function entryOf(text: string, step: Step): Entry | undefined {
  const { start, value, keyEnd, inFlow } = step;
  if (inFlow) {
    const end = value ? Math.max(spanOf(value, text).end, keyEnd) : keyEnd;
    const written = text.slice(start, end);
    if (written.includes('\n')) return undefined;
    return { map: isNamed(step) ? written : undefined, list: written, flow: written };
  }
  const first = firstLineOf(text, step);
  if (first === undefined) return undefined;
  const column = start - lineStart(text, start);
  const body = relative(text.slice(start, endOf(text, step)), column);
  const comments = text.slice(first, lineStart(text, start)).split(/\r?\n/).slice(0, -1);
  const above = comments.map((line) => `${line.trim()}\n`).join('');
  return {
    map: isNamed(step) ? above + body : undefined,
    list: body,
    flow: body.includes('\n') || body.includes(' #') ? undefined : body,
  };
}

/** The value of a key, as an item of a list. */
function valueOf(text: string, { value }: Step): Entry | undefined {
  if (!value) return undefined;
  const { start, end } = spanOf(value, text);
  const written = text.slice(start, end);
  return written.includes('\n') ? undefined : { list: written, flow: written };
}

/** Whether it is a key with its value, which may stand in a map. */
function isNamed({ collection, value }: Step): boolean {
  return isMap(collection) || (value !== null && isMap(value) && value.items.length === 1);
}

/** Lines without the indentation of the first. */
function relative(block: string, column: number): string {
  const [first, ...others] = block.split(/\r?\n/);
  return [first, ...others.map((line) => line.slice(Math.min(column, /^ */.exec(line)![0].length)))].join(
    '\n',
  );
}

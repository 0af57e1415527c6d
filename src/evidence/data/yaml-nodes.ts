import { type Alias, type ParsedNode, type Scalar, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Span } from '../lines.ts';
import { numberOf } from './numbers.ts';
import type { DataEntry, DataItem, DataNode, DataScalar } from './tree.ts';

/** Makes data of the nodes of one text. */
export interface YamlReader {
  /** An alias becomes the very node that it repeats. */
  read(contents: ParsedNode | null): DataNode;
  /** Keys that a map has twice. */
  readonly repeated: readonly { readonly key: string; readonly at: number }[];
}

const NOTHING: DataScalar = { kind: 'scalar', type: 'null', text: 'null' };

/** A reader; nodes must not be nested so deeply that recursion fails. */
export function createYamlReader(text: string): YamlReader {
  const repeated: { key: string; at: number }[] = [];
  let anchors = new Map<string, DataNode>();

  const readNode = (node: unknown): DataNode => {
    if (isAlias(node)) return anchors.get(node.source) ?? missing(node);
    if (isScalar(node)) return remember(node, valueOf(node as Scalar.Parsed));
    if (isMap(node)) {
      const entries: DataEntry[] = [];
      // Known before it is full: an alias within may mean it.
      const map = remember(node, { kind: 'map', entries, ...tagOf(node) });
      const keys = new Set<string>();
      for (const pair of node.items) {
        const entry = readPair(pair.key, pair.value);
        const name = `${entry.keyType} ${entry.key}`;
        if (keys.has(name) && entry.key !== '<<') repeated.push({ key: entry.key, at: entry.span.start });
        keys.add(name);
        entries.push(entry);
      }
      return map;
    }
    if (isSeq(node)) {
      const items: DataItem[] = [];
      const list = remember(node, { kind: 'list', items, ...tagOf(node) });
      for (const item of node.items) items.push(readItem(item));
      return list;
    }
    return NOTHING;
  };
  const remember = <T extends DataNode>(node: { anchor?: string }, data: T): T => {
    if (node.anchor !== undefined) anchors.set(node.anchor, data);
    return data;
  };
  const readPair = (key: unknown, value: unknown): DataEntry => {
    const written = isScalar(key) ? scalarOf(key as Scalar.Parsed) : undefined;
    const keySpan = spanOf(key);
    const span = around(keySpan, value === null ? keySpan : spanOf(value));
    const name = written?.text ?? text.slice(keySpan.start, keySpan.end).trim();
    const read = readNode(value);
    const merge = isMergeKey(key) && isMergeable(read) ? ({ merge: true } as const) : {};
    return { key: name, keyType: written?.type ?? 'other', value: read, span, ...merge };
  };
  const readItem = (item: unknown): DataItem => {
    if (!isPair(item)) return { value: readNode(item), span: spanOf(item) };
    const entry = readPair(item.key, item.value);
    return { value: { kind: 'map', entries: [entry] }, span: entry.span };
  };
  const spanOf = (node: unknown): Span => {
    const [start, end] = (node as Partial<ParsedNode> | null)?.range ?? [0, 0];
    return { start, end: start + text.slice(start, end).trimEnd().length };
  };
  return {
    repeated,
    read(contents) {
      anchors = new Map();
      return readNode(contents);
    },
  };
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<' && key.tag === undefined;
}

/** Whether a value is what can be merged: a map, or a list of maps. */
function isMergeable(value: DataNode): boolean {
  if (value.kind !== 'list') return value.kind === 'map';
  return value.items.length > 0 && value.items.every((item) => item.value.kind === 'map');
}

function missing({ source }: Alias): DataScalar {
  return { kind: 'scalar', type: 'other', text: `*${source}` };
}

function tagOf({ tag }: { tag?: string }): { tag?: string } {
  return tag === undefined ? {} : { tag };
}

function around(a: Span, b: Span): Span {
  return b.end === 0 ? a : { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const NULL = /^(?:~|null|Null|NULL)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Truth values, octal numbers and numbers to the base 60 of YAML 1.1, which are something else in YAML 1.2. */
const BY_VERSION =
  /^(?:[yY]|yes|Yes|YES|[nN]|no|No|NO|on|On|ON|off|Off|OFF|[-+]?0+[1-9]\d*|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?)$/;

/** Keys are not `ambiguous`: to quote the `on:` of a workflow changes nothing for those who read it, and is what linters ask for. */
function valueOf(node: Scalar.Parsed): DataScalar {
  const scalar = { ...scalarOf(node), ...tagOf(node) };
  const isPlain = node.type === 'PLAIN' && node.tag === undefined;
  if (!isPlain || !BY_VERSION.test(node.source)) return scalar;
  return { ...scalar, ambiguous: true };
}

/** What a scalar means by YAML 1.2's core schema. */
function scalarOf({ type, value, source = '' }: Scalar.Parsed): DataScalar {
  const text = typeof value === 'string' ? value : source;
  if (type !== 'PLAIN') return { kind: 'scalar', type: 'string', text };
  if (NULL.test(text)) return NOTHING;
  if (BOOLEAN.test(text)) return { kind: 'scalar', type: 'boolean', text: text.toLowerCase() };
  if (INTEGER.test(text) || FLOAT.test(text)) return { kind: 'scalar', ...numberOf(text) };
  if (SPECIAL.test(text)) return { kind: 'scalar', type: 'float', text: text.toLowerCase().replace('+', '') };
  return { kind: 'scalar', type: 'string', text };
}

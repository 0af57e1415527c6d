import type { AST } from 'toml-eslint-parser';
import type { Span } from '../lines.ts';
import { numberOf } from './numbers.ts';
import type { DataItem, DataNode } from './tree.ts';

/** A table that grows: `[a.b]`, `a.b = 1` and `[[a]]` all write into the tables around them. */
interface Table {
  readonly kind: 'table';
  readonly entries: Map<string, { value: Table | Tables | DataNode; span: Span }>;
}

/** The tables that `[[a]]` adds to one by one. */
interface Tables {
  readonly kind: 'tables';
  readonly items: { table: Table; span: Span }[];
}

const newTable = (): Table => ({ kind: 'table', entries: new Map() });

/**
 * The tables of a document as a tree.
 *
 * @throws RangeError where keys are nested by thousands of dots
 */
export function tablesOf({ body: [top] }: AST.TOMLProgram): DataNode {
  const root = newTable();
  for (const part of top.body) {
    if (part.type === 'TOMLKeyValue') set(root, part);
    else {
      const table = tableAt(root, part);
      for (const pair of part.body) set(table, pair);
    }
  }
  return nodeOf(root);
}

/** The table that a header such as `[a.b]` opens. */
function tableAt(root: Table, { kind, key, range }: AST.TOMLTable): Table {
  const names = namesOf(key);
  const span = { start: range[0], end: range[1] };
  const parent = descend(root, names.slice(0, -1), span);
  const name = names.at(-1)!;
  if (kind === 'standard') return descend(parent, [name], span);
  const known = parent.entries.get(name);
  const tables: Tables = known?.value.kind === 'tables' ? known.value : { kind: 'tables', items: [] };
  const table = newTable();
  tables.items.push({ table, span });
  parent.entries.set(name, { value: tables, span: known ? around(known.span, span) : span });
  return table;
}

/** Goes down by some names; makes the tables that are not there. What stands at `span` belongs to all of them. */
function descend(from: Table, names: readonly string[], span: Span): Table {
  let table = from;
  for (const name of names) {
    const known = table.entries.get(name);
    const last = known?.value.kind === 'tables' ? known.value.items.at(-1) : undefined;
    if (last) last.span = around(last.span, span);
    const inner = last?.table ?? (known?.value.kind === 'table' ? known.value : newTable());
    const value = last ? known!.value : inner;
    table.entries.set(name, { value, span: known ? around(known.span, span) : span });
    table = inner;
  }
  return table;
}

function set(table: Table, { key, value, range }: AST.TOMLKeyValue): void {
  const names = namesOf(key);
  const span = { start: range[0], end: range[1] };
  descend(table, names.slice(0, -1), span).entries.set(names.at(-1)!, { value: contentOf(value), span });
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function namesOf({ keys }: AST.TOMLKey): string[] {
  return keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
}

function contentOf(content: AST.TOMLContentNode): DataNode {
  switch (content.type) {
    case 'TOMLArray':
      return { kind: 'list', items: content.elements.map(itemOf) };
    case 'TOMLInlineTable': {
      const table = newTable();
      for (const pair of content.body) set(table, pair);
      return nodeOf(table);
    }
    case 'TOMLValue':
      return scalarOf(content);
  }
}

function itemOf(content: AST.TOMLContentNode): DataItem {
  return { value: contentOf(content), span: { start: content.range[0], end: content.range[1] } };
}

function scalarOf(value: AST.TOMLValue): DataNode {
  switch (value.kind) {
    case 'string':
      return { kind: 'scalar', type: 'string', text: value.value };
    case 'integer':
    case 'float':
      return { kind: 'scalar', ...numberOf(value.number) };
    case 'boolean':
      return { kind: 'scalar', type: 'boolean', text: String(value.value) };
    case 'offset-date-time':
    case 'local-date-time':
    case 'local-date':
    case 'local-time':
      return { kind: 'scalar', type: 'date', text: value.datetime.toUpperCase().replace(' ', 'T') };
  }
}

function nodeOf(value: Table | Tables | DataNode): DataNode {
  if (value.kind === 'tables') {
    return { kind: 'list', items: value.items.map(({ table, span }) => ({ value: nodeOf(table), span })) };
  }
  if (value.kind !== 'table') return value;
  const entries = [...value.entries].map(([key, { value: inner, span }]) => {
    return { key, keyType: 'string' as const, value: nodeOf(inner), span };
  });
  return { kind: 'map', entries };
}

import { say } from '../../l10n/say.ts';
import type { DiagramGraph } from '../graph/diagram-graph.ts';
import { outlineMove } from '../graph/navigate.ts';
import type { OutlineRow } from '../graph/outline.ts';
import { sayNode } from '../graph/say-node.ts';
import { ROW, scrolledTo, shownRows } from '../graph/shown-rows.ts';
import { signOf } from '../draw/signs.ts';
import { inksOf, THEME } from '../draw/palette.ts';
import { html, toSvg } from './dom.ts';

export interface OutlineEvents {
  readonly onSelect: (key: string) => void;
  readonly onFold: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/**
 * The argument as a tree beside the picture: the same nodes, the same selection, for screen readers and for whoever likes lists. Of a large one
 * the page holds the rows near to what is seen, and the selected one; each says which of how many it is.
 */
export interface OutlineView {
  readonly element: HTMLElement;
  show(graph: DiagramGraph, rows: readonly OutlineRow[]): void;
  select(key: string | undefined): void;
}

/** An empty tree. */
export function createOutlineView(events: OutlineEvents): OutlineView {
  const tree = html('ul', { role: 'tree', 'aria-label': say('The argument') });
  const element = html('nav', { class: 'outline', 'aria-label': say('Outline') }, tree);
  let graph: DiagramGraph | undefined;
  let rows: readonly OutlineRow[] = [];
  let places = new Map<string, number>();
  let items = new Map<number, HTMLElement>();
  let selected: string | undefined;

  tree.addEventListener('keydown', (event) => {
    const key = selected ?? rows[0]?.key;
    if (key === undefined) return;
    const move = outlineMove(rows, key, event.key);
    if (move && 'to' in move) events.onSelect(move.to);
    else if (move) events.onFold('fold' in move ? move.fold : move.unfold);
    else if (event.key === 'Enter') events.onOpen(key);
    else if (event.key === ' ') events.onFold(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
    focus(selected ?? key);
  });
  tree.addEventListener('click', ({ target }) => {
    const key = keyOf(target);
    if (key === undefined) return;
    if (target instanceof Element && target.closest('.twistie')) events.onFold(key);
    else events.onSelect(key);
  });
  tree.addEventListener('dblclick', ({ target }) => {
    const key = keyOf(target);
    if (key !== undefined) events.onOpen(key);
  });

  element.addEventListener('scroll', fill);
  new ResizeObserver(fill).observe(element);

  /** The row that the Tab key leads to. */
  function current(): number {
    return (selected === undefined ? undefined : places.get(selected)) ?? 0;
  }

  /** Puts the rows on the page that belong there now. */
  function fill(): void {
    const [from, to] = shownRows(element.scrollTop, element.clientHeight, rows.length);
    const wanted = Array.from({ length: to - from }, (_, index) => from + index);
    const own = current();
    if (rows.length > 0 && own < from) wanted.unshift(own);
    else if (own >= to && own < rows.length) wanted.push(own);
    if (wanted.length === items.size && wanted.every((index) => items.has(index))) return;
    const before = items;
    items = new Map(wanted.map((index) => [index, before.get(index) ?? itemOf(graph!, rows[index]!, index)]));
    for (const [index, item] of before) if (!items.has(index)) item.remove();
    let last: HTMLElement | undefined;
    for (const item of items.values()) {
      // What stays is not moved: it would lose the focus.
      if (!item.isConnected) {
        if (last) last.after(item);
        else tree.prepend(item);
      }
      last = item;
    }
    markCurrent();
  }

  function markCurrent(): void {
    const own = current();
    for (const [index, item] of items) {
      item.tabIndex = index === own ? 0 : -1;
      item.setAttribute('aria-selected', String(index === own && selected !== undefined));
    }
  }

  function select(key: string | undefined): void {
    selected = key !== undefined && places.has(key) ? key : undefined;
    if (selected !== undefined)
      element.scrollTop = scrolledTo(current(), element.scrollTop, element.clientHeight);
    fill();
    markCurrent();
  }

  function focus(key: string): void {
    items.get(places.get(key) ?? 0)?.focus({ preventScroll: true });
  }

  return {
    element,
    show(whole, shown) {
      const hadFocus = tree.contains(document.activeElement);
      graph = whole;
      rows = shown;
      places = new Map(rows.map(({ key }, index) => [key, index]));
      items = new Map();
      tree.replaceChildren();
      tree.style.height = `${rows.length * ROW}px`;
      select(selected);
      if (hadFocus) items.get(current())?.focus({ preventScroll: true });
    },
    select,
  };
}

/** A row. The tree is flat for the page and deep for whoever listens: each says its level. */
function itemOf(graph: DiagramGraph, row: OutlineRow, index: number): HTMLElement {
  const node = graph.node(row.key)!;
  const item = html('li', {
    role: 'treeitem',
    'data-key': row.key,
    'aria-label': sayNode(node),
    'aria-level': String(row.level),
    'aria-posinset': String(row.position),
    'aria-setsize': String(row.siblings),
    'aria-selected': 'false',
    ...(row.expanded !== undefined && { 'aria-expanded': String(row.expanded) }),
    tabindex: '-1',
  });
  item.style.top = `${index * ROW}px`;
  item.style.paddingLeft = `${(row.level - 1) * 12 + 4}px`;
  const twistie = html('span', { class: 'twistie', 'aria-hidden': 'true' });
  const sign = html('span', { class: 'sign', 'aria-hidden': 'true' });
  if (!node.given) {
    const drawn = signOf(node.state, 0, 0, THEME(inksOf(node).border), THEME('paper'));
    sign.append(
      toSvg({
        tag: 'svg',
        attributes: { width: '14', height: '14', viewBox: '0 0 14 14' },
        children: [drawn],
      }),
    );
  }
  const id = html('b', {}, node.id);
  const text = html('span', { class: 'words' }, ...(node.id === '' ? [] : [id, ' ']), node.text);
  item.append(twistie, sign, text);
  item.title = node.text;
  return item;
}

function keyOf(target: EventTarget | null): string | undefined {
  return (
    (target instanceof Element ? target.closest('[data-key]') : null)?.getAttribute('data-key') ?? undefined
  );
}

import type { DiagramGraph } from '../graph/diagram-graph.ts';
import { outlineMove } from '../graph/navigate.ts';
import type { OutlineRow } from '../graph/outline.ts';
import { sayNode } from '../graph/say-node.ts';
import { signOf } from '../draw/signs.ts';
import { inksOf, THEME } from '../draw/palette.ts';
import { html, toSvg } from './dom.ts';

export interface OutlineEvents {
  readonly onSelect: (key: string) => void;
  readonly onFold: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** The argument as a tree beside the picture: the same nodes, the same selection, for screen readers and for whoever likes lists. */
export interface OutlineView {
  readonly element: HTMLElement;
  show(graph: DiagramGraph, rows: readonly OutlineRow[]): void;
  select(key: string | undefined): void;
}

/** An empty tree. */
export function createOutlineView(events: OutlineEvents): OutlineView {
  const tree = html('ul', { role: 'tree', 'aria-label': 'The argument' });
  const element = html('nav', { class: 'outline', 'aria-label': 'Outline' }, tree);
  let rows: readonly OutlineRow[] = [];
  let items = new Map<string, HTMLElement>();
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
    items.get(selected ?? key)?.focus();
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

  function select(key: string | undefined): void {
    const before = selected === undefined ? undefined : items.get(selected);
    before?.setAttribute('aria-selected', 'false');
    selected = key;
    for (const [each, item] of items) item.tabIndex = -1 + Number(each === (key ?? rows[0]?.key));
    const item = key === undefined ? undefined : items.get(key);
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
  }

  return {
    element,
    show(graph, shown) {
      const hadFocus = tree.contains(document.activeElement);
      rows = shown;
      items = new Map(rows.map((row) => [row.key, itemOf(graph, row)]));
      tree.replaceChildren(...items.values());
      select(selected !== undefined && items.has(selected) ? selected : undefined);
      if (hadFocus) items.get(selected ?? rows[0]?.key ?? '')?.focus();
    },
    select,
  };
}

/** A row. The tree is flat for the page and deep for whoever listens: each says its level. */
function itemOf(graph: DiagramGraph, row: OutlineRow): HTMLElement {
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

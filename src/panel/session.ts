import { say } from '../l10n/say.ts';
import type { DiagramData, DiagramNode } from '../model/diagram.ts';
import { type DiagramGraph, graphOf } from './graph/diagram-graph.ts';
import { type Direction, neighbour } from './graph/navigate.ts';
import { type OutlineRow, outlineRows } from './graph/outline.ts';
import { nextMatch, searchNodes } from './graph/search.ts';
import { type VisibleDiagram, foldedAtFirst, unfoldedFor, visibleDiagram } from './graph/visible.ts';
import { type Layout, type LayoutEngine, layOut } from './layout/layout.ts';
import type { MeasureText } from './layout/wrap.ts';
import type { SavedState } from './saved-state.ts';

/** What the page of a diagram shows, and what a person chose, without the page. */
export interface Session {
  state(): SavedState;
  graph(): DiagramGraph | undefined;
  /** What was laid out last. */
  layout(): Layout | undefined;
  /** The rows of the tree for what was laid out last. */
  rows(): readonly OutlineRow[];
  selected(): DiagramNode | undefined;
  matches(): ReadonlySet<string>;
  /** Where the selection is among the matches, in words; empty where nothing is searched for. */
  matchesInWords(): string;
  change(part: Partial<SavedState>): void;
  /** Takes over what the server says. @returns false where that is what was known */
  take(data: DiagramData): boolean;
  /**
   * Lays out what is to be seen now.
   *
   * @param onStart is told how many boxes there are
   * @returns undefined if it was asked for again meanwhile, or given up: the answer would come too late
   * @throws Error if the engine fails
   */
  layOut(onStart?: (boxes: number) => void): Promise<Laid | undefined>;
  /** Gives up the layout that is under way: what is to be seen is again what is; or, where nothing is, what a diagram shows at first. @returns whether what is shown is what is to be seen then */
  giveUp(): 'shown' | 'nothing shown';
  /** Selects a node. @returns whether it was hidden, so that there has to be a new layout */
  select(key: string): 'seen' | 'hidden' | 'gone';
  /** Folds or unfolds what is below a node, and selects it. @returns whether there was anything to fold */
  fold(key: string): boolean;
  foldAll(): void;
  neighbour(direction: Direction): string | undefined;
  /** Searches. @returns the first match */
  search(query: string): string | undefined;
  nextMatch(step: 1 | -1): string | undefined;
}

/** A new layout. */
export interface Laid {
  readonly before: Layout | undefined;
  readonly now: Layout;
  /** How many were asked for so far. */
  readonly number: number;
}

/** @param save keeps the state over reloads */
export function createSession(
  initial: SavedState,
  save: (state: SavedState) => void,
  measure: MeasureText,
  engine: LayoutEngine,
): Session {
  let state = initial;
  let graph: DiagramGraph | undefined;
  let known = '';
  let visible: VisibleDiagram | undefined;
  let rows: readonly OutlineRow[] = [];
  let layout: Layout | undefined;
  let query = '';
  let matches: readonly string[] = [];
  let asked = 0;
  let shown: (Pick<SavedState, 'collapsed' | 'focus' | 'notation'> & { graph: DiagramGraph }) | undefined;

  function change(part: Partial<SavedState>): void {
    state = { ...state, ...part };
    save(state);
  }

  function isInFocus(key: string): boolean {
    if (!graph || state.focus === undefined) return true;
    const all = visibleDiagram(graph, { collapsed: new Set(), focus: state.focus });
    return all.nodes.some((node) => node.key === key);
  }

  return {
    state: () => state,
    graph: () => graph,
    layout: () => layout,
    rows: () => rows,
    selected: () => (state.selected === undefined ? undefined : graph?.node(state.selected)),
    matches: () => new Set(matches),
    matchesInWords() {
      if (query === '') return '';
      const at = state.selected === undefined ? -1 : matches.indexOf(state.selected);
      return matches.length === 0
        ? say('nothing found')
        : say('{0} of {1}', at < 0 ? '–' : at + 1, matches.length);
    },
    change,
    take(data) {
      const text = JSON.stringify(data);
      if (text === known) return false;
      known = text;
      graph = graphOf(data);
      matches = searchNodes(data.nodes, query);
      if (!state.collapsed) change({ collapsed: [...foldedAtFirst(graph)] });
      if (state.selected !== undefined && !graph.node(state.selected)) change({ selected: undefined });
      if (state.focus !== undefined && !graph.node(state.focus)) change({ focus: undefined });
      return true;
    },
    async layOut(onStart) {
      if (!graph) return undefined;
      const number = ++asked;
      const { collapsed = [], focus, notation } = state;
      const from = graph;
      const next = visibleDiagram(from, { collapsed: new Set(collapsed), focus });
      onStart?.(next.nodes.length);
      const now = await layOut(next, notation, measure, engine);
      if (number !== asked) return undefined;
      const before = layout;
      visible = next;
      shown = { collapsed, focus, notation, graph: from };
      layout = now;
      rows = outlineRows(from, next);
      return { before, now, number };
    },
    giveUp() {
      asked++;
      if (shown) change({ collapsed: shown.collapsed, focus: shown.focus, notation: shown.notation });
      else if (graph) change({ collapsed: [...foldedAtFirst(graph)], focus: undefined });
      return shown?.graph === graph ? 'shown' : 'nothing shown';
    },
    select(key) {
      if (!graph?.node(key)) return 'gone';
      change({ selected: key });
      if (visible?.nodes.some((node) => node.key === key)) return 'seen';
      const collapsed = [...unfoldedFor(graph, key, new Set(state.collapsed))];
      change({ collapsed, ...(isInFocus(key) ? {} : { focus: undefined }) });
      return 'hidden';
    },
    fold(key) {
      if (!graph || graph.below(key).length === 0) return false;
      const collapsed = new Set(state.collapsed);
      if (!collapsed.delete(key)) collapsed.add(key);
      change({ collapsed: [...collapsed], selected: key });
      return true;
    },
    foldAll() {
      const from = graph;
      if (!from) return;
      change({ collapsed: from.data.nodes.flatMap(({ key }) => (from.below(key).length > 0 ? [key] : [])) });
    },
    neighbour: (direction) => neighbour(rows, state.selected, direction),
    search(words) {
      query = words;
      matches = graph ? searchNodes(graph.data.nodes, words) : [];
      return matches[0];
    },
    nextMatch: (step) => nextMatch(matches, state.selected, step),
  };
}

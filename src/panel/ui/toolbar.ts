import { NOTATIONS, type Notation } from '../layout/notation.ts';
import type { ExportFormat } from '../messages.ts';
import { html, icon } from './dom.ts';

export interface ToolbarEvents {
  readonly onOutline: () => void;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onFit: () => void;
  readonly onNotation: (notation: Notation) => void;
  readonly onFoldAll: () => void;
  readonly onUnfoldAll: () => void;
  readonly onFocus: () => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly onSearch: (query: string) => void;
  /** Goes to the next or the previous match. */
  readonly onMatch: (step: 1 | -1) => void;
  readonly onSearchEnd: () => void;
}

/** What the toolbar shows of how things are. */
export interface ToolbarState {
  readonly notation: Notation;
  readonly outline: boolean;
  readonly focused: boolean;
  /** Something is selected that could be focused on. */
  readonly mayFocus: boolean;
  readonly scale: number;
  /** `2 of 5`; empty where nothing is searched for. */
  readonly matches: string;
}

export interface Toolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  show(state: ToolbarState): void;
}

const NAMES: Readonly<Record<Notation, string>> = { gsn: 'GSN', cae: 'CAE', eliminative: 'Eliminative' };

const OUTLINE = 'M2.5 3h3M2.5 8h3M2.5 13h3M8 3h5.5M8 8h5.5M8 13h5.5';
const FIT = 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3';
const PLUS = 'M8 3v10M3 8h10';
const MINUS = 'M3 8h10';
const FOCUS = 'M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6M8 1v2.4M8 12.6V15M1 8h2.4M12.6 8H15';
const FOLD = 'M3 6.5h10M3 9.5h10M6 3.5l2-2l2 2M6 12.5l2 2l2-2';
const UNFOLD = 'M3 8h10M6 4l2-2.5l2 2.5M6 12l2 2.5l2-2.5';
const SAVE = 'M8 2v8M4.8 7L8 10.2L11.2 7M2.5 11v2.5h11V11';

/** The buttons above the picture. */
export function createToolbar(events: ToolbarEvents): Toolbar {
  const outline = button('Outline', OUTLINE, events.onOutline);
  const focus = button('Focus on the selected node (F)', FOCUS, events.onFocus);
  const percent = html('span', { class: 'percent', 'aria-live': 'off' });
  const notation = html(
    'select',
    { 'aria-label': 'Notation', title: 'Notation' },
    ...NOTATIONS.map((each) => html('option', { value: each }, NAMES[each])),
  );
  notation.addEventListener('change', () => {
    const chosen = NOTATIONS.find((each) => each === notation.value);
    if (chosen) events.onNotation(chosen);
  });
  const search = html('input', {
    type: 'search',
    placeholder: 'Search (/)',
    'aria-label': 'Search the diagram',
  });
  search.addEventListener('input', () => {
    events.onSearch(search.value);
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') events.onMatch(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') events.onSearchEnd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const matches = html('span', { class: 'matches', role: 'status' });
  const element = html(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Diagram' },
    outline,
    separator(),
    notation,
    separator(),
    button('Make smaller (-)', MINUS, () => {
      events.onZoom(-1);
    }),
    percent,
    button('Make larger (+)', PLUS, () => {
      events.onZoom(1);
    }),
    button('Show all of it (0)', FIT, events.onFit),
    separator(),
    focus,
    button('Fold all', FOLD, events.onFoldAll),
    button('Unfold all', UNFOLD, events.onUnfoldAll),
    separator(),
    exportMenu(events.onExport),
    html('span', { class: 'space' }),
    matches,
    search,
  );
  return {
    element,
    search,
    show(state) {
      notation.value = state.notation;
      outline.setAttribute('aria-pressed', String(state.outline));
      focus.setAttribute('aria-pressed', String(state.focused));
      focus.disabled = !state.focused && !state.mayFocus;
      percent.textContent = `${Math.round(state.scale * 100)}%`;
      matches.textContent = state.matches;
    },
  };
}

function button(title: string, path: string, run: () => void): HTMLButtonElement {
  const made = html('button', { type: 'button', title, 'aria-label': title }, icon(path));
  made.addEventListener('click', run);
  return made;
}

function separator(): HTMLElement {
  return html('span', { class: 'separator', role: 'presentation' });
}

/** A list that looks like a button: what is chosen is done, and it says what it did before again. */
function exportMenu(onExport: (format: ExportFormat) => void): HTMLElement {
  const list = html(
    'select',
    { 'aria-label': 'Save as', title: 'Save the diagram as a file' },
    html('option', { value: '' }, 'Save as…'),
    html('option', { value: 'svg' }, 'SVG'),
    html('option', { value: 'png' }, 'PNG'),
    html('option', { value: 'mermaid' }, 'Mermaid'),
  );
  list.addEventListener('change', () => {
    const { value } = list;
    list.value = '';
    if (value === 'svg' || value === 'png' || value === 'mermaid') onExport(value);
  });
  return html('span', { class: 'save' }, icon(SAVE), list);
}

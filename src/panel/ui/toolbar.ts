import { type Message, message, say } from '../../l10n/say.ts';
import { NOTATIONS, type Notation } from '../layout/notation.ts';
import type { ExportFormat } from '../messages.ts';
import { html, icon } from './dom.ts';
import { createMenuButton } from './menu-button.ts';

export interface ToolbarEvents {
  readonly onOutline: () => void;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onFit: () => void;
  readonly onNotation: (notation: Notation) => void;
  readonly onFoldAll: () => void;
  readonly onUnfoldAll: () => void;
  readonly onFocus: () => void;
  readonly onFollow: () => void;
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
  /** The cursor in the claim file is followed. */
  readonly follows: boolean;
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

const NAMES: Readonly<Record<Notation, Message>> = {
  gsn: message('GSN'),
  cae: message('CAE'),
  eliminative: message('Eliminative'),
};

const OUTLINE = 'M2.5 3h3M2.5 8h3M2.5 13h3M8 3h5.5M8 8h5.5M8 13h5.5';
const FIT = 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3';
const PLUS = 'M8 3v10M3 8h10';
const MINUS = 'M3 8h10';
const FOCUS = 'M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6M8 1v2.4M8 12.6V15M1 8h2.4M12.6 8H15';
const FOLLOW =
  'M3.5 2.5c1.5 0 2.5 .5 2.5 1.6v7.8c0 1.1-1 1.6-2.5 1.6M8.5 2.5c-1.5 0-2.5 .5-2.5 1.6M6 11.9c0 1.1 1 1.6 2.5 1.6M9.5 8h4.5M11.8 5.8L14 8l-2.2 2.2';
/** Across what is off. */
const SLASH = 'M2 2L14 14';
const FOLD = 'M3 6.5h10M3 9.5h10M6 3.5l2-2l2 2M6 12.5l2 2l2-2';
const UNFOLD = 'M3 8h10M6 4l2-2.5l2 2.5M6 12l2 2.5l2-2.5';
const SAVE = 'M8 2v8M4.8 7L8 10.2L11.2 7M2.5 11v2.5h11V11';

/** The buttons above the picture. */
export function createToolbar(events: ToolbarEvents): Toolbar {
  const outline = button(say('Outline'), OUTLINE, events.onOutline);
  const focus = button(say('Focus on the selected node (F)'), FOCUS, events.onFocus);
  const follow = button(say('Follow the cursor in the claim file'), FOLLOW, events.onFollow);
  follow.classList.add('follow');
  follow.append(icon(SLASH));
  const percent = html('span', { class: 'percent', 'aria-live': 'off' });
  const notation = html(
    'select',
    { 'aria-label': say('Notation'), title: say('Notation') },
    ...NOTATIONS.map((each) => html('option', { value: each }, say(NAMES[each]))),
  );
  notation.addEventListener('change', () => {
    const chosen = NOTATIONS.find((each) => each === notation.value);
    if (chosen) events.onNotation(chosen);
  });
  const search = html('input', {
    type: 'search',
    placeholder: say('Search (/)'),
    'aria-label': say('Search the diagram'),
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
    { class: 'toolbar', role: 'toolbar', 'aria-label': say('Diagram') },
    outline,
    separator(),
    notation,
    separator(),
    button(say('Make smaller (-)'), MINUS, () => {
      events.onZoom(-1);
    }),
    percent,
    button(say('Make larger (+)'), PLUS, () => {
      events.onZoom(1);
    }),
    button(say('Show all of it (0)'), FIT, events.onFit),
    separator(),
    focus,
    follow,
    button(say('Fold all'), FOLD, events.onFoldAll),
    button(say('Unfold all'), UNFOLD, events.onUnfoldAll),
    separator(),
    exportMenu(events.onExport),
    html('span', { class: 'find' }, matches, search),
  );
  return {
    element,
    search,
    show(state) {
      notation.value = state.notation;
      press(outline, state.outline);
      press(focus, state.focused);
      press(follow, state.follows);
      focus.disabled = !state.focused && !state.mayFocus;
      write(percent, `${Math.round(state.scale * 100)}%`);
      write(matches, state.matches);
    },
  };
}

function button(title: string, path: string, run: () => void): HTMLButtonElement {
  const made = html('button', { type: 'button', title, 'aria-label': title }, icon(path));
  made.addEventListener('click', run);
  return made;
}

/** Says something else, if it is something else: the toolbar is shown anew with each step of a picture that is moved. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function press(button: HTMLButtonElement, isPressed: boolean): void {
  const value = String(isPressed);
  if (button.getAttribute('aria-pressed') !== value) button.setAttribute('aria-pressed', value);
}

function separator(): HTMLElement {
  return html('span', { class: 'separator', role: 'presentation' });
}

/** The formats in a menu: a list would save with each arrow key. */
function exportMenu(onExport: (format: ExportFormat) => void): HTMLElement {
  const title = say('Save the diagram as a file');
  const made = html('button', { type: 'button', class: 'wide', title }, icon(SAVE), say('Save as…'));
  const formats: readonly (readonly [name: string, format: ExportFormat])[] = [
    ['SVG', 'svg'],
    ['PNG', 'png'],
    ['Mermaid', 'mermaid'],
  ];
  return createMenuButton(
    made,
    title,
    formats.map(([name, format]) => ({
      name,
      run: () => {
        onExport(format);
      },
    })),
  );
}

import { firstLook, fit, keepInPlace, reveal, zoomAt } from '../camera.ts';
import { THEME } from '../draw/palette.ts';
import { drawDiagram } from '../draw/picture.ts';
import type { Point } from '../layout/geometry.ts';
import type { Layout, LayoutEngine } from '../layout/layout.ts';
import type { MeasureText } from '../layout/wrap.ts';
import type { FromPanel, ToPanel } from '../messages.ts';
import type { Camera, SavedState } from '../saved-state.ts';
import { type Laid, createSession } from '../session.ts';
import { createDetails } from './details.ts';
import { html } from './dom.ts';
import { createFocusBar } from './focus-bar.ts';
import { type Command, KEYS_IN_WORDS, commandOf } from './keys.ts';
import { createMinimap } from './minimap.ts';
import { createOutlineView } from './outline-view.ts';
import { asPng, asSvg } from './save-picture.ts';
import { createStage } from './stage.ts';
import { resolvedPalette } from './theme-colours.ts';
import { createToolbar } from './toolbar.ts';

/** What the page is given. */
export interface AppPorts {
  readonly send: (message: FromPanel) => void;
  readonly save: (state: SavedState) => void;
  readonly engine: LayoutEngine;
  readonly measure: MeasureText;
}

/** The page of a diagram. */
export interface App {
  hear(message: ToPanel): void;
}

/** One step of the zoom buttons. */
const ZOOM = 1.25;
/** One step of the keys that move the picture, in pixels. */
const PAN = 80;

/**
 * Puts the page together: one session, from which everything that is seen follows.
 *
 * @param root takes the page
 * @param initial what was saved, or what a new diagram begins with
 */
export function createApp(
  root: HTMLElement,
  initial: SavedState,
  { send, save, engine, measure }: AppPorts,
): App {
  const session = createSession(initial, save, measure, engine);
  const { state } = session;
  const open = (key: string | undefined): void => {
    if (key !== undefined) send({ type: 'open', key });
  };
  const selectAloud = (key: string | undefined): void => {
    if (key === undefined) return;
    if (state().selected !== key) send({ type: 'select', key });
    select(key);
  };

  const stage = createStage({
    onCamera: (camera) => {
      session.change({ camera });
      showCamera();
    },
    onPress: (key) => {
      stage.element.focus();
      selectAloud(key);
    },
    onOpen: open,
    onFold: fold,
  });
  const outline = createOutlineView({ onSelect: selectAloud, onFold: fold, onOpen: open });
  const minimap = createMinimap((x, y) => {
    const { width, height } = stage.size();
    const { scale } = stage.camera();
    setCamera({ x: width / 2 - x * scale, y: height / 2 - y * scale, scale });
  });
  const details = createDetails(() => {
    open(state().selected);
  });
  const toolbar = createToolbar({
    onOutline: () => {
      session.change({ outline: !state().outline });
      showToolbar();
      showCamera();
    },
    onZoom: zoom,
    onFit: showAll,
    onNotation: (notation) => {
      session.change({ notation });
      send({ type: 'notation', notation });
      void update();
    },
    onFoldAll: () => {
      session.foldAll();
      void update(true);
    },
    onUnfoldAll: () => {
      session.change({ collapsed: [] });
      void update(true);
    },
    onFocus: toggleFocus,
    onExport: (format) => void exportAs(format),
    onSearch: (words) => {
      const first = session.search(words);
      mark();
      if (first !== undefined) select(first);
    },
    onMatch: (step) => {
      const key = session.nextMatch(step);
      if (key !== undefined) select(key);
    },
    onSearchEnd: leaveSearch,
  });
  const notice = html('div', { class: 'notice', role: 'status' }, 'Reading the case…');
  const focusBar = createFocusBar(() => {
    focusOn(undefined);
  });
  const keys = html('div', { id: 'keys', class: 'unseen' }, KEYS_IN_WORDS);
  const main = html('main', {}, stage.element, focusBar.element, minimap.element, notice);
  root.append(
    toolbar.element,
    html('div', { class: 'middle' }, outline.element, main),
    details.element,
    keys,
  );
  listen();
  showToolbar();

  function listen(): void {
    stage.element.addEventListener('keydown', (event) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      run(command);
    });
    document.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
      if (commandOf(event)?.do !== 'search') return;
      event.preventDefault();
      toolbar.search.focus();
    });
    window.addEventListener('resize', showCamera);
    // VS Code gives the page another class with another theme.
    new MutationObserver(drawMinimap).observe(document.body, {
      attributes: true,
      attributeFilter: ['class'],
    });
  }

  function showToolbar(): void {
    const { notation, outline: isShown, focus, selected } = state();
    root.classList.toggle('with-outline', isShown);
    toolbar.show({
      notation,
      outline: isShown,
      focused: focus !== undefined,
      mayFocus: selected !== undefined,
      scale: stage.camera().scale,
      matches: session.matchesInWords(),
    });
  }

  function setCamera(camera: Camera): void {
    stage.setCamera(camera);
    session.change({ camera });
    showCamera();
  }

  function showCamera(): void {
    minimap.follow(stage.camera(), stage.size());
    showToolbar();
  }

  function drawMinimap(): void {
    const layout = session.layout();
    if (!layout) return;
    minimap.draw(layout, resolvedPalette());
    minimap.follow(stage.camera(), stage.size());
  }

  /** Lays out what is to be seen, and draws it. @param whole shows all of it afterwards */
  async function update(whole = false): Promise<void> {
    if (!session.layout()) notice.textContent = 'Laying out the diagram…';
    try {
      const laid = await session.layOut();
      if (laid) draw(laid, whole);
    } catch (error) {
      const message = messageOf(error);
      notice.textContent = `The diagram could not be laid out: ${message}`;
      send({ type: 'failed', message });
    }
  }

  function draw({ before, now, number }: Laid, whole: boolean): void {
    const graph = session.graph()!;
    const { focus } = state();
    outline.show(graph, session.rows());
    stage.draw(drawDiagram(now, THEME, true), now);
    lookAgain(before, now, whole);
    drawMinimap();
    notice.textContent = now.nodes.length === 0 ? 'This case has no claims yet.' : '';
    focusBar.show(focus === undefined ? undefined : graph.node(focus));
    mark();
    root.dataset['nodes'] = String(now.nodes.length);
    root.dataset['layouts'] = String(number);
  }

  /** Where to look after a new layout: where one looked before, as far as that is still there. */
  function lookAgain(before: Layout | undefined, now: Layout, whole: boolean): void {
    const screen = stage.size();
    const anchor = state().selected ?? session.graph()?.roots[0];
    const box = boxIn(now, anchor) ?? now.nodes[0];
    const was = boxIn(before, box?.node.key);
    if (whole) setCamera(fit(now, screen));
    else if (was && box) setCamera(keepInPlace(stage.camera(), was, box));
    else setCamera((!before && state().camera) || firstLook(now, box, screen));
  }

  function mark(): void {
    stage.mark(state().selected, session.matches());
    outline.select(state().selected);
    details.show(session.selected());
    showToolbar();
  }

  /** Selects a box, and brings it to light. */
  function select(key: string): void {
    const result = session.select(key);
    if (result === 'gone') return;
    if (result === 'seen') {
      mark();
      bringToLight(key);
    } else
      void update().then(() => {
        bringToLight(key);
      });
  }

  function bringToLight(key: string): void {
    const box = boxIn(session.layout(), key);
    if (box) setCamera(reveal(stage.camera(), box, stage.size()));
  }

  function fold(key: string): void {
    if (session.fold(key)) void update();
  }

  function toggleFocus(): void {
    focusOn(state().focus === undefined ? state().selected : undefined);
  }

  function focusOn(key: string | undefined): void {
    session.change({ focus: key });
    void update(true);
  }

  function leaveSearch(): void {
    toolbar.search.value = '';
    session.search('');
    mark();
    stage.element.focus();
  }

  function zoom(direction: 1 | -1): void {
    setCamera(zoomAt(stage.camera(), ZOOM ** direction, centre()));
  }

  /** What a zoom leaves where it is: the selected box if it can be seen, else the middle of the screen. */
  function centre(): Point {
    const { width, height } = stage.size();
    const { x, y, scale } = stage.camera();
    const box = boxIn(session.layout(), state().selected);
    const at = box && { x: x + (box.x + box.width / 2) * scale, y: y + (box.y + box.height / 2) * scale };
    const isSeen = at && at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height;
    return isSeen ? at : { x: width / 2, y: height / 2 };
  }

  function showAll(): void {
    const layout = session.layout();
    if (layout) setCamera(fit(layout, stage.size()));
  }

  function run(command: Command): void {
    const { selected, focus } = state();
    switch (command.do) {
      case 'go':
        selectAloud(session.neighbour(command.to));
        return;
      case 'pan': {
        const { x, y, scale } = stage.camera();
        const [aside, along] = { left: [PAN, 0], right: [-PAN, 0], up: [0, PAN], down: [0, -PAN] }[
          command.to
        ];
        setCamera({ x: x + aside!, y: y + along!, scale });
        return;
      }
      case 'zoom':
        zoom(command.by);
        return;
      case 'fit':
        showAll();
        return;
      case 'fold':
        if (selected !== undefined) fold(selected);
        return;
      case 'open':
        open(selected);
        return;
      case 'focus':
        toggleFocus();
        return;
      case 'search':
        toolbar.search.focus();
        return;
      case 'leave':
        if (session.matchesInWords() !== '') leaveSearch();
        else if (focus !== undefined) focusOn(undefined);
        return;
      case 'top':
        selectAloud(session.rows()[0]?.key);
        return;
    }
  }

  async function exportAs(format: 'svg' | 'png' | 'mermaid'): Promise<void> {
    const layout = session.layout();
    const title = session.graph()?.data.title;
    if (!layout || title === undefined) return;
    try {
      const content =
        format === 'svg' ? asSvg(layout, title) : format === 'png' ? await asPng(layout, title) : '';
      send({ type: 'export', format, content });
    } catch (error) {
      notice.textContent = `The diagram could not be saved: ${messageOf(error)}`;
    }
  }

  return {
    hear(message) {
      switch (message.type) {
        case 'diagram':
          document.title = message.data.title;
          stage.element.setAttribute('aria-label', `Diagram of ${message.data.title}`);
          if (session.take(message.data)) void update();
          else if (session.layout()) notice.textContent = '';
          return;
        case 'nothing':
          notice.textContent = message.why;
          return;
        case 'select':
          select(message.key);
          return;
        case 'focus':
          if (session.select(message.key) !== 'gone') focusOn(message.key);
          return;
      }
    },
  };
}

function boxIn(layout: Layout | undefined, key: string | undefined) {
  return key === undefined ? undefined : layout?.nodes.find(({ node }) => node.key === key);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

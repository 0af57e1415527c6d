import { say } from '../../l10n/say.ts';
import { firstLook, fit, keepInPlace, reveal, zoomAt } from '../camera.ts';
import type { Point } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { MeasureText } from '../layout/wrap.ts';
import type { FromPanel, ToPanel } from '../messages.ts';
import type { Camera, SavedState } from '../saved-state.ts';
import { type Laid, createSession } from '../session.ts';
import { createBusyBar } from './busy-bar.ts';
import { createDetails } from './details.ts';
import { html } from './dom.ts';
import type { Engine } from './engine.ts';
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
  readonly engine: Engine;
  readonly measure: MeasureText;
}

/** The page of a diagram. */
export interface App {
  hear(message: ToPanel): void;
}

/** The height of the bar above a part of the diagram, in pixels. */
const BAR = 32;
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
  const session = createSession(initial, save, measure, engine.layOut);
  let follows = true;
  /** How often something was laid out anew: only the last counts. */
  let updates = 0;
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
    onSize: () => {
      drawMinimap();
      showToolbar();
    },
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
      const before = main.clientWidth;
      session.change({ outline: !state().outline });
      showToolbar();
      // What was in the middle stays there.
      const camera = stage.camera();
      setCamera({ ...camera, x: camera.x + (main.clientWidth - before) / 2 });
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
    onFollow: () => {
      // The setting says it back.
      send({ type: 'follow', on: !follows });
    },
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
  const notice = html('div', { class: 'notice', role: 'status' }, say('Reading the case…'));
  const focusBar = createFocusBar(() => {
    focusOn(undefined);
  });
  const busyBar = createBusyBar(giveUp);
  const keys = html('div', { id: 'keys', class: 'unseen' }, say(KEYS_IN_WORDS));
  const bars = html('div', { class: 'bars' }, busyBar.element, focusBar.element);
  const main = html('main', {}, stage.element, bars, minimap.element, notice, keys);
  const heading = html('h1', { class: 'unseen' }, say('Diagram'));
  root.append(
    html('header', {}, heading, toolbar.element),
    html('div', { class: 'middle' }, outline.element, main),
    details.element,
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
      follows,
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
    minimap.draw(layout, resolvedPalette(), stage.size());
    minimap.follow(stage.camera(), stage.size());
  }

  /** Lays out what is to be seen, and draws it. @param whole shows all of it afterwards */
  async function update(whole = false): Promise<void> {
    if (!session.layout()) notice.textContent = say('Laying out the diagram…');
    const turn = ++updates;
    try {
      const laid = await session.layOut(busyBar.begin);
      if (!laid) return;
      busyBar.end();
      draw(laid, whole);
    } catch (error) {
      // What was asked for since then has a bar of its own, and will be drawn.
      if (turn !== updates) return;
      busyBar.end();
      const message = messageOf(error);
      notice.textContent = say('The diagram could not be laid out: {0}', message);
      send({ type: 'failed', message });
    }
  }

  /** Stays with what is shown, or shows what a diagram shows at first. */
  function giveUp(): void {
    engine.restart();
    busyBar.end();
    stage.element.focus();
    if (session.giveUp() === 'shown') mark();
    else void update();
  }

  function draw({ before, now, number }: Laid, whole: boolean): void {
    const graph = session.graph()!;
    const { focus } = state();
    outline.show(graph, session.rows());
    const camera = lookAgain(before, now, whole);
    stage.draw(now, camera);
    setCamera(camera);
    drawMinimap();
    notice.textContent = now.nodes.length === 0 ? say('This case has no claims yet.') : '';
    focusBar.show(focus === undefined ? undefined : graph.node(focus));
    mark();
    root.dataset['nodes'] = String(now.nodes.length);
    root.dataset['layouts'] = String(number);
  }

  /** Where to look after a new layout: where one looked before, as far as that is still there. */
  function lookAgain(before: Layout | undefined, now: Layout, whole: boolean): Camera {
    const screen = stage.size();
    const anchor = state().selected ?? session.graph()?.roots[0];
    const box = boxIn(now, anchor) ?? now.nodes[0];
    const was = boxIn(before, box?.node.key);
    if (whole) return fitBelowBars(now);
    if (was && box) return keepInPlace(stage.camera(), was, box);
    return (!before && state().camera) || firstLook(now, box, screen);
  }

  function mark(): void {
    stage.mark(state().selected, session.matches());
    // First, as it takes height from the tree.
    details.show(session.selected());
    outline.select(state().selected);
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
    if (layout) setCamera(fitBelowBars(layout));
  }

  /** All of the picture, and nothing of it behind the bar that says what it is. */
  function fitBelowBars(layout: Layout): Camera {
    const { width, height } = stage.size();
    const top = state().focus === undefined ? 0 : BAR;
    const camera = fit(layout, { width, height: height - top });
    return { ...camera, y: camera.y + top };
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
      notice.textContent = say('The diagram could not be saved: {0}', messageOf(error));
    }
  }

  return {
    hear(message) {
      switch (message.type) {
        case 'diagram':
          document.title = message.data.title;
          heading.textContent = say('Diagram of {0}', message.data.title);
          stage.element.setAttribute('aria-label', heading.textContent);
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
        case 'follow':
          follows = message.on;
          showToolbar();
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

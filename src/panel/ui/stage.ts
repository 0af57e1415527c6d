import { say } from '../../l10n/say.ts';
import { viewOf, zoomAt } from '../camera.ts';
import type { Point, Size } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { Camera } from '../saved-state.ts';
import { html } from './dom.ts';
import { type Drawing, createDrawing } from './drawing.ts';

/** What a person does to the picture with a pointer. */
export interface StageEvents {
  readonly onCamera: (camera: Camera) => void;
  /** A box was pressed; undefined for the ground between them. */
  readonly onPress: (key: string | undefined) => void;
  readonly onOpen: (key: string) => void;
  readonly onFold: (key: string) => void;
  /** It has another size. */
  readonly onSize: () => void;
}

/** Where the picture is seen: it is drawn for each layout, and then moved; of a large one, what comes near is drawn on the way. */
export interface Stage {
  readonly element: HTMLElement;
  size(): Size;
  camera(): Camera;
  setCamera(camera: Camera): void;
  /** @param camera where to look */
  draw(layout: Layout, camera: Camera): void;
  /** Marks boxes. */
  mark(selected: string | undefined, found: ReadonlySet<string>): void;
}

/** How far a pointer may move and still press, in pixels. */
const STEADY = 4;
/** How long after the last change of scale the picture is drawn sharp, in milliseconds. */
const SETTLE = 180;

/** An empty stage. */
export function createStage(events: StageEvents): Stage {
  const picture = html('div', { class: 'picture' });
  const element = html(
    'div',
    {
      class: 'stage',
      tabindex: '0',
      role: 'application',
      'aria-roledescription': say('diagram'),
      'aria-describedby': 'keys',
    },
    picture,
  );
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let drawing: Drawing | undefined;
  // Asking the page each time would make it lay itself out while the picture is moved.
  let size: Size | undefined;
  let settling = 0;

  function setCamera(next: Camera): void {
    const isScaled = next.scale !== camera.scale;
    camera = next;
    picture.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
    drawing?.look(viewOf(camera, sizeNow()), camera.scale);
    if (!isScaled) return;
    window.clearTimeout(settling);
    settling = window.setTimeout(sharpen, SETTLE);
  }

  // The picture is a layer that the browser only shifts. It stays as it was drawn, so that at another scale it has to be drawn again: for a
  // moment it is no layer.
  function sharpen(): void {
    drawing?.settle(camera.scale);
    element.classList.add('settled');
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        element.classList.remove('settled');
      });
    });
  }

  function move(next: Camera): void {
    setCamera(next);
    events.onCamera(next);
  }

  listenToWheel(element, () => camera, move);
  listenToPointer(
    element,
    () => camera,
    move,
    events,
    (event) => {
      const { x, y } = placeIn(element, event);
      return (
        keyOf(event.target) ??
        drawing?.at({ x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale })
      );
    },
  );
  new ResizeObserver(() => {
    size = undefined;
    drawing?.look(viewOf(camera, sizeNow()), camera.scale);
    events.onSize();
  }).observe(element);

  function sizeNow(): Size {
    return (size ??= { width: element.clientWidth, height: element.clientHeight });
  }

  return {
    element,
    size: sizeNow,
    camera: () => camera,
    setCamera,
    draw(layout, at) {
      drawing?.end();
      drawing = createDrawing(layout);
      camera = at;
      setCamera(at);
      drawing.settle(at.scale);
      picture.replaceChildren(drawing.element);
    },
    mark(selected, found) {
      drawing?.mark(selected, found);
    },
  };
}

/** The wheel moves the picture; with Ctrl, which pinching means too, it makes it larger or smaller. */
function listenToWheel(element: HTMLElement, camera: () => Camera, move: (camera: Camera) => void): void {
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const { deltaX, deltaY } = event;
      const at = camera();
      if (event.ctrlKey || event.metaKey) {
        move(zoomAt(at, Math.exp(-deltaY * lines * 0.0025), placeIn(element, event)));
      } else {
        const [x, y] = event.shiftKey ? [deltaY, deltaX] : [deltaX, deltaY];
        move({ ...at, x: at.x - x * lines, y: at.y - y * lines });
      }
    },
    { passive: false },
  );
}

function listenToPointer(
  element: HTMLElement,
  camera: () => Camera,
  move: (camera: Camera) => void,
  events: StageEvents,
  boxAt: (event: MouseEvent) => string | undefined,
): void {
  let from: { readonly x: number; readonly y: number; readonly camera: Camera } | undefined;
  let isDrag = false;
  element.addEventListener('pointerdown', (event) => {
    if (event.button > 1) return;
    from = { x: event.clientX, y: event.clientY, camera: camera() };
    isDrag = false;
  });
  element.addEventListener('pointermove', (event) => {
    if (!from) return;
    const x = event.clientX - from.x;
    const y = event.clientY - from.y;
    if (!isDrag && Math.hypot(x, y) < STEADY) return;
    if (!isDrag) element.setPointerCapture(event.pointerId);
    isDrag = true;
    element.classList.add('dragged');
    move({ ...from.camera, x: from.camera.x + x, y: from.camera.y + y });
  });
  const end = (event: PointerEvent): void => {
    if (from && !isDrag && event.type === 'pointerup') press(event.target, boxAt(event), events);
    from = undefined;
    element.classList.remove('dragged');
  };
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
  element.addEventListener('dblclick', (event) => {
    const key = boxAt(event);
    if (key !== undefined && !isFold(event.target)) events.onOpen(key);
  });
}

function press(target: EventTarget | null, key: string | undefined, events: StageEvents): void {
  if (key !== undefined && isFold(target)) events.onFold(key);
  else events.onPress(key);
}

function keyOf(target: EventTarget | null): string | undefined {
  return (target instanceof Element ? target.closest('.node') : null)?.getAttribute('data-key') ?? undefined;
}

function isFold(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.folded, .unfolded') !== null;
}

function placeIn(element: HTMLElement, event: MouseEvent): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

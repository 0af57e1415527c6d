import { type Palette, inksOf } from '../draw/palette.ts';
import type { Size } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { Camera } from '../saved-state.ts';
import { html } from './dom.ts';

/** The whole of a large diagram in a corner, with a frame around what is on the screen. */
export interface Minimap {
  readonly element: HTMLElement;
  /** @param screen the size of what the picture is seen on; the map takes a part of it */
  draw(layout: Layout, palette: Palette, screen: Size): void;
  follow(camera: Camera, screen: Size): void;
}

/** Smaller diagrams need none. */
const MANY_NODES = 40;
const MOST = { width: 220, height: 140 };
/** In a narrow panel it takes less. */
const SHARE = 0.35;

/** @param onMove is called with the place of the picture that is to be in the middle */
export function createMinimap(onMove: (x: number, y: number) => void): Minimap {
  const canvas = html('canvas');
  const frame = html('div', { class: 'frame' });
  // For pointers only: the keyboard and screen readers have the tree.
  const element = html('div', { class: 'minimap', 'aria-hidden': 'true', hidden: '' }, canvas, frame);
  let scale = 1;
  let most: Size = { width: 0, height: 0 };

  const moveTo = (event: PointerEvent): void => {
    const { left, top } = canvas.getBoundingClientRect();
    onMove((event.clientX - left) / scale, (event.clientY - top) / scale);
  };
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) moveTo(event);
  });

  return {
    element,
    draw({ nodes, width, height }, palette, screen) {
      element.hidden = nodes.length < MANY_NODES;
      scale = Math.min(
        Math.min(MOST.width, screen.width * SHARE) / width,
        Math.min(MOST.height, screen.height * SHARE) / height,
      );
      const density = window.devicePixelRatio;
      const size = { width: Math.max(24, width * scale), height: Math.max(24, height * scale) };
      most = size;
      canvas.width = size.width * density;
      canvas.height = size.height * density;
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      const pen = canvas.getContext('2d');
      if (!pen) return;
      pen.scale(density * scale, density * scale);
      for (const { node, x, y, figure } of nodes) {
        pen.fillStyle = palette(inksOf(node).border);
        // At least a point of the screen.
        pen.fillRect(x, y, Math.max(figure.body.width, 1 / scale), Math.max(figure.body.height, 1 / scale));
      }
    },
    follow({ x, y, scale: zoom }, screen) {
      const left = Math.max(0, (-x / zoom) * scale);
      const top = Math.max(0, (-y / zoom) * scale);
      const right = Math.min(most.width, ((screen.width - x) / zoom) * scale);
      const bottom = Math.min(most.height, ((screen.height - y) / zoom) * scale);
      frame.style.transform = `translate(${left}px, ${top}px)`;
      frame.style.width = `${Math.max(4, right - left)}px`;
      frame.style.height = `${Math.max(4, bottom - top)}px`;
    },
  };
}

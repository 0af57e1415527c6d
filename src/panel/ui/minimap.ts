import { type Palette, inksOf } from '../draw/palette.ts';
import type { Size } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { Camera } from '../saved-state.ts';
import { html } from './dom.ts';

/** The whole of a large diagram in a corner, with a frame around what is on the screen. */
export interface Minimap {
  readonly element: HTMLElement;
  draw(layout: Layout, palette: Palette): void;
  follow(camera: Camera, screen: Size): void;
}

/** Smaller diagrams need none. */
const MANY_NODES = 40;
const MOST = { width: 220, height: 140 };

/** @param onMove is called with the place of the picture that is to be in the middle */
export function createMinimap(onMove: (x: number, y: number) => void): Minimap {
  const canvas = html('canvas');
  const frame = html('div', { class: 'frame' });
  // For pointers only: the keyboard and screen readers have the tree.
  const element = html('div', { class: 'minimap', 'aria-hidden': 'true', hidden: '' }, canvas, frame);
  let scale = 1;

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
    draw({ nodes, width, height }, palette) {
      element.hidden = nodes.length < MANY_NODES;
      scale = Math.min(MOST.width / width, MOST.height / height);
      const density = window.devicePixelRatio;
      const size = { width: Math.max(24, width * scale), height: Math.max(24, height * scale) };
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
      const most = { width: canvas.clientWidth, height: canvas.clientHeight };
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

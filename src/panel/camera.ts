import type { Box, Point, Size } from './layout/geometry.ts';
import { type Camera, limitScale } from './saved-state.ts';

/** Around what is shown whole, in pixels of the screen. */
const FRAME = 24;

/** Shows all of a picture, but not larger than it is. */
export function fit(picture: Size, screen: Size): Camera {
  const scale = limitScale(
    Math.min(
      1,
      (screen.width - 2 * FRAME) / Math.max(1, picture.width),
      (screen.height - 2 * FRAME) / Math.max(1, picture.height),
    ),
  );
  return {
    x: (screen.width - picture.width * scale) / 2,
    y: Math.max(FRAME, (screen.height - picture.height * scale) / 2),
    scale,
  };
}

/** Below this scale nobody can read what is written. */
const LEGIBLE = 0.55;

/** What to show when a diagram opens: all of it if it can be read then, else its top, in the middle. */
export function firstLook(picture: Size, top: Box | undefined, screen: Size): Camera {
  const whole = fit(picture, screen);
  if (whole.scale >= LEGIBLE || !top) return whole;
  const scale = 0.8;
  return { x: screen.width / 2 - (top.x + top.width / 2) * scale, y: FRAME - top.y * scale + 16, scale };
}

/** What is seen of a picture, in its pixels. */
export function viewOf({ x, y, scale }: Camera, { width, height }: Size): Box {
  return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
}

/** Makes larger or smaller around a place of the screen, which stays where it is. */
export function zoomAt(camera: Camera, factor: number, place: Point): Camera {
  const scale = limitScale(camera.scale * factor);
  const ratio = scale / camera.scale;
  return { x: place.x - (place.x - camera.x) * ratio, y: place.y - (place.y - camera.y) * ratio, scale };
}

/** Moves as little as is needed to see a box, with some room around it. */
export function reveal(camera: Camera, box: Box, screen: Size): Camera {
  const { scale } = camera;
  const shift = (start: number, length: number, room: number): number => {
    const margin = Math.max(0, Math.min(FRAME, (room - length) / 2));
    if (start < margin || length > room) return margin - start;
    return Math.min(0, room - margin - (start + length));
  };
  return {
    x: camera.x + shift(box.x * scale + camera.x, box.width * scale, screen.width),
    y: camera.y + shift(box.y * scale + camera.y, box.height * scale, screen.height),
    scale,
  };
}

/** Keeps a box where it is on the screen while everything around it is laid out anew. */
export function keepInPlace(camera: Camera, before: Point, after: Point): Camera {
  return {
    ...camera,
    x: camera.x + (before.x - after.x) * camera.scale,
    y: camera.y + (before.y - after.y) * camera.scale,
  };
}

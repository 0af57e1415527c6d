import { INKS, type Ink, type Palette } from '../draw/palette.ts';

/**
 * The colours of the theme as every program knows them, `#rrggbb`, on the paper they are drawn on. The style sheet mixes and inherits
 * them; what comes out is read from a point that was painted.
 */
export function resolvedPalette(): Palette {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  document.body.append(probe);
  const resolve = (ink: Ink): string => {
    probe.style.color = `var(--ink-${ink})`;
    return getComputedStyle(probe).color;
  };
  const paper = resolve('paper');
  const colours = new Map(
    INKS.map((ink) => {
      const colour = resolve(ink);
      if (!pen) return [ink, colour];
      for (const each of [paper, colour]) {
        pen.fillStyle = each;
        pen.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [ink, `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`];
    }),
  );
  probe.remove();
  return (ink) => colours.get(ink) ?? '#000000';
}

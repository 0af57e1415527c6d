import { say } from '../../l10n/say.ts';
import { svgFile } from '../draw/picture.ts';
import type { Layout } from '../layout/layout.ts';
import { fontFamily } from './measure.ts';
import { resolvedPalette } from './theme-colours.ts';

/** The longest side of a picture of points, and the most points, that every browser can make. */
const LONGEST = 16_000;
const MOST_POINTS = 120_000_000;

/** The diagram as an SVG file in the colours of the theme. */
export function asSvg(layout: Layout, title: string): string {
  return svgFile(layout, resolvedPalette(), title, fontFamily());
}

/**
 * The diagram as a PNG file in base64, two points for each pixel unless that would be too many.
 *
 * @throws Error if the browser cannot make it
 */
export async function asPng(layout: Layout, title: string): Promise<string> {
  const { width, height } = layout;
  const scale = Math.min(2, LONGEST / width, LONGEST / height, Math.sqrt(MOST_POINTS / (width * height)));
  const address = URL.createObjectURL(new Blob([asSvg(layout, title)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error(say('The picture is too large to be drawn.'));
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const data = canvas.toDataURL('image/png');
    if (!data.startsWith('data:image/png;base64,'))
      throw new Error(say('The picture is too large to be saved.'));
    return data.slice(data.indexOf(',') + 1);
  } finally {
    URL.revokeObjectURL(address);
  }
}

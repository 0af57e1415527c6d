import type { Layout } from '../layout/layout.ts';
import { type VectorElement, element, toXml } from './element.ts';
import type { Palette } from './palette.ts';
import { piecesOf } from './pieces.ts';

/** The whole diagram: lines first, boxes on top. @param page whether it is for the page, with what can be pressed, or for a file */
export function drawDiagram(layout: Layout, palette: Palette, page: boolean): VectorElement[] {
  const pieces = piecesOf(layout, palette, page);
  return (['relations', 'nodes'] as const).map((layer) =>
    element(
      'g',
      { class: layer },
      pieces.filter((piece) => piece.layer === layer).map((piece) => piece.draw()),
    ),
  );
}

/** The diagram as an SVG file that needs nothing else. @param font as CSS has it */
export function svgFile(layout: Layout, palette: Palette, title: string, font: string): string {
  const { width, height } = layout;
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.ceil(width),
      height: Math.ceil(height),
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      role: 'img',
      'font-family': font,
      'text-rendering': 'geometricPrecision',
    },
    [
      element('title', {}, [title]),
      element('rect', { width: '100%', height: '100%', fill: palette('paper') }),
      ...drawDiagram(layout, palette, false),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

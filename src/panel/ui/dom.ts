import type { VectorElement } from '../draw/element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of the picture. Texts become texts, whatever they contain. */
export function toSvg({ tag, attributes, children }: VectorElement): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) made.append(typeof child === 'string' ? child : toSvg(child));
  return made;
}

/** Makes an element of the page. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A small drawing on a button. @param path 16 by 16 pixels, for a pen */
export function icon(path: string): SVGElement {
  return toSvg({
    tag: 'svg',
    attributes: { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' },
    children: [
      {
        tag: 'path',
        attributes: {
          d: path,
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': '1.3',
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
        children: [],
      },
    ],
  });
}

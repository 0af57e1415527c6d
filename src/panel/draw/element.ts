/** An element of a picture, before it is one of a page or of a file. */
export interface VectorElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (VectorElement | string)[];
}

/** Makes an element; numbers are written with at most two digits behind the point. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (VectorElement | string)[] = [],
): VectorElement {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
      ]),
    ),
    children,
  };
}

/** An element as a text that XML allows, whatever its texts contain. */
export function toXml({ tag, attributes, children }: VectorElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : toXml(child)));
  return `<${tag}${written.join('')}>${inner.join('')}</${tag}>`;
}

function escapeXml(text: string): string {
  return (
    text
      // XML has no place for other control characters, not even by their numbers.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
  );
}

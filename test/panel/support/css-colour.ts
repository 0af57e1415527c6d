/** Red, green and blue, 0 to 255, and how much of it there is, 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** What a variable of CSS stands for, as it is written; undefined where there is none. */
export type Variables = (name: string) => string | undefined;

/** A colour as `panel.css` and the pictures write them: `#rrggbb`, `var(…, …)` or `color-mix(in srgb, … 40%, …)`. @throws Error for others */
export function colourOf(text: string, variables: Variables): Colour {
  const value = text.trim();
  const [, name = '', inner = ''] = /^([\w-]*)\(([^]*)\)$/.exec(value) ?? [];
  if (name === 'var') {
    const [variable = '', ...fallback] = partsOf(inner);
    const found = variables(variable);
    if (found !== undefined) return colourOf(found, variables);
    return colourOf(fallback.join(','), variables);
  }
  if (name === 'color-mix') {
    const [, first = '', second = ''] = partsOf(inner);
    const [, colour = '', share = ''] = /^([^]*?)\s+(\d+%|var\(--mix\))$/.exec(first) ?? [];
    const part = Number.parseFloat(share.startsWith('var') ? variables('--mix')! : share) / 100;
    const a = colourOf(colour, variables);
    const b = colourOf(second, variables);
    const mixed = (index: 0 | 1 | 2 | 3): number => a[index] * part + b[index] * (1 - part);
    return [mixed(0), mixed(1), mixed(2), mixed(3)];
  }
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/i.exec(value);
  if (!hex) throw new Error(`No colour: ${value}`);
  const [red = 0, green = 0, blue = 0, alpha = 255] = hex
    .slice(1)
    .flatMap((part) => (part === undefined ? [] : [parseInt(part, 16)]));
  return [red, green, blue, alpha / 255];
}

/** How well one colour is seen on another, as WCAG has it: 1 to 21. @param paper without anything to be seen through it */
export function contrast(ink: Colour, paper: Colour): number {
  const [, , , alpha] = ink;
  const seen = ([0, 1, 2] as const).map((index) => ink[index] * alpha + paper[index] * (1 - alpha));
  const [a, b] = [lightness(seen), lightness(paper)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function lightness([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What stands between the commas outside of brackets. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(parts.pop()! + character);
  }
  return parts.map((part) => part.trim());
}

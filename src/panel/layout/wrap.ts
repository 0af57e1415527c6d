/** The looks that text has in a box. */
export type TextLook = 'id' | 'kind' | 'text' | 'state';

/** How wide a text is in one of the looks, in pixels. Drawing it is the browser's business; tests have letters of fixed widths. */
export type MeasureText = (text: string, look: TextLook) => number;

/** More of a text is never shown in a box, in characters, so that a text of any length costs little. */
const MOST_CHARACTERS = 600;

/**
 * Breaks a text into lines: between words, else in words that are too long behind what parts a path or a name, else anywhere. What does not
 * fit in the last line is cut, with an ellipsis.
 */
export function wrapText(
  text: string,
  look: TextLook,
  width: number,
  mostLines: number,
  measure: MeasureText,
): string[] {
  const whole = text.trim();
  const shown = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}…` : whole;
  const pieces = shown.split(/\s+/).flatMap((word) => piecesOf(word, look, width, measure));
  const lines: string[] = [];
  let line = '';
  for (const { text: piece, glued } of pieces) {
    const longer = line === '' ? piece : `${line}${glued ? '' : ' '}${piece}`;
    if (line === '' || measure(longer, look) <= width) line = longer;
    else {
      lines.push(line);
      line = piece;
      if (lines.length > mostLines) break;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), withEllipsis(lines[mostLines - 1]!, look, width, measure)];
}

interface Piece {
  readonly text: string;
  /** It goes on the word before. */
  readonly glued: boolean;
}

function piecesOf(word: string, look: TextLook, width: number, measure: MeasureText): Piece[] {
  if (measure(word, look) <= width) return [{ text: word, glued: false }];
  const fits = (part: string): boolean => measure(part, look) <= width;
  const parts = partsBehind(word, /[^/#:\\]*[/#:\\]+|[^/#:\\]+/g)
    .flatMap((part) => (fits(part) ? [part] : partsBehind(part, /[^._-]*[._-]+|[^._-]+/g)))
    .flatMap((part) => (fits(part) ? [part] : chop(part, look, width, measure)));
  return parts.map((text, index) => ({ text, glued: index > 0 }));
}

function partsBehind(text: string, part: RegExp): readonly string[] {
  return text.match(part) ?? [text];
}

function chop(word: string, look: TextLook, width: number, measure: MeasureText): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && measure(part + character, look) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

/** The text, shortened until an ellipsis fits behind it. */
export function withEllipsis(text: string, look: TextLook, width: number, measure: MeasureText): string {
  const characters = [...text.replace(/…$/, '')];
  while (characters.length > 1 && measure(`${characters.join('').trimEnd()}…`, look) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

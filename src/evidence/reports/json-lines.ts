import { endOfString } from './json.ts';

/** A step to a value: a key, or every element of a list. */
type Step = string | '*';

/** An object or a list that the path leads into. */
interface Open {
  readonly isList: boolean;
  /** The key, or the place, of the value that comes next. */
  key: string;
  place: number;
}

/**
 * The 1-based lines at which objects and lists begin that a path leads to, by the places in lists on the way (`0/12`). In one pass and without
 * recursion, as a tree with positions of a report of many megabytes would take long.
 *
 * @param text JSON that is known to be valid
 */
export function linesAt(text: string, path: readonly Step[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let line = 1;
  let key = '';
  /** How many brackets are open in a value that the path does not lead into. */
  let skipped = 0;

  const enter = (isList: boolean): void => {
    const parent = open.at(-1);
    const step = path[open.length - 1];
    const leads = !parent || (parent.isList ? step === '*' : step === parent.key);
    if (leads && open.length < path.length) {
      open.push({ isList, key: '', place: 0 });
      return;
    }
    skipped = 1;
    if (!leads) return;
    const places = open.filter((one) => one.isList).map(({ place }) => place);
    lines.set(places.join('/'), line);
  };

  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === NEWLINE) line++;
    else if (c === QUOTE) {
      const end = endOfString(text, i);
      if (skipped === 0) key = text.slice(i + 1, end);
      i = end;
    } else if (c === BRACE || c === BRACKET) {
      if (skipped > 0) skipped++;
      else enter(c === BRACKET);
    } else if (c === BRACE_END || c === BRACKET_END) {
      if (skipped > 0) skipped--;
      else open.pop();
    } else if (skipped === 0 && (c === COLON || c === COMMA)) {
      const parent = open.at(-1);
      if (parent && c === COLON) parent.key = key;
      else if (parent) parent.place++;
    }
  }
  return lines;
}

const [NEWLINE, QUOTE, COLON, COMMA] = [0x0a, 0x22, 0x3a, 0x2c] as const;
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d] as const;

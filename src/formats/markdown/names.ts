import type { InlineLine } from './inline.ts';
import type { Span } from '../span.ts';

/** What a line calls what it speaks of: `**Fail closed.** …`, `**Replay** — …`, `**Impact:** …`. Offsets are of the line's text. */
export interface Name {
  /** Without the mark that ends it. */
  readonly text: string;
  readonly at: Span;
  /** The words before a colon in it: `Mitigation` of `**Mitigation: a jail.** …`; all of it where there is none. */
  readonly label: string;
  /** Where what is said of `label` begins. */
  readonly saidOfLabel: number;
  /** Where what follows the name begins. */
  readonly from: number;
  readonly emphasized: boolean;
}

const LEADING = /^(?:\[[ xX]\]\s+)?[^\p{L}\p{N}]*/u;
/** Marks that do not count as emphasis, since no space follows them: `**Isolation:**The jobs …`. */
const MARKED = /^[^\p{L}\p{N}*]*\*\*[^*]{1,120}\*\*/u;
const LONGEST_NAME = 120;
const LONGEST_LABEL = 40;
const ENDING = /[\s:.–—-]+$/;
/** Behind emphasis; a dash needs a space before it, or it would join two words. */
const SEPARATOR = /\s*:(?!\/\/)\s*|\s*[–—]\s*|\s+-\s+/y;

/** The name that a line begins with: emphasised words that a colon, full stop or dash ends, or that stand alone. */
export function readName(line: InlineLine): Name | undefined {
  const start = LEADING.exec(line.text)![0].length;
  const emphasis = line.emphases.find(({ start: from, end }) => from <= start && start < end);
  if (emphasis) return readEmphasized(line.text, { start, end: emphasis.end });
  const marked = MARKED.exec(line.text);
  const end = marked ? marked[0].length : 0;
  return marked && start < end ? readEmphasized(line.text, { start, end: end - 2 }, end) : undefined;
}

/** Words before a colon that begin a line in no emphasis: `Impact: …`. Only for words that are known, since any sentence may have a colon. */
export function readPlainLabel(line: InlineLine): Name | undefined {
  const { text } = line;
  const start = LEADING.exec(text)![0].length;
  const colon = text.slice(0, start + LONGEST_LABEL + 1).indexOf(':', start);
  if (colon < 0 || text.startsWith('//', colon + 1)) return undefined;
  const label = text.slice(start, colon).trim();
  if (label === '' || /[.;!?,]/.test(label)) return undefined;
  const from = skipSpace(text, colon + 1);
  return { text: label, at: { start, end: colon }, label, saidOfLabel: from, from, emphasized: false };
}

/** The names that stand further on in a line: `… and hangs. **Mitigation:** a timeout.` */
export function namesWithin(line: InlineLine): readonly Name[] {
  const known = within.get(line) ?? readWithin(line);
  within.set(line, known);
  return known;
}

/** Every name of a line asks where the next one begins. */
const within = new WeakMap<InlineLine, readonly Name[]>();

function readWithin(line: InlineLine): Name[] {
  return line.emphases.flatMap(({ start, end }) => {
    const name = start > 0 ? readEmphasized(line.text, { start, end }) : undefined;
    return name ? [name] : [];
  });
}

/** `end` is where the marks behind the words end. */
function readEmphasized(text: string, at: Span, end = at.end): Name | undefined {
  if (at.end - at.start > LONGEST_NAME) return undefined;
  const words = text.slice(at.start, at.end);
  const name = words.replace(ENDING, '');
  if (!/\p{L}/u.test(name)) return undefined;
  const after = separatorEnd(text, end);
  const ended = /[:.!?–—]\s*$/.test(words) || after !== undefined || text.slice(end).trim() === '';
  if (!ended) return undefined;
  const colon = name.indexOf(':');
  const from = after ?? skipSpace(text, end);
  return {
    text: name,
    at: { start: at.start, end: at.start + name.length },
    label: colon < 0 ? name : name.slice(0, colon).trim(),
    saidOfLabel: colon < 0 ? from : skipSpace(text, at.start + colon + 1),
    from,
    emphasized: true,
  };
}

function separatorEnd(text: string, at: number): number | undefined {
  SEPARATOR.lastIndex = at;
  return SEPARATOR.test(text) ? SEPARATOR.lastIndex : undefined;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text[next]!)) next++;
  return next;
}

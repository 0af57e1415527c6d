import { isReadIn, readFrom, writtenIn } from '../../formats/locator-text.ts';
import type { TextForm, WritingPlace } from '../../formats/writing-place.ts';

/** What is written into a place. Offsets are UTF-16, from the start of the place's span. */
export interface LocatorEdit {
  readonly from: number;
  readonly to: number;
  /** All that is written, up to where somebody goes on writing. */
  readonly head: string;
  /** What stands behind that, such as the quote that closes it. */
  readonly tail: string;
}

/** What means nothing else in YAML, so that most names cost nothing. */
const PLAIN_PATH = /^[\w.]+\/[\w./#-]*$/;

/** What is written at a place up to the cursor, as the locator that it stands for. */
export function typedLocator({ form, typed }: WritingPlace, end: number = typed.length): string {
  return readFrom(form, typed.slice(0, end));
}

/**
 * Writes a name into the locator that is begun at a place, in the form that the place asks for: with what has to be escaped there, or the whole in
 * quotes where it cannot stand without. Undefined where no form would be read as that locator.
 *
 * @param text of the file
 * @param part what the name replaces, from the start of the place's span
 * @param isPart the name alone is written there, and the path that it belongs to elsewhere
 */
export function writeLocator(
  text: string,
  { form, span }: WritingPlace,
  part: { readonly from: number; readonly to: number },
  name: string,
  isPart = false,
): LocatorEdit | undefined {
  const written = text.slice(span.start, span.end);
  const before = readFrom(form, written.slice(0, part.from));
  const behind = readFrom(form, written.slice(part.to));
  const whole = `${before}${name}${behind}`;
  if (!isPart && !isReadIn(form, whole)) return undefined;
  if (form !== 'block' && form !== 'flow') return { ...part, head: writtenIn(form, name), tail: '' };
  const asWhole = PLAIN_PATH.test(whole) ? whole : writtenIn(form, whole);
  if (asWhole === whole) return { ...part, head: name, tail: '' };
  const quote = asWhole.charAt(0);
  const inside: TextForm = quote === '"' ? 'double' : 'single';
  return {
    from: 0,
    to: written.length,
    head: `${quote}${writtenIn(inside, `${before}${name}`)}`,
    tail: `${writtenIn(inside, behind)}${quote}`,
  };
}

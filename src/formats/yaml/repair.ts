import type { CST } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Problem } from './problem.ts';
import { restOfLine, trimmedSpan } from './span.ts';
import type { Span } from '../span.ts';
import { includes, visitTokens } from './tokens.ts';
import type { Place } from './tokens.ts';
import { noColon } from './wording.ts';

/**
 * What makes a half-typed text readable: single characters to put in place of others, so that no offset changes.
 * The strict meaning of YAML would swallow or drop all that follows such a mistake.
 */
export interface Repairs {
  readonly patches: Map<number, string>;
  readonly problems: Problem[];
  /** Texts that a repair had to hide, by the offset of the block map that they stand before. */
  readonly hiddenTexts: Map<number, Span>;
}

/** A character that means nothing to YAML, to stand for one that means the wrong thing. */
const HARMLESS = 'x';

/** The text with its patches applied; of the same length. */
export function applyPatches(text: string, patches: ReadonlyMap<number, string>): string {
  const parts: string[] = [];
  let from = 0;
  for (const [offset, character] of [...patches].sort(([a], [b]) => a - b)) {
    parts.push(text.slice(from, offset), character);
    from = offset + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Finds the mistakes that can be patched in the concrete syntax of `text`. */
export function findRepairs(tokens: readonly CST.Token[], text: string): Repairs {
  const repairs: Repairs = { patches: new Map(), problems: [], hiddenTexts: new Map() };
  visitTokens(tokens, (place) => {
    repairOpenQuote(place, text, repairs);
    repairOpenBracket(place, text, repairs);
    if (place.token.type !== 'block-map') return;
    repairColonInText(place, place.token, text, repairs);
    for (const [index, item] of place.token.items.entries()) {
      repairListAmongKeys(item, text, repairs);
      repairLineWithoutColon(index === 0 ? place : undefined, item, text, repairs);
    }
  });
  repairStrayBracket(tokens, repairs);
  return repairs;
}

/** `text: "abc` with no second quote makes the whole rest of the file, or up to the next quote, one text. */
function repairOpenQuote({ token, inFlow }: Place, text: string, repairs: Repairs): void {
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return;
  const quote = token.source.charAt(0);
  const isClosed = token.source.length > 1 && token.source.endsWith(quote);
  if (isClosed && (inFlow || !isFollowedByText(token.end))) return;
  repairs.patches.set(token.offset, HARMLESS);
  const message =
    isClosed && !token.source.includes('\n')
      ? say(
          'Text stands behind the closing {0}. Put quotes around the whole, in the other kind of quotes.',
          quote,
        )
      : say('This text begins with {0} but has no closing {0}. Close it, or take the first one away.', quote);
  repairs.problems.push(syntax(message, restOfLine(text, token.offset)));
}

/** `[draft] Some text` and `{a,b}/*.ts` are texts, but begin like a list or a map. */
function repairOpenBracket({ token, inFlow }: Place, text: string, repairs: Repairs): void {
  if (token.type !== 'flow-collection' || inFlow || !isFollowedByText(token.end)) return;
  repairs.patches.set(token.offset, HARMLESS);
  const message = say('A text that begins with `{0}` needs quotes around it.', token.start.source);
  repairs.problems.push(syntax(message, restOfLine(text, token.offset)));
}

function isFollowedByText(end: readonly CST.SourceToken[] | undefined): boolean {
  return end?.some(({ type }: { type: string }) => type === 'scalar') === true;
}

/** `C1: a: b` reads as a map in a map, and the nodes behind `C1` become part of it. */
function repairColonInText(place: Place, map: CST.BlockMap, text: string, repairs: Repairs): void {
  if (!place.isValue || !place.onLineOfOwner) return;
  const { key, sep } = map.items[0] ?? {};
  if (key?.type !== 'scalar' || key.source.includes('\n')) return;
  const colon = sep?.find((part) => part.type === 'map-value-ind');
  if (!colon) return;
  repairs.patches.set(colon.offset, HARMLESS);
  // A text whose opening quote or bracket was patched is reported already as one that needs quotes.
  if (/["'[{]/.test(text.charAt(key.offset))) return;
  repairs.problems.push(
    syntax(
      say(
        'A text that holds a colon and a space needs quotes around it: YAML takes `: ` for the end of a key.',
      ),
      restOfLine(text, key.offset),
    ),
  );
}

/**
 * A line that is no `key: value` becomes the beginning of the next line's key. It is hidden as a comment; where it is the text of a
 * node with more keys below it (`C1: A text` and an indented `evidence:`), the text is remembered.
 */
function repairLineWithoutColon(
  place: Place | undefined,
  item: CST.BlockMap['items'][number],
  text: string,
  repairs: Repairs,
): void {
  const { key } = item;
  if (key?.type !== 'scalar' || includes(item.start, 'explicit-key-ind')) return;
  const lastLine = key.source.lastIndexOf('\n');
  if (lastLine < 0) return;
  for (const line of key.source.slice(0, lastLine).matchAll(/^[ \t]*(\S)/gm)) {
    repairs.patches.set(key.offset + line.index + line[0].length - 1, '#');
  }
  const hidden = trimmedSpan(text, key.offset, key.offset + lastLine);
  const rest = trimmedSpan(text, hidden.end, key.offset + key.source.length);
  const isText = place?.onLineOfOwner === true;
  if (isText) repairs.hiddenTexts.set(rest.start, hidden);
  repairs.problems.push(syntax(lineWithoutColon(text.slice(hidden.start, hidden.end), isText), hidden));
}

/** `- item` where a key should be takes the next key for its value. The lines of the items are hidden as comments. */
function repairListAmongKeys(
  { key, start }: CST.BlockMap['items'][number],
  text: string,
  repairs: Repairs,
): void {
  if (key?.type !== 'block-seq' || includes(start, 'explicit-key-ind')) return;
  for (const item of key.items) {
    const dash = item.start.find((part) => part.type === 'seq-item-ind');
    if (dash) repairs.patches.set(dash.offset, '#');
  }
  const message = say(
    'A list stands among keys here, and is not read. Indent it below the key that it belongs to.',
  );
  repairs.problems.push(syntax(message, restOfLine(text, key.offset)));
}

function lineWithoutColon(line: string, isText: boolean): string {
  if (!isText) return noColon(line);
  return say(
    'A text on the line of its key cannot have keys below it: move it to a line of its own, as `text: …` (a locator as `at: …`).',
  );
}

/** A bracket too many ends the document for YAML, and nothing behind it is read. */
function repairStrayBracket(tokens: readonly CST.Token[], repairs: Repairs): void {
  const token = tokens.find(({ type }) => type === 'error');
  if (token?.type !== 'error' || !/^[\]}]$/.test(token.source)) return;
  repairs.patches.set(token.offset, ' ');
  const span = { start: token.offset, end: token.offset + 1 };
  repairs.problems.push(syntax(say('This `{0}` closes nothing: remove it.', token.source), span));
}

function syntax(message: string, span: Span): Problem {
  return { rule: 'syntax', severity: 'error', message, span };
}

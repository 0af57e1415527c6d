import type { YAMLError } from 'yaml';
import { type Message, message, say } from '../../l10n/say.ts';
import { asClause } from '../../parsing/as-clause.ts';
import type { Report } from './problem.ts';
import { restOfLine, trimmedSpan } from './span.ts';
import type { Span } from '../span.ts';
import { noColon, shown } from './wording.ts';

/** How a message of the YAML library is put for authors: `{0}` is what the pattern's first group took or, where it has none, what stands there. */
const WORDINGS: readonly (readonly [pattern: RegExp, message: Message])[] = [
  [
    /must be sufficiently indented and end with a (.)/,
    message('The list or map in brackets is not closed here: a `{0}` is missing.'),
  ],
  [/must end with a (.)/, message('The list or map in brackets is not closed here: a `{0}` is missing.')],
  [
    /^All (mapping|sequence) items must start/,
    message(
      'This line is not indented like its neighbours. Give the entries of one block the same indentation.',
    ),
  ],
  [
    /^Nested mappings are not allowed/,
    message(
      'A value on the line of its key cannot be a map. Move it to lines of its own below, or put the text in quotes.',
    ),
  ],
  [/^Tabs are not allowed/, message('YAML allows no tabs in the indentation: use spaces.')],
  [/^Plain value cannot start with/, message('A text cannot begin with {0} in YAML: put quotes around it.')],
  [
    /at node end$/,
    message('`{0}` stands behind the end of the value before it. Put quotes around the whole text.'),
  ],
  [
    /^Implicit keys .*need to be on a single line/,
    message('A key must be on one line. The line before may lack its colon or its closing quote.'),
  ],
  [
    /^Invalid escape sequence (.+)/,
    message('`{0}` means nothing within double quotes. Write `\\\\` for a backslash, or use single quotes.'),
  ],
  [/^Missing , (?:or : )?between/, message('A comma is missing between the items in brackets.')],
  [/^Unexpected (?:, in|empty item)/, message('There is a comma too many between the brackets.')],
  [
    /^Block scalar header includes extra/,
    message(
      'Nothing but an indentation or chomping sign may follow `|` or `>` on its line. Begin the text on the next line.',
    ),
  ],
  [
    /^Comments must be separated/,
    message('A comment needs a space before its `#`; a text that holds `#` there needs quotes.'),
  ],
  [/\banchor/i, message('YAML takes a word that begins with `&` for an anchor. Put the text in quotes.')],
  [/\btag/i, message('YAML takes a word that begins with `!` for a tag. Put the text in quotes.')],
  [/\balias/i, message('YAML takes a word that begins with `*` for an alias. Put the text in quotes.')],
  [
    /^Block collections are not allowed within flow/,
    message(
      'Lines with `- ` or a key of their own cannot stand within brackets. A closing bracket may be missing before.',
    ),
  ],
  [
    /^A block sequence may not be/,
    message('A list stands among keys here. Indent it below the key that it belongs to.'),
  ],
  [
    /^Sequence item without/,
    message('This line stands among the items of a list: put `- ` before it, or indent it differently.'),
  ],
  [
    /^Unexpected block-seq-ind/,
    message('A list cannot begin on the line of its key. Begin it on the next line.'),
  ],
  [
    /^Unexpected /,
    message('`{0}` is not expected here. Look for a missing colon, comma, quote or bracket before it.'),
  ],
  [/^Block scalar values in collections/, message('The lines of a text behind `|` or `>` must be indented.')],
  [/^The : indicator must be at most 1024/, message('A key must be shorter than 1,024 characters.')],
  [/^Missing closing/, message('The closing quote is missing.')],
];

const NOT_EXPECTED = message(
  'YAML does not expect this here, and what follows is not read. Check the indentation and the lines before it.',
);

/** Reports what the YAML library found wrong, in words for authors. */
export function reportSyntax(errors: readonly YAMLError[], text: string, report: Report): void {
  const places = errors.map((error) => ({ error, span: spanOf(error, text) }));
  let lost = false;
  for (const [index, { error, span }] of places.entries()) {
    // The library's own bookkeeping; it only ever comes with another error.
    if (error.code === 'IMPOSSIBLE') continue;
    // A line that is no entry at all is not indented like one either; what it lacks says more.
    if (isIndentation(error) && places[index + 1]?.span.start === span.start) continue;
    const endsTooEarly = endsDocument(error, text);
    // Once the document has ended too early every following word is an error; the first says it all.
    if (endsTooEarly && lost) continue;
    lost ||= endsTooEarly;
    report({
      rule: error.code === 'RESOURCE_EXHAUSTION' ? 'too-complex' : 'syntax',
      severity: error.name === 'YAMLWarning' ? 'warning' : 'error',
      message: endsTooEarly ? say(NOT_EXPECTED) : reword(error.message, text.slice(span.start, span.end)),
      span,
    });
  }
}

function isIndentation({ message }: YAMLError): boolean {
  return /^All (mapping|sequence) items must start/.test(message);
}

function endsDocument({ message, pos: [start] }: YAMLError, text: string): boolean {
  if (/ in YAML stream|^Not a YAML token/.test(message)) return true;
  return message.endsWith('at node end') && (start === 0 || text.charAt(start - 1) === '\n');
}

function reword(original: string, written: string): string {
  if (original.startsWith('Implicit map keys need')) return noColon(written);
  for (const [pattern, message] of WORDINGS) {
    const match = pattern.exec(original);
    if (!match) continue;
    return say(message, match[1] ?? shown(written));
  }
  return say('This is not valid YAML: {0}.', asClause(original));
}

/** The library marks a missing bracket and wrong indentation by white space; people look for words. */
function spanOf(error: YAMLError, text: string): Span {
  const [start, end] = error.pos;
  if (/end with a .$/.test(error.message)) {
    const before = trimmedSpan(text, Math.max(0, start - 1000), start).end;
    return { start: Math.max(0, before - 1), end: before };
  }
  const span = trimmedSpan(text, start, end);
  if (span.start < span.end || !isIndentation(error)) return span;
  const word = text.slice(start, start + 1000).search(/\S/);
  return word < 0 ? span : restOfLine(text, start + word);
}

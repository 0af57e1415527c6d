import { type Message, message, say } from '../../l10n/say.ts';
import type { Want, WritingPlace } from '../writing-place.ts';
import { restOfWord } from '../rest-of-word.ts';

const KEYWORDS: readonly { readonly word: string; readonly means: Message }[] = [
  { word: 'Claim', means: message('What has to hold.') },
  { word: 'Strategy', means: message('How the argument is divided.') },
  {
    word: 'Evidence',
    means: message('Where one can see it, with a path in parentheses at the end of the line.'),
  },
  { word: 'Justification', means: message('Why a claim or strategy is reasonable.') },
  { word: 'Context', means: message('What one has to know to understand it.') },
  { word: 'Assumption', means: message('What is taken to be true without evidence.') },
  { word: 'Relation', means: message('The rule by which what is below leads to what is above.') },
  { word: 'Link', means: message('A node that is written elsewhere, by its id.') },
];

/** The longest line in which anything is offered, in characters. */
const LONGEST = 2000;

/** What may be written at an offset of LTAC: the word that begins a line, an id that is cited, a path in parentheses. */
export function placeInLtac(text: string, offset: number): WritingPlace | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (before.length > LONGEST) return undefined;
  const place = (typed: string, want: Want, ends: RegExp): WritingPlace => ({
    wants: [want],
    typed,
    span: restOfWord(text, { start: offset - typed.length, end: offset }, ends),
    form: 'parentheses',
    style: 'flow',
    hasColon: false,
  });
  const [, keyword] = /^[ \t]*[-*+][ \t]+(\w*)$/.exec(before) ?? [];
  if (keyword !== undefined)
    return place(
      keyword,
      { is: 'value', values: KEYWORDS.map(({ word, means }) => ({ word, means: say(means) })) },
      /\W/,
    );
  const [, cited] = /(?:\^|^[ \t]*[-*+][ \t]+Link[ \t]+)([\w.-]*)$/.exec(before) ?? [];
  if (cited !== undefined) return place(cited, { is: 'node', likely: [] }, /[^\w.-]/);
  const [, path] = /^[ \t]*[-*+][ \t].*\(([^()\s]*)$/.exec(before) ?? [];
  if (path === undefined) return undefined;
  const hash = path.indexOf('#');
  const want: Want =
    hash < 0
      ? { is: 'locator', from: 'document' }
      : { is: 'part', of: path.slice(0, hash), from: 'document' };
  return place(path, want, /[)\s]/);
}

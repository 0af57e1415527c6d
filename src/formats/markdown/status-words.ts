import type { InlineLine } from './inline.ts';
import type { Span } from '../span.ts';

/** What words say of how far a node is; `undeveloped` is a leaf that is meant to be one. */
export interface StatusWord {
  readonly is: 'proposed' | 'gap' | 'undeveloped';
  readonly word: string;
  /** A stretch of the text it was found in. */
  readonly at: Span;
}

const WORDS: readonly (readonly [words: string, is: StatusWord['is']])[] = [
  ['undeveloped|to be developed', 'undeveloped'],
  [
    'proposed|planned|in progress|under development|work in progress|wip|to be (?:written|done|implemented|added|decided)',
    'proposed',
  ],
  ['gap|missing|unmet|unmitigated|to ?do|tbd|none yet|does not exist(?: yet)?|do not exist yet', 'gap'],
  [
    'not (?:yet )?(?:implemented|met|addressed|mitigated|covered|written|started|available|enabled|done)(?: yet)?|not yet',
    'gap',
  ],
];

const PATTERNS = WORDS.map(([words, is]) => ({
  whole: new RegExp(`^(?:${words})[.!]?$`, 'i'),
  leading: new RegExp(`^(?:${words})(?![\\p{L}\\p{N}-])`, 'iu'),
  trailing: new RegExp(`\\s[–—-]\\s+(${words})[.!]?$`, 'iu'),
  is,
}));
const IN_BRACKETS = /[([]([^()[\]]{2,40})[)\]]/g;

/** The status that a cell or the words behind *Status:* begin with. */
export function leadingStatus(text: string): StatusWord | undefined {
  for (const { leading, is } of PATTERNS) {
    const word = leading.exec(text)?.[0];
    if (word !== undefined) return { is, word, at: { start: 0, end: word.length } };
  }
  return undefined;
}

/** The status that a line says in passing: in brackets, in emphasis, or behind a dash at its end. A word in a sentence is none. */
export function statusIn(line: InlineLine): StatusWord | undefined {
  const { text, emphases } = line;
  const stretches = [
    ...emphases.filter(({ start, end }) => end - start <= 40),
    ...[...text.matchAll(IN_BRACKETS)].map((match) => ({
      start: match.index + 1,
      end: match.index + match[0].length - 1,
    })),
  ];
  for (const { start, end } of stretches) {
    const word = text.slice(start, end).trim();
    const found = PATTERNS.find(({ whole }) => whole.test(word));
    if (found) return wordAt(text, found.is, word, start);
  }
  for (const { trailing, is } of PATTERNS) {
    const match = trailing.exec(text);
    if (match) return wordAt(text, is, match[1]!, match.index);
  }
  return undefined;
}

function wordAt(text: string, is: StatusWord['is'], word: string, from: number): StatusWord {
  const start = text.indexOf(word, from);
  return { is, word, at: { start, end: start + word.length } };
}

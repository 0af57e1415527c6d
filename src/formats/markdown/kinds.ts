import type { NodeKind } from '../../model/kinds.ts';
import type { Prefixes } from '../../model/settings.ts';

/** Where in the argument a keyword puts its claim: at the top, or below another claim that stands beside it. */
export type Role = 'top' | 'sub';

/** What a keyword says of the node on its line. */
export interface Keyword {
  readonly kind: NodeKind;
  readonly role?: Role;
  /** `**Goal:** …` is a node though it has no id. Words that head ordinary paragraphs too (`Context:`) need one. */
  readonly withoutId: boolean;
}

type KeywordRow = readonly [words: string, kind: NodeKind, withoutId: boolean, role?: Role];

/** Keywords as patterns: a space stands for a space or hyphen, or for nothing. */
const KEYWORD_ROWS: readonly KeywordRow[] = [
  ['(?:top(?: level)?|main|root|overall|central|primary) (?:claim|goal)', 'claim', true, 'top'],
  ['sub (?:claim|goal)', 'claim', true, 'sub'],
  ['claim|goal', 'claim', true],
  ['(?:security |safety )?(?:requirement|property|objective)|(?:design )?principle', 'claim', false],
  ['(?:security |safety )?(?:promise|guarantee|invariant)', 'claim', true],
  ['strategy|argument', 'strategy', false],
  ['evidence|solution', 'evidence', false],
  ['context', 'context', false],
  ['assumption', 'assumption', true],
  ['justification', 'justification', true],
  ['inference(?: rule)?', 'inference', true],
  ['(?:rebutting )?defeater|rebuttal|counter ?(?:claim|argument)', 'rebuttal', true],
  ['undercut(?:ting defeater)?', 'undercut', true],
  ['undermin(?:e|ing defeater)', 'undermine', true],
  ['asset', 'asset', false],
  ['threat|attack', 'threat', false],
  ['(?:security )?control|mitigation|counter ?measure', 'control', false],
];

const KEYWORDS = KEYWORD_ROWS.map(([words, kind, withoutId, role]) => ({
  pattern: new RegExp(`(?:${words.replaceAll(' ', '[ -]?')})(?![\\p{L}\\p{N}])`, 'iuy'),
  keyword: { kind, withoutId, ...(role && { role }) } satisfies Keyword,
}));

/** The keyword that stands at `at` of a text, and where it ends; undefined if none does. */
export function keywordAt(text: string, at: number): { keyword: Keyword; end: number } | undefined {
  for (const { pattern, keyword } of KEYWORDS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { keyword, end: pattern.lastIndex };
  }
  return undefined;
}

/** What the letters of an id mean where no keyword and no heading says otherwise. */
const PREFIX_KINDS: ReadonlyMap<string, NodeKind> = new Map([
  ['C', 'claim'],
  ['SC', 'claim'],
  ['TC', 'claim'],
  ['G', 'claim'],
  ['SG', 'claim'],
  ['S', 'strategy'],
  ['Sn', 'evidence'],
  ['E', 'evidence'],
  ['EV', 'evidence'],
  ['Ev', 'evidence'],
  ['CT', 'context'],
  ['CX', 'context'],
  ['A', 'assumption'],
  ['J', 'justification'],
  ['IR', 'inference'],
  ['R', 'rebuttal'],
  ['RB', 'rebuttal'],
  ['UC', 'undercut'],
  ['UM', 'undermine'],
  ['T', 'threat'],
  ['TH', 'threat'],
  ['CTL', 'control'],
  ['CTRL', 'control'],
  ['GAP', 'rebuttal'],
  ['RR', 'rebuttal'],
  ['HAZ', 'threat'],
  ['THR', 'threat'],
]);

/** Plurals in headings and columns that say what the ids below them are, by the first letter of those ids. */
const HINTS: readonly (readonly [pattern: RegExp, letter: string, kind: NodeKind])[] = [
  [/\brequirements\b/i, 'R', 'claim'],
  [/\brebuttals\b/i, 'R', 'rebuttal'],
  [/\bgoals\b/i, 'G', 'claim'],
  [/\b(?:sub-?)?claims\b/i, 'C', 'claim'],
  [/\bcontrols\b/i, 'C', 'control'],
  [/\bcounter-?measures\b/i, 'C', 'control'],
  [/\bcontexts?\b/i, 'C', 'context'],
  [/\bassumptions\b/i, 'A', 'assumption'],
  [/\bassets\b/i, 'A', 'asset'],
  [/\bmitigations\b/i, 'M', 'control'],
  [/\bsolutions\b/i, 'S', 'evidence'],
  [/\btests\b/i, 'T', 'evidence'],
  [/\bthreats\b/i, 'T', 'threat'],
  [/\bevidence\b/i, 'E', 'evidence'],
];

/** A heading longer than this many words is a statement, and its words say nothing of what stands below it. */
const LONGEST_HINT = 4;

/** What the letters before the number of an id mean in one document. */
export interface Conventions {
  /** Goals are called G1, G2 …, so C1 is a context, as in GSN. */
  readonly goals: boolean;
  /** Nothing else in the document is a claim, and evidence stands below R1, R2 …: they are requirements. */
  readonly requirements?: boolean;
  /** What a person set of the letters, which goes before all that headings and columns say. */
  readonly prefixes?: Prefixes;
}

/** Whether letters are known to begin ids. @param set what a person set of them */
export function isIdPrefix(prefix: string, set?: Prefixes): boolean {
  return PREFIX_KINDS.has(prefix) || set?.has(prefix) === true;
}

/** The kind that the letters of an id mean below a heading or column called `hint`; undefined if they mean nothing. */
export function kindOfPrefix(prefix: string, conventions: Conventions, hint: string): NodeKind | undefined {
  const set = conventions.prefixes?.get(prefix);
  if (set) return set;
  const kind = PREFIX_KINDS.get(prefix);
  if (prefix.length > 1 && kind) return kind;
  const hinted = hintedKind(prefix, hint);
  if (hinted) return hinted;
  if (conventions.requirements && prefix === 'R') return 'claim';
  return conventions.goals && prefix === 'C' ? 'context' : kind;
}

/** The kind that a heading or column says all the ids with these letters are. */
export function hintedKind(prefix: string, hint: string): NodeKind | undefined {
  if (hint.split(/\s+/).length > LONGEST_HINT) return undefined;
  const letter = prefix.slice(0, 1).toUpperCase();
  return HINTS.find(([pattern, first]) => first === letter && pattern.test(hint))?.[2];
}

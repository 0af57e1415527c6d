import type { NodeKind } from '../../model/kinds.ts';

/** What a heading, or the words that introduce a list, say that what stands below them is. */
export interface Topic {
  /** Undefined for a part of an argument that holds several kinds: a threat model. */
  readonly kind?: NodeKind;
  /** No ordinary document has such a heading. Others (*Requirements*, *Limitations*) count only within an argument. */
  readonly strong: boolean;
  /** The argument itself: its claims support the claim above. */
  readonly argument: boolean;
  /** A sentence says so in as many words, whatever the heading above it is. */
  readonly firm?: true;
  /** The kinds that it names, where they are several. */
  readonly kinds?: readonly NodeKind[];
  /** It names several kinds: *Assets and threats*. */
  readonly several: boolean;
}

type Row = readonly [nouns: string, kind: NodeKind | undefined, strong: boolean];

/** Of several rows that fit, the first counts. */
const ROWS: readonly Row[] = [
  ['non goals|(?:out of|not in) scope(?: threats| items)?|exclusions|excluded threats', 'context', false],
  ['(?:residual|accepted|remaining|outstanding|open|unmitigated) (?:security )?risks?', 'rebuttal', true],
  ['(?:known|residual|remaining) (?:weaknesses|vulnerabilities|threats)', 'rebuttal', true],
  ['limitations?|(?:known |open )?gaps|caveats|not covered', 'rebuttal', false],
  ['threat model(?:s|ing)?|security (?:model|analysis)|threat analysis|assurance case', undefined, true],
  ['scope (?:and )?context', undefined, false],
  ['trust boundar(?:y|ies)|trust zones|trust levels', 'context', true],
  ['(?:threat|attack) (?:actors?|agents?|scenarios?|vectors?|paths?|trees?|cases?)', 'threat', true],
  ['threat (?:summary|catalog(?:ue)?|inventory|register|table|list|matrix|overview)', 'threat', true],
  ['boundaries|actors|roles', 'context', false],
  ['threats|adversar(?:y|ies)|attackers|attacks|(?:abuse|misuse) cases|hazards', 'threat', true],
  ['(?:implementation |common |software |security )*weakness(?:es)? arguments?', 'control', true],
  ['(?:implementation|common|software|security|web) weakness(?:es)?|weaknesses', 'threat', true],
  ['risks', 'threat', false],
  ['assets?(?: inventory| register| list)|(?:protected|critical|security|valuable) assets', 'asset', true],
  ['assets', 'asset', true],
  ['(?:security|trust|threat|environmental) assumptions', 'assumption', true],
  ['assumptions', 'assumption', false],
  ['(?:secure |security |secure software )?design principles', 'claim', true],
  [
    '(?:security|safety) (?:properties|requirements|goals|objectives|guarantees|claims|concerns)',
    'claim',
    true,
  ],
  ['sub claims|(?:top level |main |supporting )?claims', 'claim', true],
  ['properties|requirements|goals|objectives|guarantees|invariants', 'claim', false],
  ['(?:security|technical|compensating|mitigating) (?:controls|measures|mechanisms)', 'control', true],
  ['counter measures|mitigations?|safeguards', 'control', true],
  ['controls|defen[cs]es', 'control', false],
  ['arguments?(?: summary| structure| overview)?|assurance dimensions', 'claim', false],
];

const ARGUMENT = /^(?:(?:supporting|main|assurance) )?(?:arguments?|assurance dimensions)\b/;

/** Words before the noun that only narrow it: *common*, *supply-chain*. */
const BEFORE = String.raw`(?:the )?(?:[\p{L}\p{N}'’]+ ){0,3}?`;
/** Words behind the noun that leave it what it is. */
const BEHIND = [
  'at risk|to protect|to be protected|in scope|in detail',
  '(?:have been |are |were |being )?(?:considered|addressed|countered|applied|mitigated|covered|identified|accepted|enforced|met|assumed)',
  'summary|overview|coverage|enforcement|mapping',
].join('|');
const WHERE = '(?:against|from|for|of|by|in|to|on) .{1,60}';

const PATTERNS = ROWS.map(([nouns, kind, strong]) => ({
  whole: new RegExp(`^${BEFORE}(?:${nouns})(?: (?:${strong ? `${BEHIND}|${WHERE}` : BEHIND}))?$`, 'u'),
  /** In a sentence only plurals speak of what follows, and only those that mean nothing else. */
  within: strong && kind ? new RegExp(`(?<!\\p{L})(?:${nouns})(?!\\p{L})`, 'u') : undefined,
  kind,
  strong,
}));

const QUESTIONS: readonly (readonly [pattern: RegExp, kind: NodeKind, strong: boolean])[] = [
  [/^what (?:is|are|we) (?:being )?(?:protect(?:ed|ing)?|defend(?:ed|ing)?)$/, 'asset', true],
  [/^what (?:is|are|we) (?:being )?(?:claim(?:ed)?|prove[dn]?|guaranteed?)$/, 'claim', true],
  [/^what (?:is|are|we) (?:being )?(?:assumed?|relied on|trust(?:ed)?)$/, 'assumption', true],
  [/^(?:what .{0,60})?(?:not|cannot|never) (?:protect|defend|guard)(?:ed)?(?: against)?$/, 'context', true],
  [/^(?:what .{0,60})?(?:not|cannot) (?:argue|cover|claim|guarantee|address)(?:e?d)?$/, 'rebuttal', true],
];

/** A heading of many words is a statement. */
const LONGEST_HEADING = 90;
const LONGEST_LEAD_IN = 200;
/** Such a sentence introduces what is done about the things it names, or where they are told. */
const OF_OTHER_THINGS =
  /\b(?:status|verified|tested|checked|validated|reported|see|documented|listed|not|reviewed)\b/;
const QUESTION = /^(?:how|why|when|where|reporting|handling|managing|no)\b/;

/** Whoever draws the boundary relies on what lies behind it. */
const OUTSIDE =
  /^(?:what|things?|items?|these|components?|parts?)\b.{0,30}\boutside (?:of )?(?:the |our |its |this )?(?:[\p{L}'’]+ ){0,2}boundar(?:y|ies)\b/u;

/** The topic of a heading or a label, where it names one. */
export function topicOf(heading: string): Topic | undefined {
  const text = plain(heading);
  if (text.length > LONGEST_HEADING) return undefined;
  const question = QUESTIONS.find(([pattern]) => pattern.test(wordsOf(text)));
  if (question) return { kind: question[1], strong: question[2], argument: false, several: false };
  const topics = text.split(/\s*(?:[,;:/&+|–—]|\band\b|\bor\b|\s-\s)\s*/).flatMap((part) => {
    const topic = topicOfPhrase(wordsOf(part));
    return topic ? [topic] : [];
  });
  const first = mixed(wordsOf(text)) ?? topics.find(({ argument }) => !argument) ?? topics[0];
  const several = topics.some(
    ({ kind, argument }) => !argument && kind !== 'control' && kind !== first?.kind,
  );
  const kinds = [...new Set(topics.flatMap(({ kind }) => kind ?? []))];
  return first && { ...first, several, ...(kinds.length > 1 && { kinds }) };
}

/** What a sentence that ends with a colon says of the list below it: `The threats we considered are:`. */
export function topicOfLeadIn(sentence: string): Topic | undefined {
  if (sentence.length > LONGEST_LEAD_IN) return undefined;
  const words = wordsOf(plain(sentence));
  if (OUTSIDE.test(words))
    return { kind: 'assumption', strong: true, argument: false, several: false, firm: true };
  if (OF_OTHER_THINGS.test(words)) return undefined;
  const found = PATTERNS.find(({ within }) => within?.test(words));
  return found && { kind: found.kind, strong: found.strong, argument: false, several: false };
}

/** `Scope and context` is one topic although two words are joined. */
function mixed(text: string): Topic | undefined {
  return /^(?:the )?(?:system )?scope and (?:application )?(?:context|environment)$/.test(text)
    ? { strong: false, argument: false, several: false }
    : undefined;
}

function topicOfPhrase(phrase: string): Topic | undefined {
  if (QUESTION.test(phrase)) return undefined;
  const found = PATTERNS.find(({ whole }) => whole.test(phrase));
  return found && { kind: found.kind, strong: found.strong, argument: ARGUMENT.test(phrase), several: false };
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^()]{0,80}\)|\[[^[\]]{0,80}\]/g, ' ')
    .replace(/^[^\p{L}\p{N}]*(?:\d+(?:\.\d+)*[.):]?\s+)?/u, '')
    .trim();
}

function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\bcounter measures?\b|\bcountermeasures?\b/g, 'counter measures')
    .trim();
}

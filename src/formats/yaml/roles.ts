import { message, say } from '../../l10n/say.ts';
import { COVERAGE_MEASURES, FINDING_LEVELS, SEVERITY_BANDS, TEST_COUNTS } from '../../model/expectation.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { EXPECT_KEYS } from '../../model/read-expectation.ts';
import { WATCHES } from '../../model/watch.ts';
import type { Choice } from '../writing-place.ts';
import { choicesOf } from './key-docs.ts';
import { CASE_KEYS, CHILD_KINDS, ITEM_KEYS, NEVER_IDS, NODE_KEYS } from './keys.ts';

/** What a value of YAML is for, by the keys that lead to it: what may be written in it. */
export type Role =
  /** Keys that each hold something of their own. */
  | {
      readonly is: 'map';
      readonly keys: readonly Choice[];
      role(key: string): Role;
      /** Its keys are ids. */ readonly ofNodes?: true;
    }
  /** Ids of nodes of a kind, each with what the node says; or a list of that. */
  | { readonly is: 'entries'; readonly kind: NodeKind; role(): Role }
  /** A node: one text, or a map. */
  | {
      readonly is: 'node';
      readonly kind: NodeKind;
      readonly keys: readonly Choice[];
      role(key: string): Role;
    }
  /** An item of a list of nodes: a text, a map, or ids as in `- E2: path`. */
  | {
      readonly is: 'item';
      readonly kind: NodeKind;
      readonly keys: readonly Choice[];
      roleAmong(keys: readonly string[], key: string): Role;
    }
  | { readonly is: 'locators' }
  /** A locator, or what cannot be looked up, or a map that says which. */
  | { readonly is: 'entry-points'; readonly keys: readonly Choice[]; role(key: string): Role }
  | { readonly is: 'nodes'; readonly likely: readonly NodeKind[] }
  | { readonly is: 'requirements' }
  | { readonly is: 'values'; readonly values: readonly Choice[] }
  | { readonly is: 'text' };

const TEXT: Role = { is: 'text' };
const LOCATORS: Role = { is: 'locators' };

/** The kinds of nodes that each key usually names. */
const LIKELY: Readonly<Record<string, readonly NodeKind[]>> = {
  supportedBy: ['claim', 'strategy', 'evidence', 'control'],
  answers: ['threat', 'rebuttal', 'undercut', 'undermine'],
  threatens: ['asset', 'claim', 'control'],
  about: ['asset'],
};

/** A whole case of the native form. */
export function caseRole(): Role {
  return {
    is: 'map',
    keys: choicesOf(CASE_KEYS),
    role(key) {
      if (key === 'subject') return mapOf(choicesOf(['path', 'repo', 'rev']), () => TEXT);
      return entriesRole(key) ?? TEXT;
    },
  };
}

function entriesRole(key: string): Role | undefined {
  const kind = CHILD_KINDS.get(key);
  return kind && { is: 'entries', kind, role: () => nodeRole(kind) };
}

function nodeRole(kind: NodeKind): Role {
  return { is: 'node', kind, keys: choicesOf(usualFirst(NODE_KEYS, kind)), role: valueRole };
}

/** What an item of a list of nodes is. */
export function itemRole(kind: NodeKind): Role {
  return {
    is: 'item',
    kind,
    keys: choicesOf(usualFirst(ITEM_KEYS, kind)),
    roleAmong: (keys, key) =>
      keys.some((one) => one === 'id' || NEVER_IDS.includes(one)) ? valueRole(key) : nodeRole(kind),
  };
}

/** Keys that only evidence has, or mostly other nodes. */
const OF_EVIDENCE: readonly string[] = ['at', 'expect', 'watch'];
const OF_THREATS: readonly string[] = ['threatens', 'entryPoints', 'impact', 'likelihood'];

function usualFirst(keys: readonly string[], kind: NodeKind): string[] {
  const isUsual = (key: string): boolean => {
    if (OF_EVIDENCE.includes(key)) return kind === 'evidence';
    if (OF_THREATS.includes(key)) return kind === 'threat';
    if (key === 'evidence') return kind !== 'evidence';
    return true;
  };
  return kind === 'evidence'
    ? [...OF_EVIDENCE, ...keys.filter((key) => !OF_EVIDENCE.includes(key))]
    : [...keys.filter(isUsual), ...keys.filter((key) => !isUsual(key))];
}

function valueRole(key: string): Role {
  const entries = entriesRole(key);
  if (entries) return entries;
  switch (key) {
    case 'satisfies':
      return { is: 'requirements' };
    case 'supportedBy':
    case 'answers':
    case 'threatens':
    case 'about':
      return { is: 'nodes', likely: LIKELY[key]! };
    case 'undeveloped':
    case 'defeated':
      return flag();
    case 'status':
      return values(['proposed', say('It is planned.')], ['gap', say('It is known to be missing.')]);
    case 'accepted':
      return mapOf(choicesOf(['by', 'why', 'until']), () => TEXT);
    case 'at':
      return LOCATORS;
    case 'watch':
      return values(...WATCHES.map((watch): [string, string] => [watch, say(WATCH_MEANS[watch])]));
    case 'expect':
      return mapOf(choicesOf(EXPECT_KEYS, 'expect'), expectRole);
    case 'entryPoints':
      return {
        is: 'entry-points',
        keys: choicesOf(['at', 'route']),
        role: (inner) => (inner === 'at' ? LOCATORS : TEXT),
      };
    default:
      return TEXT;
  }
}

const WATCH_MEANS = {
  signature: message('Only how it is called.'),
  body: message('All of its code. This is what is watched where nothing else is said.'),
  all: message('Its comments, too.'),
} as const;

function expectRole(key: string): Role {
  switch (key) {
    case 'max':
      return mapOf(
        counts([...FINDING_LEVELS, ...SEVERITY_BANDS, 'total', ...TEST_COUNTS], say('At most so many.')),
        () => TEXT,
      );
    case 'min':
      return mapOf(
        [
          ...counts(['tests'], say('At least so many.')),
          ...counts(COVERAGE_MEASURES, say('At least so many percent.')),
        ],
        () => TEXT,
      );
    case 'passed':
      return values(['all', say('Every test in the report.')]);
    case 'commit':
      return values(['HEAD', say('The commit that is checked out.')]);
    case 'of':
    case 'file':
      return LOCATORS;
    default:
      return TEXT;
  }
}

function counts(words: readonly string[], means: string): Choice[] {
  return words.map((word) => ({ word, means, holds: 'text' }));
}

function mapOf(keys: readonly Choice[], role: (key: string) => Role): Role {
  return { is: 'map', keys, role };
}

/** `true` or `false`. */
export function flag(): Role {
  return values(['true', ''], ['false', say('The same as leaving the key out.')]);
}

/** One of few words, each with what it means. */
export function values(...words: readonly (readonly [word: string, means: string])[]): Role {
  return { is: 'values', values: words.map(([word, means]) => ({ word, means })) };
}

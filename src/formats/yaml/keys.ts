import { closest } from '../../model/closest.ts';
import { FIELD_NAMES } from '../../model/fields.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** The keys below which nodes stand, and the kind of node each holds. */
export const CHILD_KINDS: ReadonlyMap<string, NodeKind> = new Map([
  ['claims', 'claim'],
  ['strategies', 'strategy'],
  ['evidence', 'evidence'],
  ['context', 'context'],
  ['assumptions', 'assumption'],
  ['justifications', 'justification'],
  ['inference', 'inference'],
  ['rebuttals', 'rebuttal'],
  ['residualRisks', 'rebuttal'],
  ['undercuts', 'undercut'],
  ['undermines', 'undermine'],
  ['assets', 'asset'],
  ['threats', 'threat'],
  ['controls', 'control'],
]);

/** The keys of a whole case. */
export const CASE_KEYS: readonly string[] = ['case', 'id', 'subject', ...CHILD_KINDS.keys()];

/** The keys of one node that is written as an object. */
export const NODE_KEYS: readonly string[] = [
  'text',
  'satisfies',
  'supportedBy',
  'answers',
  'threatens',
  'about',
  'undeveloped',
  'status',
  'defeated',
  'accepted',
  ...FIELD_NAMES,
  'at',
  'expect',
  'watch',
  ...CHILD_KINDS.keys(),
];

/** The keys of a node that stands in a list, where it has no key of its own to be its id. */
export const ITEM_KEYS: readonly string[] = ['id', ...NODE_KEYS];

/** Keys that are ordinary words, too: `context: {scope: …}` may well mean a node that is called so. */
const WORDS: readonly string[] = ['about', 'scope', 'implementation', 'owner', 'status'];

/** The keys that no node is called by: where one stands in the place of an id, it is indented wrongly. */
export const NEVER_IDS: readonly string[] = NODE_KEYS.filter((key) => !WORDS.includes(key));

/** Words of other notations and tools, and what they are called here. */
const SYNONYMS: Readonly<Record<string, string>> = {
  title: 'case',
  name: 'case',
  goals: 'claims',
  subclaims: 'claims',
  properties: 'claims',
  securityproperties: 'claims',
  arguments: 'strategies',
  solutions: 'evidence',
  incontextof: 'context',
  contexts: 'context',
  rules: 'inference',
  defeaters: 'rebuttals',
  risks: 'residualRisks',
  attackvectors: 'threats',
  vulnerabilities: 'threats',
  hazards: 'threats',
  countermeasures: 'controls',
  mitigations: 'controls',
  safeguards: 'controls',
  trustboundaries: 'context',
  mitigates: 'answers',
  counters: 'answers',
  challenges: 'threatens',
  attacks: 'threatens',
  protects: 'about',
  concerns: 'about',
  requirements: 'satisfies',
  endpoints: 'entryPoints',
  routes: 'entryPoints',
  severity: 'impact',
  probability: 'likelihood',
  responsible: 'owner',
  description: 'text',
  statement: 'text',
  path: 'at',
  file: 'at',
  locator: 'at',
};

/** Beyond this length a key is no typing error, and comparing it would only cost time. */
const LONGEST_TYPO = 30;

/** The allowed key that was probably meant by an unknown one, or undefined. */
export function suggestKey(unknown: string, allowed: readonly string[]): string | undefined {
  if (unknown.length > LONGEST_TYPO) return undefined;
  const plain = unknown.toLowerCase().replace(/[-_ ]/g, '');
  const synonym = SYNONYMS[plain];
  if (synonym !== undefined && allowed.includes(synonym)) return synonym;
  const halfTyped = plain.length >= 3 && allowed.find((key) => key.startsWith(plain));
  return halfTyped || closest(plain, allowed);
}

import type { FieldName } from '../../model/fields.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { InlineLine } from './inline.ts';
import { readName, readPlainLabel } from './names.ts';
import type { Name } from './names.ts';

/** What a label inside a node says of the words behind it. */
export type PartLabel =
  | {
      readonly is: 'node';
      readonly kind: NodeKind;
      /** It also makes a node where it stands in no other, in the part of a document that is an argument: `**Assets:** …`. */
      readonly alone: boolean;
      /** Of a claim it is a node; of anything else a field. */
      readonly ofClaims?: true;
    }
  | { readonly is: 'field'; readonly field: FieldName }
  | { readonly is: 'status' | 'satisfies' | 'accepted' | 'by' | 'until' | 'why' };

/** One or two words that narrow what they stand before, but do not deny it: *out-of-tree*. */
const ANY_WORDS = String.raw`(?:(?!no |not |missing |without |lack)[\p{L}-]{2,20} ){0,2}`;
/** Words that are no names of things: access control is one. */
const ADJECTIVES =
  '(?:current|existing|proposed|planned|recommended|suggested|additional|further|key|primary|main|partial|implemented|compensating|mitigating|preventive|detective|corrective|technical|security) ';
const WHEN = '(?: (?:today|now|currently|in place|applied|implemented|measures?|approach|steps|plan))?';

type NodeRow = readonly [labels: string, kind: NodeKind, alone: boolean];

const NODES: readonly NodeRow[] = [
  [
    'counter-?measures?|mitigations?|mitigation strateg(?:y|ies)|(?:security )?controls?|safeguards?',
    'control',
    true,
  ],
  ['(?:mitigated|countered|addressed) by|defen[cs]es?', 'control', false],
  [`${ANY_WORDS}(?:counter-?measures?|mitigations?|remediations?|hardening)${WHEN}`, 'control', false],
  [`${ADJECTIVES}(?:controls?|safeguards?|defen[cs]es?|protections?)${WHEN}`, 'control', false],
  ['recommended|recommendations?', 'control', false],
  ['(?:argument(?:ation)? )?strategy', 'strategy', false],
  ['contexts?|intent|notes?|background', 'context', false],
  ['system (?:under consideration|context|description)|operational (?:context|environment)', 'context', true],
  ['trust boundar(?:y|ies)|(?:explicitly )?(?:out of scope|not in scope)|non-?goals', 'context', true],
  ['(?:security |trust |key )?assumptions?', 'assumption', true],
  ['justifications?|rationale', 'justification', false],
  ['arguments?|reasoning|inference(?: rule)?|warrant', 'inference', false],
  [
    'residual(?: risks?)?|(?:known )?(?:limitations?|gaps?)|not (?:covered|mitigated)|caveats?',
    'rebuttal',
    false,
  ],
  [
    `(?:residual|remaining|accepted|known|open|unmitigated) (?:${ADJECTIVES})?(?:risks?|concerns?|limitations?|gaps?|weakness(?:es)?|threats?|exposure)${WHEN}`,
    'rebuttal',
    false,
  ],
  ['(?:protected |critical )?assets', 'asset', true],
  ['threat(?: scenario)?|attack(?: scenario)?|(?:abuse|misuse) case|hazard', 'threat', true],
  ['threats|(?:threat )?actors|adversaries|attackers|attack (?:vectors|scenarios)', 'threat', true],
];

const FIELDS: readonly (readonly [labels: string, field: FieldName])[] = [
  ['entry points?|attack vector|vectors?', 'entryPoints'],
  ['(?:potential |business )?impact', 'impact'],
  ['likelihood|probability', 'likelihood'],
  ['scope|applies to', 'scope'],
  ['owner|responsible|responsibility', 'owner'],
];

const OTHERS: readonly (readonly [
  labels: string,
  is: 'status' | 'satisfies' | 'accepted' | 'by' | 'until' | 'why',
])[] = [
  ['(?:current |implementation )?status|state', 'status'],
  ['satisfies|fulfils|fulfills|complies with', 'satisfies'],
  ['accepted|acceptance', 'accepted'],
  ['accepted by', 'by'],
  ['(?:accepted )?until|expires(?: on)?|expiry', 'until'],
  ['accepted because|reason for acceptance', 'why'],
];

const IMPLEMENTATION = /^(?:implementation|how (?:it is )?applied|application)$/i;

const LABELS: readonly (readonly [pattern: RegExp, part: PartLabel])[] = [
  ...NODES.map(
    ([labels, kind, alone]) => [exactly(labels), { is: 'node', kind, alone }] as [RegExp, PartLabel],
  ),
  ...FIELDS.map(([labels, field]) => [exactly(labels), { is: 'field', field }] as [RegExp, PartLabel]),
  ...OTHERS.map(([labels, is]) => [exactly(labels), { is }] as [RegExp, PartLabel]),
  [IMPLEMENTATION, { is: 'node', kind: 'control', alone: false, ofClaims: true }],
];

/** `Residual risk (R3)`, `Not covered — the weakest part`. */
const ASIDE = /\s*\([^()]{0,60}\)\s*$|\s[–—]\s.{0,120}$/u;
const LONGEST_WRITTEN = 160;
const LONGEST = 40;

/** What a label means inside a node; undefined for words that only name something. */
export function partLabelOf(label: string): PartLabel | undefined {
  if (label.length > LONGEST_WRITTEN) return undefined;
  const words = label.replace(ASIDE, '').replace(/\s+/g, ' ').trim();
  if (words.length > LONGEST) return undefined;
  return LABELS.find(([pattern]) => pattern.test(words))?.[1];
}

/** The label of a part that a line begins with. */
export function partOf(line: InlineLine): { name: Name; part: PartLabel } | undefined {
  for (const name of [readName(line), readPlainLabel(line)]) {
    const part = name && partLabelOf(name.label);
    if (name && part) return { name, part };
  }
  return undefined;
}

/** The field that a label or the header of a column names. */
export function fieldOf(label: string): FieldName | undefined {
  const part = partLabelOf(label);
  if (part?.is === 'field') return part.field;
  return part?.is === 'node' && part.ofClaims ? 'implementation' : undefined;
}

function exactly(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, 'iu');
}

import type { NodeKind } from '../../model/kinds.ts';

/** A column of a row's node that states a node of its own beside it. */
export interface PartColumn {
  readonly column: number;
  readonly kind: NodeKind;
}

/** Headers that say how a row is argued for, or what is left open; they never name the rows themselves. */
const PARTS: readonly (readonly [pattern: RegExp, kind: NodeKind])[] = [
  [/^(?:(?:assurance|security|supporting) )?(?:arguments?|reasoning)(?: summary)?$/i, 'inference'],
  [/^why (?:it|this) (?:holds|is true)$|^inference(?: rules?)?$/i, 'inference'],
  [/^(?:rationale|justification)s?$/i, 'justification'],
  [/^(?:(?:key|security|trust|environmental) )?assumptions?$/i, 'assumption'],
  [
    /^(?:(?:known|residual|remaining|accepted|open) )?(?:limitations?|caveats?|gaps?)$|^residual$/i,
    'rebuttal',
  ],
  [
    /^(?:residual|remaining|accepted|open|unmitigated) (?:risks?|exposure|concerns?|weakness(?:es)?|threats?)(?: (?:and|or) .{1,30})?$/i,
    'rebuttal',
  ],
];
/** A rating, or word that nothing is left, in place of what is left. */
const RATING =
  /^(?:none\b.*|(?:very )?(?:low|medium|moderate|high|minimal|negligible|acceptable|accepted|critical)\.?)$/i;

/** The columns besides the main one that state a part of the row's node. Columns are counted from 0. */
export function partColumns(header: readonly string[], main: number): PartColumn[] {
  return header.flatMap((text, column) => {
    const kind = column === main ? undefined : PARTS.find(([pattern]) => pattern.test(text))?.[1];
    return kind ? [{ column, kind }] : [];
  });
}

/** Whether a cell of such a column only rates what is left, or says that nothing is: *Low*, *none known*. */
export function isRating(text: string): boolean {
  return RATING.test(text.trim());
}

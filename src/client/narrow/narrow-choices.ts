import type { NarrowingAnswer } from '../../server/protocol.ts';

/** What can be narrowed. */
export type Narrowable = Exclude<NarrowingAnswer, { readonly refused: string }>;

type Part = Narrowable['parts'][number];

/** A row of the list that a person picks parts from. */
export type NarrowChoice =
  | { readonly heading: string }
  | {
      readonly part: string;
      /** Whether it changed, where that is known. */
      readonly description: string;
      readonly picked: boolean;
    };

/** The groups in the order of the list, and what belongs to each; a part stands in the first that it fits. */
const GROUPS: readonly (readonly [heading: string, fits: (part: Part) => boolean])[] = [
  ['linked already', ({ linked }) => linked === true],
  ['named by the claim', ({ namedBy }) => namedBy === 'claim'],
  ['mentioned beside the link', ({ namedBy }) => namedBy === 'mention'],
  ['changed since it was judged', ({ changed }) => changed === true],
  ['other parts', ({ changed }) => changed === false],
  ['parts of the file', () => true],
];

/** The parts to choose from under headings, those first that are named; these are picked. What the claim links to already comes last. */
export function narrowChoices({ parts }: Pick<Narrowable, 'parts'>): readonly NarrowChoice[] {
  const groups = GROUPS.map(([heading]) => ({ heading, parts: [] as Part[] }));
  for (const part of parts) groups[GROUPS.findIndex(([, fits]) => fits(part))]!.parts.push(part);
  const [linked, ...others] = groups;
  return [...others, linked!].flatMap(({ heading, parts: own }): NarrowChoice[] =>
    own.length === 0 ? [] : [{ heading }, ...own.map(choiceOf)],
  );
}

function choiceOf({ part, namedBy, linked, changed }: Part): NarrowChoice {
  const description = changed === undefined ? '' : changed ? 'changed' : 'unchanged';
  return { part, description, picked: namedBy !== undefined && !linked };
}

import type { NarrowingAnswer } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';

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
const groupsOf = (): readonly (readonly [heading: string, fits: (part: Part) => boolean])[] => [
  [say('linked already'), ({ linked }) => linked === true],
  [say('named by the claim'), ({ namedBy }) => namedBy === 'claim'],
  [say('mentioned beside the link'), ({ namedBy }) => namedBy === 'mention'],
  [say('changed since it was judged'), ({ changed }) => changed === true],
  [say('other parts'), ({ changed }) => changed === false],
  [say('parts of the file'), () => true],
];

/** The parts to choose from under headings, those first that are named; these are picked. What the claim links to already comes last. */
export function narrowChoices({ parts }: Pick<Narrowable, 'parts'>): readonly NarrowChoice[] {
  const all = groupsOf();
  const groups = all.map(([heading]) => ({ heading, parts: [] as Part[] }));
  for (const part of parts) groups[all.findIndex(([, fits]) => fits(part))]!.parts.push(part);
  const [linked, ...others] = groups;
  return [...others, linked!].flatMap(({ heading, parts: own }): NarrowChoice[] =>
    own.length === 0 ? [] : [{ heading }, ...own.map(choiceOf)],
  );
}

function choiceOf({ part, namedBy, linked, changed }: Part): NarrowChoice {
  const description = changed === undefined ? '' : changed ? say('changed') : say('unchanged');
  return { part, description, picked: namedBy !== undefined && !linked };
}

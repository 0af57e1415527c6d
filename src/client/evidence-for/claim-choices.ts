import type { EvidenceCase } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';

/*
 * What a person can choose from when something becomes evidence. Without VS Code's API, so that it can be tested alone.
 */

/** A claim to choose, or a new one that is to be written in a case. */
export type ClaimChoice =
  | { readonly heading: string }
  | {
      readonly label: string;
      readonly description: string;
      /** Left out where the person is asked for it next. */
      readonly case?: EvidenceCase;
      /** Left out for a claim that is to be written. */
      readonly node?: string;
      /** Shown whatever is typed: that may be what a new claim says. */
      readonly always?: true;
    };

/** How many claims are remembered. */
const MOST_RECENT = 5;

/**
 * All claims of all cases, those used last before the others, and a new claim in each case at its end. Of several cases, words that name none of them begin a new
 * claim whose case is asked for, so that nobody gets the first by pressing Enter.
 *
 * @param recent as `remembered` names them
 */
export function claimChoices(cases: readonly EvidenceCase[], recent: readonly string[]): ClaimChoice[] {
  const all = cases.flatMap((one) =>
    one.claims.map((claim) => ({ one, claim, name: nameOf(one, claim.node) })),
  );
  const last = recent.flatMap((name) => all.find((each) => each.name === name) ?? []);
  const item = ({ one, claim }: (typeof all)[number]): ClaimChoice => ({
    label: claim.id || claim.text,
    description: [claim.id ? claim.text : '', claim.has ? say('(rests on it already)') : ''].join(' ').trim(),
    case: one,
    node: claim.node,
  });
  const used = last.length > 0 ? [{ heading: say('Used last') }, ...last.map(item)] : [];
  return [
    ...used,
    ...cases.flatMap((one) => [
      { heading: one.title },
      ...all.filter((each) => each.one === one && !last.includes(each)).map(item),
      {
        label: `$(add) ${say('New claim…')}`,
        description: say('in {0}', one.title),
        case: one,
        ...(cases.length === 1 && { always: true as const }),
      },
    ]),
    ...(cases.length > 1 ? anywhere() : []),
  ];
}

function anywhere(): ClaimChoice[] {
  return [
    { heading: say('All cases') },
    {
      label: `$(add) ${say('New claim…')}`,
      description: say('in a case that you choose next'),
      always: true,
    },
  ];
}

/** A choice that says in which case it is. */
export type ChoiceInCase = Extract<ClaimChoice, { label: string }> & { readonly case: EvidenceCase };

/** The cases, where one is to be chosen. */
export function caseChoices(cases: readonly EvidenceCase[]): ChoiceInCase[] {
  return cases.map((one) => ({ label: one.title, description: one.id, case: one }));
}

/** Where a new claim can stand: in the case itself, or below another claim. */
export function parentChoices(one: EvidenceCase): ChoiceInCase[] {
  const top = one.top
    ? [
        {
          label: `$(symbol-namespace) ${say('In the case itself')}`,
          description: one.title,
          case: one,
          always: true as const,
        },
      ]
    : [];
  return [
    ...one.claims.map(({ node, id, text }) => ({
      label: id || text,
      description: id ? text : '',
      case: one,
      node,
    })),
    ...top,
  ];
}

/** What is remembered once a claim was used: it is the last one. */
export function remembered(recent: readonly string[], one: EvidenceCase, node: string): string[] {
  const name = nameOf(one, node);
  return [name, ...recent.filter((other) => other !== name)].slice(0, MOST_RECENT);
}

/** Names a claim across sessions. */
function nameOf({ uri, id }: EvidenceCase, node: string): string {
  return JSON.stringify([uri, id, node]);
}

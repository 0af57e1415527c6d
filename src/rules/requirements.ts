import { say } from '../l10n/say.ts';
import { closest } from '../model/closest.ts';
import { listNames } from '../model/phrases.ts';
import { findRequirement, splitRequirement } from '../model/standard.ts';
import type { CaseView, Rule, RuleFinding } from './rule.ts';
import { atNode } from './wording.ts';

/** Requirements that their standard does not have. */
export const unknownRequirementRule: Rule = {
  id: 'unknown-requirement',
  level: 'warning',
  about: 'requirements that the standard they name does not have',
  check: (view) =>
    problems(view, (name, ids, suggest) => {
      const parts = splitRequirement(name);
      const known = parts && ids.get(parts.standard);
      if (!parts || !known || findRequirement(view.standards, name)) return undefined;
      const similar = suggest(parts.requirement, known);
      const fix = similar
        ? say('Did you mean {0}?', `${parts.standard}:${similar}`)
        : say('It has {0}.', listNames(known, 4));
      return `${say('{0} has no requirement {1}.', parts.standard, parts.requirement)} ${fix}`;
    }),
};

/** Standards that nothing is known of, so that nobody can look the requirement up. */
export const unknownStandardRule: Rule = {
  id: 'unknown-standard',
  level: 'information',
  about: 'requirements of standards that are not known',
  check: (view) =>
    problems(view, (name, ids, suggest) => {
      const parts = splitRequirement(name);
      if (!parts) {
        const like = [...ids].find(([, known]) => known.has(name));
        const example = like ? `${like[0]}:${name}` : 'OWASP-2021:A03';
        return say(
          '{0} names no standard. Write the standard, a colon and the requirement, such as {1}.',
          name,
          example,
        );
      }
      if (ids.has(parts.standard)) return undefined;
      const similar = suggest(parts.standard, ids.keys());
      const fix = similar
        ? say('Did you mean {0}?', `${similar}:${parts.requirement}`)
        : say('Known are {0}; yours are files called NAME.standard.yaml.', listNames(ids.keys(), 6));
      return `${say('There is no standard {0}.', parts.standard)} ${fix}`;
    }),
};

type Ids = ReadonlyMap<string, ReadonlySet<string>>;

/** Says what is wrong with a requirement, if anything is. */
type Say = (name: string, ids: Ids, suggest: typeof closest) => string | undefined;

/** A name is compared with all others for a suggestion; in a file with more wrong names than these, that would take for ever. */
const MOST_SUGGESTIONS = 100;

/** What is said of each requirement that a node satisfies. Where no standard is known, nothing can be said. */
function problems(view: CaseView, say: Say): RuleFinding[] {
  if (view.standards.length === 0) return [];
  const ids: Ids = new Map(
    view.standards.map(({ id, requirements }) => [id, new Set(requirements.map((one) => one.id))]),
  );
  let suggested = 0;
  const suggest: typeof closest = (word, candidates) =>
    suggested++ < MOST_SUGGESTIONS ? closest(word, candidates) : undefined;
  return view.case.nodes.flatMap((node) =>
    node.satisfies.flatMap(({ requirement, range }) => {
      const message = say(requirement, ids, suggest);
      return message === undefined ? [] : [atNode(view, node, message, { range })];
    }),
  );
}

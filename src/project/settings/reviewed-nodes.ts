import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import { closest } from '../../model/closest.ts';
import type { Finding } from '../../model/finding.ts';
import { namesNode } from '../../model/node-pattern.ts';
import type { NodePattern } from '../../model/review.ts';
import type { Settings } from '../../model/settings.ts';

/** So many misspelt patterns get a proposal, each of which takes a look at all nodes. */
const MOST_PROPOSALS = 20;

/**
 * `unknown-reviewed-node`: patterns of `reviews.required` that name no node, so that they demand nothing. Pure.
 *
 * @param cases all that the settings are of
 */
export function unknownReviewedNodes(
  { file, reviews: { required } }: Settings,
  cases: readonly Case[],
): Finding[] {
  if (required === 'all' || required.length === 0) return [];
  const names = new Set(
    cases.flatMap(({ id, nodes }) =>
      nodes.flatMap((node) => [...(node.id.includes('/') ? [] : [node.id]), `${id}/${node.id}`]),
    ),
  );
  const isKnown = ({ pattern }: NodePattern): boolean =>
    names.has(pattern) ||
    cases.some(({ id, nodes }) => nodes.some((node) => namesNode(pattern, id, node.id)));
  return required
    .filter((one) => !isKnown(one))
    .map(({ pattern, range }, at) => {
      const similar = at < MOST_PROPOSALS ? proposal(pattern, names) : undefined;
      const hint =
        similar === undefined
          ? say('Write the id of a claim or of evidence, or remove it.')
          : say('Did you mean {0}?', `\`${similar}\``);
      const what = say('`{0}` names no claim and no evidence, so no review is demanded by it.', pattern);
      const message = `${what} ${hint}`;
      return { rule: 'unknown-reviewed-node', severity: 'warning', message, file, range } as const;
    });
}

/** An id is proposed for an id, and one behind the id of its case for one of these. */
function proposal(pattern: string, names: ReadonlySet<string>): string | undefined {
  if (/[*?]/.test(pattern)) return undefined;
  const isLong = pattern.includes('/');
  return closest(
    pattern,
    [...names].filter((name) => name.includes('/') === isLong),
  );
}

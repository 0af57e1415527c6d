import { closest } from '../model/closest.ts';
import { listNames } from '../model/phrases.ts';
import type { LinkName } from '../project/reviews/review-request.ts';
import type { JudgedCase, JudgedLink, Snapshot } from '../project/snapshot.ts';
import { UsageError } from './usage.ts';

/** A link and the case it is in. */
export interface CaseLink {
  readonly one: JudgedCase;
  readonly judged: JudgedLink;
}

/**
 * The links that a person names: all directly under `C2` or `case-id/C2`, that of the evidence `E2`, or those with a locator.
 *
 * @param cases those that may be meant
 * @throws UsageError for a name that nothing has, or several things have
 */
export function linksNamed(name: string, cases: readonly JudgedCase[]): CaseLink[] {
  const nodes = cases.flatMap((one) => namedNodes(name, one));
  if (nodes.length > 1) {
    const all = nodes.map(({ one, id }) => `${one.case.id}/${id}`);
    const ids = new Set(all);
    const how = ids.size === all.length ? `Write which: ${listNames(all, 8)}.` : 'Give them different ids.';
    throw new UsageError(`${name} could be ${all.length} nodes. ${how}`);
  }
  if (nodes[0]) return linksUnder(nodes[0].one, nodes[0].key, name);
  const links = cases.flatMap((one) =>
    [...one.links.values()].filter(({ link }) => link.locator === name).map((judged) => ({ one, judged })),
  );
  if (links.length === 0) throw new UsageError(sayUnknown(name, cases));
  return links;
}

function namedNodes(name: string, one: JudgedCase): { one: JudgedCase; key: string; id: string }[] {
  const prefix = `${one.case.id}/`;
  return one.case.nodes
    .filter(({ id }) => id === name || (name.startsWith(prefix) && id === name.slice(prefix.length)))
    .map(({ key, id }) => ({ one, key, id }));
}

/** What is only mentioned there, is judged by what it says, or is not looked at, needs no review and is passed over. */
function linksUnder(one: JudgedCase, key: string, name: string): CaseLink[] {
  const all = [...one.links.values()].filter(({ link }) => link.parent === key || link.node === key);
  const own = all.filter(({ link, verdict }) => link.cited && !link.expect && verdict.reason !== 'external');
  if (own.length > 0) return own.map((judged) => ({ one, judged }));
  const below = new Set(
    (one.nodes.get(key)?.children ?? []).flatMap(({ caseKey, node }) =>
      caseKey === one.key ? (one.nodes.get(node)?.node.id ?? []) : [],
    ),
  );
  const hint =
    below.size > 0
      ? ` Below it are ${listNames(below, 8)}.`
      : ' Only evidence that is cited can be reviewed.';
  throw new UsageError(`${name} has no evidence of its own to review.${hint}`);
}

function sayUnknown(name: string, cases: readonly JudgedCase[]): string {
  if (cases.length === 0) return `There is no case here, so nothing is called ${name}.`;
  const withLinks = cases.flatMap((one) => {
    const keys = new Set([...one.links.values()].flatMap(({ link }) => [link.parent, link.node]));
    return one.case.nodes.filter(({ key }) => keys.has(key)).map(({ id }) => id);
  });
  const locators = cases.flatMap((one) => [...one.links.values()].map(({ link }) => link.locator));
  const prefixed = cases.flatMap((one) => one.case.nodes.map(({ id }) => `${one.case.id}/${id}`));
  const similar = closest(name.slice(0, 200), [...new Set([...withLinks, ...locators, ...prefixed])]);
  if (similar !== undefined) return `Nothing is called ${name}. Did you mean ${similar}?`;
  const nodes = listNames(withLinks, 8);
  return `Nothing is called ${name}. Name a node with evidence (${nodes || 'there is none'}), or a locator as it is written.`;
}

/** All cited links whose evidence, or whose claim, changed since they were judged. */
export function staleLinks(cases: readonly JudgedCase[]): CaseLink[] {
  return cases.flatMap((one) =>
    [...one.links.values()]
      .filter(({ link, verdict }) => link.cited && verdict.state === 'stale')
      .map((judged) => ({ one, judged })),
  );
}

/** The cases that a person means. @throws UsageError where none has the id */
export function casesNamed({ cases }: Snapshot, id: string | undefined): readonly JudgedCase[] {
  if (id === undefined) return cases;
  const found = cases.filter((one) => one.case.id === id);
  if (found.length > 0) return found;
  const ids = listNames(
    cases.map((one) => one.case.id),
    8,
  );
  throw new UsageError(`There is no case ${id}. ${ids === '' ? 'None was found.' : `There are ${ids}.`}`);
}

/** A link's name among all. */
export function nameOfLink({ one, judged }: CaseLink): LinkName {
  return { case: one.key, link: judged.link.key };
}

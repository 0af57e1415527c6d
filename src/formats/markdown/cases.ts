import type { Draft } from './drafts.ts';
import type { Section } from './outline.ts';

/** One case of a document. */
export interface CaseScope {
  /** The section that is the case; the root where the whole document is. */
  readonly section: Section;
  readonly drafts: readonly Draft[];
}

/** The cases of a document, and which of them what stands directly in a section belongs to. */
export interface CaseSplit {
  readonly scopes: readonly CaseScope[];
  scopeOf(section: Section): CaseScope | undefined;
}

const DEEPEST_HEADING = 6;
const CASE_HEADING = /\b(?:assurance|safety|security|dependability) (?:case|argument)\b/i;
/** Such a section is a part of a case. */
const PART_OF_CASE = /\b(?:overview|summary|details?|introduction|structure|diagram|scope|references?)\b/i;

/**
 * Divides a document into its cases. It holds several where, at some depth of headings, every section with ids of its own is a case: its
 * heading says so, a node in it is called the top claim, or it begins with the same id as another section does. Otherwise it holds one.
 * Nodes in other sections belong to the case before them. Without any node there is no case.
 */
export function splitCases(root: Section, drafts: readonly Draft[]): CaseSplit {
  if (drafts.length === 0) return { scopes: [], scopeOf: () => undefined };
  for (let depth = 1; depth <= DEEPEST_HEADING; depth++) {
    const groups = groupByAncestor(drafts, depth, root);
    const stated = [...groups].filter(([, group]) => group.some(({ id }) => id !== undefined));
    const sections = stated.filter(([section]) => section !== root);
    const claimsBefore = (groups.get(root) ?? []).some(isStatedClaim);
    if (sections.length >= 2 && !claimsBefore && areCases(sections))
      return splitAt(depth, groups, stated, root);
  }
  return wholeDocument(root, drafts);
}

/** The whole document as one case. */
export function wholeDocument(root: Section, drafts: readonly Draft[]): CaseSplit {
  const scope = { section: root, drafts };
  return { scopes: [scope], scopeOf: () => scope };
}

/** The heading that names a case which is a whole document: of those around all its nodes one that says "case", else the first of the document. */
export function titleOf(scope: CaseScope, headings: readonly Section[]): Section | undefined {
  const own = new Set(scope.drafts.map(({ entry }) => entry));
  const titles = (section: Section): boolean => section.heading !== undefined && !own.has(section.heading);
  if (titles(scope.section)) return scope.section;
  const around = ancestorsOf(scope.drafts[0]?.entry.section).filter(
    (section) =>
      titles(section) &&
      scope.drafts.every(({ entry }) => ancestorAt(entry.section, section.depth) === section),
  );
  const named = around.find(({ heading }) => CASE_HEADING.test(heading?.line.text ?? ''));
  return named ?? around.at(-1) ?? headings.find(titles);
}

/** The section and those around it, innermost first. */
function ancestorsOf(section: Section | undefined): Section[] {
  const found: Section[] = [];
  for (let at = section; at; at = at.parent) found.push(at);
  return found;
}

function ancestorAt(section: Section, depth: number): Section | undefined {
  return ancestorsOf(section).find((at) => at.depth === depth);
}

type Group = readonly [section: Section, drafts: readonly Draft[]];

function groupByAncestor(drafts: readonly Draft[], depth: number, root: Section): Map<Section, Draft[]> {
  const groups = new Map<Section, Draft[]>();
  for (const draft of drafts) {
    const section = ancestorAt(draft.entry.section, depth) ?? root;
    const group = groups.get(section);
    if (group) group.push(draft);
    else groups.set(section, [draft]);
  }
  return groups;
}

function splitAt(
  depth: number,
  groups: ReadonlyMap<Section, readonly Draft[]>,
  stated: readonly Group[],
  root: Section,
): CaseSplit {
  const homes = new Map<Section, CaseScope>();
  const own = new Set(stated.map(([section]) => section));
  let home = { section: stated[0]![0], drafts: [] as Draft[] };
  const scopes = new Set([home]);
  for (const [section, drafts] of groups) {
    if (own.has(section) && section !== home.section) home = { section, drafts: [] };
    scopes.add(home);
    for (const draft of drafts) home.drafts.push(draft);
    homes.set(section, home);
  }
  return { scopes: [...scopes], scopeOf: (section) => homes.get(ancestorAt(section, depth) ?? root) };
}

function areCases(groups: readonly Group[]): boolean {
  const firstIds = groups.map(([, drafts]) => drafts.find(isStatedClaim)?.id);
  const counts = new Map<string | undefined, number>();
  for (const id of firstIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return groups.every(([section, drafts], index) => {
    const heading = section.heading?.line.text ?? '';
    const first = firstIds[index];
    return (
      (CASE_HEADING.test(heading) && !PART_OF_CASE.test(heading)) ||
      drafts.some(({ role }) => role === 'top') ||
      (first !== undefined && counts.get(first)! > 1)
    );
  });
}

function isStatedClaim({ kind, id }: Draft): boolean {
  return kind === 'claim' && id !== undefined;
}

import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import { thisKind } from '../../model/kinds.ts';
import type { LineIndex } from '../../model/text.ts';
import { annotate } from './annotations.ts';
import { buildCase } from './build-case.ts';
import type { CaseHead } from './case-head.ts';
import { readReferences } from './cross-references.ts';
import type { Draft } from './drafts.ts';
import { gatherLinks } from './evidence.ts';
import { claimOfHeading } from './headings.ts';
import { entrySpan } from './outline.ts';
import type { Entry } from './outline.ts';
import { placeNodes } from './parents.ts';
import type { Problem } from './problems.ts';
import type { Reading } from './readings.ts';
import { distinguish } from './restated.ts';
import type { Distinct } from './restated.ts';

/** Reads one case of a document from its lines and the nodes they begin. */
export function readCase(
  head: CaseHead,
  readings: readonly Reading[],
  drafts: readonly Draft[],
  lines: LineIndex,
): { case: Case; problems: Problem[] } {
  const first = distinguish(drafts);
  const homeless = placeNodes(readings, first).ownerless;
  const all = homeless.length > 0 ? withHeadings(first, homeless) : first;
  const placement = placeNodes(readings, all);
  const distinct = without(all, placement.dropped);
  const gathered = gatherLinks(readings, distinct, placement);
  const annotations = annotate(readings, distinct);
  const references = readReferences(readings, distinct, placement);
  return {
    case: buildCase({ head, nodes: distinct.nodes, placement, gathered, annotations, references }, lines),
    problems: [
      ...duplicateIds(distinct, lines),
      ...unclaimed(placement.ownerless),
      ...unattached(placement.unclear),
    ],
  };
}

/** Evidence that no claim stands above belongs to the heading above it, which thereby is a claim. */
function withHeadings(distinct: Distinct, homeless: readonly Entry[]): Distinct {
  const nodeAt = new Map(distinct.nodeAt);
  const added: Draft[] = [];
  for (const entry of homeless) {
    const claim = claimOfHeading(entry);
    if (!claim || nodeAt.has(claim.entry)) continue;
    nodeAt.set(claim.entry, claim);
    added.push(claim);
  }
  const nodes = [...distinct.nodes, ...added].sort(
    (a, b) => entrySpan(a.entry).start - entrySpan(b.entry).start,
  );
  return { ...distinct, nodes, nodeAt };
}

function without(distinct: Distinct, dropped: ReadonlySet<Draft>): Distinct {
  if (dropped.size === 0) return distinct;
  const nodeAt = new Map([...distinct.nodeAt].filter(([, draft]) => !dropped.has(draft)));
  return { ...distinct, nodeAt, nodes: distinct.nodes.filter((draft) => !dropped.has(draft)) };
}

function duplicateIds({ duplicates }: Distinct, lines: LineIndex): Problem[] {
  return duplicates.map(({ draft, first }) => ({
    rule: 'duplicate-id',
    severity: 'error',
    message: say(
      'The id {0} is taken: line {1} of this case has it too. Give one of the two another id, so that it is clear which one is meant.',
      draft.id ?? '',
      lines.position(first.idSpan.start).line + 1,
    ),
    span: draft.idSpan,
    node: draft.id,
    related: { message: say('The other {0}', first.id ?? ''), span: first.idSpan },
  }));
}

function unclaimed(ownerless: readonly Entry[]): Problem[] {
  return ownerless.map((entry) => ({
    rule: 'evidence-without-claim',
    severity: 'warning',
    message: say(
      'This evidence belongs to no claim, since none stands above it, so it is not judged. Write the claim above it, for example: **C1:** Data in transit stays confidential.',
    ),
    span: entrySpan(entry),
  }));
}

function unattached(unclear: readonly Draft[]): Problem[] {
  return unclear.map(({ id, kind, idSpan }) => ({
    rule: 'unclear-parent',
    severity: 'warning',
    message: say(
      'It is not clear which claim {0} attacks: it stands below none, and there are several above. Indent it below its claim, put it under the heading of the claim, or name the id of the claim in its text.',
      thisKind(kind),
    ),
    span: idSpan,
    ...(id !== undefined && { node: id }),
  }));
}

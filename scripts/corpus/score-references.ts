import { isLabelled, type Labels, type ReferenceLabel } from './labels.ts';
import { labelFile } from './match-nodes.ts';
import {
  isFalseMissing,
  judgeReference,
  matchReferences,
  type ReferenceOutcome,
} from './match-references.ts';
import type { ReadLink, Reading } from './reading.ts';
import { sayCited, sayLink, sayReference } from './say.ts';
import { type Miss, NO_SCORE, type Score } from './score.ts';

interface JudgedReference {
  readonly label: ReferenceLabel;
  readonly link: ReadLink | undefined;
  readonly outcome: ReferenceOutcome;
}

const WHY: Readonly<Record<ReferenceOutcome, string>> = {
  right: '',
  wrong: '',
  unsure: '',
  'symbol-lost': ' (the file is right)',
  alone: ' (no path stands beside it)',
};

/** Compares the links read of a document with the labelled references. */
export function scoreReferences(labels: Labels, reading: Reading): Score {
  const pairs = matchReferences(labels, reading);
  const all = (labels.references ?? []).map((label, index): JudgedReference => {
    const link = reading.links[pairs.get(index) ?? -1];
    return { label, link, outcome: judgeReference(label, link, labels, reading) };
  });
  const references = all.filter(({ outcome }) => outcome !== 'unsure');
  const count = (wanted: ReferenceOutcome): number => all.filter(({ outcome }) => outcome === wanted).length;
  const cited = references.filter(isLinkForBoth);
  const rightlyCited = cited.filter(({ label, link }) => link!.cited === label.cited_as_evidence);
  const labelOf = new Map(all.flatMap(({ label, link }) => (link ? [[link, label]] : [])));
  // A case may go on in files that nobody labelled, such as the pictures that it shows.
  const files = new Set(labels.documents ?? [labels.document]);
  const links = reading.links.filter(
    ({ outcome, file, startLine }) =>
      outcome !== 'none' && files.has(file) && isLabelled(labels, 'references', startLine),
  );
  const unsure = new Set(all.flatMap(({ outcome, link }) => (outcome === 'unsure' && link ? [link] : [])));
  const checked = links.filter((link) => link.outcome !== 'external' && !unsure.has(link));
  const right = new Set(
    references.flatMap(({ outcome, link }) => (outcome === 'right' && link ? [link] : [])),
  );
  return {
    ...NO_SCORE,
    references: {
      labelled: references.length,
      right: count('right'),
      read: checked.length,
      rightlyRead: checked.filter((link) => right.has(link)).length,
    },
    symbolsAlone: count('alone'),
    symbolsLost: count('symbol-lost'),
    cited: {
      labelled: cited.length,
      right: rightlyCited.length,
      read: cited.length,
      rightlyRead: rightlyCited.length,
    },
    falseMissing: links.flatMap((link) =>
      isFalseMissing(labelOf.get(link), link) ? [missOf('reference', link, labelOf.get(link))] : [],
    ),
    misses: [
      ...references.flatMap((reference) => missesOf(reference, labels)),
      ...checked.flatMap((link) => (labelOf.has(link) ? [] : [missOf('false link', link, undefined)])),
    ],
  };
}

function isLinkForBoth({ label, link }: JudgedReference): boolean {
  return (
    link !== undefined &&
    link.outcome !== 'none' &&
    label.verdict !== 'external' &&
    label.verdict !== 'not-a-path'
  );
}

function missOf(what: Miss['what'], link: ReadLink, label: ReferenceLabel | undefined): Miss {
  const labelled = label ? sayReference(label) : 'nothing';
  return { what, file: link.file, line: link.startLine, labelled, read: sayLink(link) };
}

function missesOf(reference: JudgedReference, labels: Labels): Miss[] {
  const { label, link, outcome } = reference;
  const at = { file: labelFile(label, labels), line: label.line };
  const misses: Miss[] = [];
  if (outcome !== 'right') {
    misses.push({
      what: 'reference',
      ...at,
      labelled: sayReference(label),
      read: sayLink(link) + WHY[outcome],
    });
  }
  if (isLinkForBoth(reference) && link!.cited !== label.cited_as_evidence) {
    const labelled = `${label.token} ${sayCited(label.cited_as_evidence)}`;
    misses.push({ what: 'cited', ...at, labelled, read: sayCited(link!.cited) });
  }
  return misses;
}

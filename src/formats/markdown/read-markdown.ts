import type { Case } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { Reader, Source } from '../format.ts';
import { headOf } from './case-head.ts';
import { splitCases, wholeDocument } from './cases.ts';
import type { CaseScope, CaseSplit } from './cases.ts';
import type { Draft } from './drafts.ts';
import { hiddenSpans } from './hidden.ts';
import { Names } from './ids.ts';
import { readOutline } from './outline.ts';
import type { Outline } from './outline.ts';
import { parseMarkdown } from '../../parsing/markdown.ts';
import { picturesOf, withPictures } from './pictures.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { noClaims, toFindings, tooNested } from './problems.ts';
import type { Problem } from './problems.ts';
import { readCase } from './read-case.ts';
import { readDrafts } from './read-drafts.ts';
import { readReadings } from './readings.ts';
import type { Reading } from './readings.ts';

/**
 * Reads the arguments that a Markdown document makes, as people write them (design §3.2): lines, headings and table rows that begin with a
 * keyword or an id are nodes; code spans and links below an evidence label or in a column of evidence are cited; others within a node are
 * mentioned. Never throws, and takes about linear time.
 */
export const readMarkdown: Reader = (text, source) => {
  const lines = new LineIndex(text);
  const prepared = prepare(text);
  const { cases, problems } =
    prepared.text === undefined ? NOTHING : readPrepared(prepared.text, prepared, source, lines);
  return { cases, findings: toFindings([...prepared.problems, ...problems], source.file, lines) };
};

interface Contents {
  readonly cases: readonly Case[];
  readonly problems: readonly Problem[];
}

const NOTHING: Contents = { cases: [], problems: [] };

function readPrepared(text: string, { frontmatter }: Prepared, source: Source, lines: LineIndex): Contents {
  const tree = parseMarkdown(text);
  if (!tree) return { cases: [], problems: [tooNested(text)] };
  const outline = readOutline(tree, text, hiddenSpans(tree));
  const readings = readReadings(outline, source.prefixes);
  const split = splitDocument(outline, readings, readDrafts(readings, source));
  const headings = outline.entries.flatMap(({ form, section }) => (form === 'heading' ? [section] : []));
  const naming = { root: outline.root, headings, source, names: new Names(), frontmatter };
  const readingsOf = groupByCase(split, readings);
  const read = split.scopes.map((scope) =>
    readCase(headOf(scope, naming), readingsOf.get(scope) ?? [], scope.drafts, lines),
  );
  const argued = read.map((one) => one.case).filter(({ nodes }) => nodes.length > 0);
  const cases = withPictures(argued, picturesOf(tree, text), lines);
  const problems = read.flatMap((one) => one.problems);
  return { cases, problems: cases.length > 0 ? problems : [...problems, noClaims(text)] };
}

/** The cases of a document. One that only labels its evidence is a case too: its headings are the claims. */
function splitDocument({ root }: Outline, readings: readonly Reading[], drafts: readonly Draft[]): CaseSplit {
  const labelled = drafts.length === 0 && readings.some(({ label }) => label?.evidence);
  return labelled ? wholeDocument(root, drafts) : splitCases(root, drafts);
}

function groupByCase(split: CaseSplit, readings: readonly Reading[]): Map<CaseScope, Reading[]> {
  const groups = new Map<CaseScope, Reading[]>(split.scopes.map((scope) => [scope, []]));
  for (const reading of readings) {
    const scope = split.scopeOf(reading.entry.section);
    if (scope) groups.get(scope)?.push(reading);
  }
  return groups;
}

import type { NodeKind } from '../../model/kinds.ts';
import { headingText } from './headings.ts';
import { readName } from './names.ts';
import type { LineEntry, Section } from './outline.ts';
import { partLabelOf, partOf } from './part-labels.ts';
import { hasWords } from './prose.ts';
import type { Reading } from './readings.ts';
import { namesPrinciple } from './principles.ts';
import { namesStandard } from './standards.ts';
import { listsNodes } from './tables.ts';
import { isEvidenceHeading } from './labels.ts';
import { topicOf } from './topics.ts';
import type { Topic } from './topics.ts';

/** What a section is, by its heading and those above it. */
export interface Sense {
  /** What its list items, named paragraphs and rows are; undefined where the heading does not say. */
  readonly kind?: NodeKind;
  /** They support the claim above, as the parts of an argument do; otherwise they are below what encloses them. */
  readonly attaches: boolean;
  /** Its heading is a node of this kind, though it has no id. */
  readonly heading?: NodeKind;
  /** It is a part of an argument. */
  readonly argues: boolean;
  /** Its heading names several kinds, so that a name in it need not be one of the first. */
  readonly several?: true;
  /** The kinds that its heading names, where they are several. */
  readonly kinds?: readonly NodeKind[];
  /** Nothing but plain paragraphs stands in it. */
  readonly plain?: true;
  /** The standard it goes through, requirement by requirement: the heading that names it. */
  readonly standard?: string;
  /** It tells how the system is checked: its list items are evidence, whether or not a claim stands above. */
  readonly checks?: true;
  /** It says what the system is: its first paragraph is context. */
  readonly describes?: true;
}

export type Senses = ReadonlyMap<Section, Sense>;

const NONE: Sense = { attaches: false, argues: false };

/** Headings that order a section, and state nothing. */
const STRUCTURE =
  /^(?:.{0,40}\b)?(?:overview|diagrams?|introduction|references?|notes?|methodology|method|legend|contents|background|data flows?|architecture|process|summary|purpose|history|changelog|glossary|definitions?|appendix|examples?|how to .*|see also|general|other|details|conclusion|maintenance|review.*|updates?)$/i;

/** `What Quill is`, `System description`. */
const DESCRIPTION =
  /^(?:what .{1,60} (?:is|does)(?=,|$)|(?:system|product) (?:description|under consideration|context)|(?:operational|application|operating) (?:context|environment))/i;

const VERIFICATION =
  /^(?:\d+(?:\.\d+)*[.):]?\s+)?(?:(?:automated|manual|continuous|ongoing|independent|static|dynamic) )?(?:verification|(?:security|automated|continuous) testing)(?: (?:activities|measures)|(?: and|,) (?:validation|testing|review|monitoring))?$/i;

/** What stands directly in a section, in order to tell a heading that is a node from one that only groups others. */
interface Contents {
  table: boolean;
  items: number;
  /** Items that begin with a name of their own. */
  named: number;
  /** Items that begin with the label of a part: *Impact*. */
  labelled: number;
  prose: boolean;
  /** A line in it is a node with an id of its own. */
  ids: boolean;
  /** Other sections stand in it, rows, or paragraphs with a name or label. */
  parts: boolean;
}

/** What every section of a document is. `full`: the whole document is an argument, not only some sections of it. */
export function readSenses(readings: readonly Reading[], full: boolean): Senses {
  const contents = contentsOf(readings);
  const senses = new Map<Section, Sense>();
  for (const { entry, node } of readings) {
    if (entry.form !== 'heading') continue;
    const above = (entry.section.parent && senses.get(entry.section.parent)) ?? { ...NONE, argues: full };
    const stated = node && (node.id !== undefined || node.keyword !== undefined);
    const sense = stated
      ? belowNode(above, node.keyword?.kind)
      : senseOf(entry, above, contents.get(entry.section), full);
    senses.set(entry.section, sense);
  }
  return senses;
}

/** Below a threat that a list of controls names, more controls stand. */
function belowNode(above: Sense, kind: NodeKind | undefined): Sense {
  const controls = above.kind === 'control' && kind !== 'control';
  return { ...NONE, argues: true, ...(controls && { kind: above.kind }) };
}

function senseOf(entry: LineEntry, above: Sense, contents: Contents | undefined, full: boolean): Sense {
  const text = headingText(entry.section)?.text ?? '';
  if (isEvidenceHeading(entry.line)) return { ...NONE, argues: above.argues, kind: 'evidence' };
  const topic = topicOf(text);
  if (topic && counts(topic, above, full) && !isOneOf(topic, above, contents)) {
    return {
      ...NONE,
      argues: true,
      attaches: topic.argument,
      ...(topic.kind && { kind: topic.kind }),
      ...(topic.several && { several: true }),
      ...(topic.kinds && { kinds: topic.kinds }),
      ...(isPlain(contents) && { plain: true as const }),
    };
  }
  if ((full || above.argues) && (above.checks || VERIFICATION.test(text)))
    return { ...NONE, argues: above.argues, kind: 'evidence', checks: true };
  if (namesStandard(text)) return { ...NONE, argues: above.argues, standard: text };
  const plain = { ...NONE, argues: above.argues };
  if (full && DESCRIPTION.test(text)) return { ...plain, describes: true };
  if (!above.kind || above.kind === 'evidence' || STRUCTURE.test(text)) return plain;
  const principle = namesPrinciple(text) && isAmongPrinciples(entry);
  return contents
    ? senseBelowKind(above, above.kind, contents, principle)
    : { ...NONE, argues: above.argues };
}

/** `Injection attacks` among attacks: one of them, since labels say more of it, and no list of its own. */
function isOneOf(topic: Topic, above: Sense, contents: Contents | undefined): boolean {
  return topic.kind === above.kind && topic.kind !== undefined && (contents?.labelled ?? 0) > 0;
}

function counts(topic: Topic, above: Sense, full: boolean): boolean {
  return topic.strong || full || above.argues;
}

/** Its list says how the principle is kept; among *Security properties* it says what must hold. */
function isAmongPrinciples({ section }: LineEntry): boolean {
  return /\bprinciples?\b/i.test((section.parent && headingText(section.parent)?.text) ?? '');
}

/** A heading in a section of one kind is a node of that kind, or groups those below it. */
function senseBelowKind(above: Sense, kind: NodeKind, contents: Contents, principle: boolean): Sense {
  const { table, items, named, labelled, prose, ids } = contents;
  const listed = kind === 'assumption' || kind === 'rebuttal' || kind === 'context' || kind === 'asset';
  const groups = table || ids || (labelled === 0 && items > 0 && (named > items / 2 || (listed && !prose)));
  if (kind === 'claim' && principle && !table && !ids && items > 0 && labelled === 0)
    return { ...NONE, argues: true, heading: kind, attaches: above.attaches, kind: 'control' };
  if (groups) return above;
  if (items === 0 && !prose) return { ...NONE, argues: above.argues };
  const below = kind !== 'claim' || labelled > 0 ? undefined : above.attaches ? 'evidence' : 'claim';
  return { ...NONE, argues: true, heading: kind, attaches: above.attaches, ...(below && { kind: below }) };
}

function isPlain(contents: Contents | undefined): boolean {
  return contents !== undefined && contents.prose && contents.items === 0 && !contents.parts && !contents.ids;
}

const EMPTY: Contents = {
  table: false,
  items: 0,
  named: 0,
  labelled: 0,
  prose: false,
  ids: false,
  parts: false,
};

function contentsOf(readings: readonly Reading[]): Map<Section, Contents> {
  const all = new Map<Section, Contents>();
  for (const { entry, node } of readings) {
    const heading = entry.form === 'heading';
    const section = heading ? entry.section.parent : entry.section;
    if (!section) continue;
    const contents = all.get(section) ?? { ...EMPTY };
    all.set(section, contents);
    if (
      heading ||
      entry.form === 'row' ||
      (entry.index === 0 && (readName(entry.line) ?? partOf(entry.line)))
    )
      contents.parts = true;
    if (heading) continue;
    if (node?.id !== undefined) contents.ids = true;
    if (entry.form === 'row') contents.table ||= listsNodes(entry, 'claim');
    else if (entry.form === 'item' && entry.item?.depth === 1) countItem(contents, entry);
    else if (!entry.item && hasWords(entry.line)) contents.prose = true;
  }
  return all;
}

function countItem(contents: Contents, { line }: LineEntry): void {
  contents.items++;
  const name = readName(line);
  if (!name) return;
  if (partLabelOf(name.label) || /^(?:supporting )?evidences?$/i.test(name.label)) contents.labelled++;
  else contents.named++;
}

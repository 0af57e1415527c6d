import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Case, EvidenceLink } from '../../model/case.ts';
import { KIND_LABELS, type NodeKind } from '../../model/kinds.ts';
import type { Branch } from '../writing/branches.ts';
import type { Writer } from '../writing/writer.ts';
import { isNamedId } from './node-line.ts';

/**
 * Writes cases as a document: each node a list item that begins with its kind and id, below the node it supports, and evidence as code
 * spans below a label.
 */
export const markdownWriter: Writer = {
  idRules: { allows: isNamedId, instead: ({ kind }, number) => `${LETTERS[kind]}${number}` },
  write: (cases) => {
    const content = cases.flatMap(({ case: one, roots }): RootContent[] => [
      { type: 'heading', depth: 1, children: [text(one.title)] },
      ...(roots.length > 0 ? [listOf(roots.map(itemOf))] : []),
    ]);
    const root: Root = { type: 'root', children: content };
    const body = toMarkdown(root, { bullet: '-', listItemIndent: 'one', emphasis: '_', rule: '-' });
    return frontmatter(cases.map((one) => one.case)) + body;
  },
};

/** The letters that ids of a kind begin with. */
const LETTERS: Readonly<Record<NodeKind, string>> = {
  claim: 'C',
  strategy: 'S',
  evidence: 'E',
  context: 'CT',
  assumption: 'A',
  justification: 'J',
  inference: 'IR',
  rebuttal: 'R',
  undercut: 'UC',
  undermine: 'UM',
  asset: 'AS',
  threat: 'T',
  control: 'CTL',
};

/** What a document can say of a case only where it holds no other. */
function frontmatter(cases: readonly Case[]): string {
  const [one] = cases;
  if (!one || cases.length > 1) return '';
  const { path, repo } = one.subject ?? {};
  const subject = path ?? repo;
  return `---\n${stringify({ id: one.id, ...(subject === undefined ? {} : { subject }) })}---\n\n`;
}

type Block = BlockContent | DefinitionContent;

function itemOf(branch: Branch): ListItem {
  const { node, links, children } = branch;
  const isEvidence = node.kind === 'evidence';
  const blocks: Block[] = [headOf(branch)];
  if (links.length > 0 && !isEvidence) blocks.push(listOf([evidenceItem(links)]));
  if (links.length > 0 && isEvidence && !isNamedByPlace(branch)) blocks.push(placesOf(links));
  if (children.length > 0) blocks.push(listOf(children.map(itemOf)));
  return { type: 'listItem', spread: false, children: mergeLists(blocks) };
}

/** `**Claim C1:** What holds.`, or for evidence that is called after where it is `**Evidence E1:** `src/a.ts``. */
function headOf(branch: Branch): Paragraph {
  const { node, id, links } = branch;
  const label = strong(`${KIND_LABELS[node.kind]} ${id}:`);
  const says = node.text === '' ? [] : [text(` ${node.text}`)];
  const words = isNamedByPlace(branch) ? links.flatMap((link) => [text(' '), place(link)]) : says;
  return { type: 'paragraph', children: [label, ...words] };
}

/** Whether evidence has no words of its own: its text is the place of its only link. */
function isNamedByPlace({ node, links }: Branch): boolean {
  const [only, ...others] = links;
  return node.kind === 'evidence' && others.length === 0 && only?.locator === node.text;
}

function evidenceItem(links: readonly EvidenceLink[]): ListItem {
  return item([{ type: 'paragraph', children: [strong('Evidence:')] }, placesOf(links)]);
}

function placesOf(links: readonly EvidenceLink[]): List {
  return listOf(links.map((link) => item([{ type: 'paragraph', children: [place(link)] }])));
}

/** Two lists that follow each other would be one anyway. */
function mergeLists(blocks: readonly Block[]): Block[] {
  const lists = blocks.filter((block): block is List => block.type === 'list');
  const others = blocks.filter((block) => block.type !== 'list');
  return lists.length === 0 ? others : [...others, listOf(lists.flatMap(({ children }) => children))];
}

function listOf(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

function item(children: Block[]): ListItem {
  return { type: 'listItem', spread: false, children };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** A locator as a code span, or as a link where it has spaces, which no path in a code span is read with. */
function place({ locator }: EvidenceLink): PhrasingContent {
  if (!/\s/.test(locator)) return { type: 'inlineCode', value: locator };
  return { type: 'link', url: locator.replaceAll(' ', '%20'), children: [text(locator)] };
}

import type { Nodes, PhrasingContent, Root } from 'mdast';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { readLines } from '../markdown/inline.ts';
import type { InlineContext, InlineLine } from '../markdown/inline.ts';
import { blank, MAX_LENGTH, tame } from '../../parsing/markdown-limits.ts';
import { definitionsOf } from '../markdown/links.ts';
import { parseMarkdown } from '../../parsing/markdown.ts';
import { type NamedPlace, bareNamedPlaces, namedPlaces } from '../markdown/places.ts';
import { tooLong, tooNested, tooTangled } from '../markdown/problems.ts';

/** What an item says, in prose. */
export interface Statement {
  /** Its first paragraph, without markup. */
  readonly text: string;
  /** Where that stands; empty, at the end of the text, where nothing is said. */
  readonly span: Span;
  /** Paths anywhere in the prose. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

/** A path that the prose of an item names. */
export interface Mention {
  readonly locator: string;
  readonly span: Span;
  /** As in `EvidenceLink`. */
  readonly doubtful: boolean;
  readonly hyperlink: boolean;
}

/** Reads the prose of an item, with what is not prose (its front matter) left out. Total, and about linear in the text. */
export function readStatement(text: string, frontMatter: Span | undefined): Statement {
  const nothing = { text: '', span: { start: text.length, end: text.length }, mentions: [] };
  if (text.length > MAX_LENGTH) return { ...nothing, problems: [tooLong(text, MAX_LENGTH)] };
  const prose = text.replace(/^\uFEFF/, ' ');
  const tamed = tame(frontMatter ? blank(prose, [frontMatter]) : prose);
  const problems: Problem[] = tamed.removed.map(({ span }) => tooTangled(span));
  const tree = parseMarkdown(tamed.text);
  if (!tree) return { ...nothing, problems: [...problems, tooNested(text)] };
  const blocks = blocksOf(tree, tamed.text);
  const first = blocks.find(({ isHeading }) => !isHeading) ?? blocks[0];
  const mentions = blocks.flatMap(({ lines }) => mentionsIn(lines));
  return { ...(first ? saidIn(first.lines) : nothing), mentions, problems };
}

function mentionsIn(lines: readonly InlineLine[]): Mention[] {
  const named = namedPlaces(lines);
  return lines.flatMap((line) =>
    [...(named.get(line) ?? []), ...bareNamedPlaces(line)].filter(isOfRepository).flatMap(toMentions),
  );
}

/** A web page is no evidence where it is only mentioned; what may lead into the repository is. */
function isOfRepository({ likeness, locators }: NamedPlace): boolean {
  return likeness !== 'url' || parseRepositoryUrl(locators[0]!.locator) !== undefined;
}

function toMentions({ locators, likeness, hyperlink }: NamedPlace): Mention[] {
  return locators.map((one) => ({ ...one, doubtful: likeness === 'perhaps', hyperlink }));
}

interface Block {
  readonly isHeading: boolean;
  readonly lines: readonly InlineLine[];
}

/** Paragraphs, headings and cells, in the order of the text. The parser's depth is bounded by `tame`. */
function blocksOf(tree: Root, source: string): Block[] {
  const context: InlineContext = { source, definitions: definitionsOf(tree), quotes: 0 };
  const blocks: Block[] = [];
  const visit = (node: Nodes, quotes: number): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const lines = readLines(node.children as PhrasingContent[], { ...context, quotes });
      if (lines.length > 0) blocks.push({ isHeading: node.type === 'heading', lines });
    } else if ('children' in node) {
      const inside = node.type === 'blockquote' ? quotes + 1 : quotes;
      for (const child of node.children) visit(child, inside);
    }
  };
  visit(tree, 0);
  return blocks;
}

function saidIn(lines: readonly InlineLine[]): { text: string; span: Span } {
  const text = lines.map((line) => line.text).join(' ');
  return { text, span: { start: lines[0]!.span.start, end: lines.at(-1)!.span.end } };
}

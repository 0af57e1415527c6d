import { LineIndex } from '../../model/text.ts';
import { blank, MAX_LENGTH } from '../../parsing/markdown-limits.ts';
import { type Comment, commentAt } from '../comments.ts';
import { extensionOf } from '../languages.ts';
import { type Heading, readHeadings } from './headings.ts';
import { parseInSections } from './parse-sections.ts';
import { type ProseToken, readProseTokens, withoutTrailing } from './prose-tokens.ts';

/** What a Markdown text says. */
export interface ProseReading {
  readonly headings: readonly Heading[];
  /** What it says, without its layout; undefined where a part of the text could not be read. */
  readonly tokens?: readonly ProseToken[];
  /** HTML comments that are blocks of their own. */
  readonly comments: readonly Comment[];
}

const MARKDOWN = new Set(['md', 'markdown', 'mdx']);
/** Between `---` lines at the start: no Markdown, but what other tools read. */
const FRONTMATTER = /^ ?---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,500}?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/;
const NOTHING: ProseReading = { headings: [], comments: [] };

/** Whether a file is Markdown, in any of its dialects. */
export function isProse(path: string): boolean {
  return MARKDOWN.has(extensionOf(path));
}

/** Whether a file may have code in it that the parser takes for prose, and whose layout may mean something. */
function hasCode(path: string): boolean {
  return extensionOf(path) === 'mdx';
}

/** Reads Markdown as GitHub shows it; undefined where the text is too large. Never throws. */
export function readProse(path: string, text: string): ProseReading | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  // A byte order mark is no text; a space keeps the offsets.
  const plain = text.replace(/^\uFEFF/, ' ').replace(/\r(?!\n)/g, '\n');
  const front = FRONTMATTER.exec(plain)?.[0] ?? '';
  const parsed = parseInSections(blank(plain, [{ start: 0, end: front.length }]));
  if (!parsed) return NOTHING;
  const { root, complete } = parsed;
  const index = new LineIndex(plain);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const headings = readHeadings(root, plain, lineAt);
  if (!complete || hasCode(path)) return { headings, comments: [] };
  const { tokens, comments } = readProseTokens(root);
  const frontTokens = front === '' ? [] : [{ text: `front ${withoutTrailing(front)}`, line: 1 }];
  return {
    headings,
    tokens: [...frontTokens, ...tokens],
    comments: comments.map((span) => commentAt(plain, span, lineAt)),
  };
}

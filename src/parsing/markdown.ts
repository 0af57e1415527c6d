import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

const OPTIONS = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/**
 * The syntax tree of a document: CommonMark with GitHub's tables. Offsets are those of `text`, which must not begin with a byte order mark
 * (the parser would not count it). Undefined where the document is nested so deeply that the parser gives up.
 */
export function parseMarkdown(text: string): Root | undefined {
  try {
    return fromMarkdown(text, OPTIONS);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

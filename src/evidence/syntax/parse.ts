import { type Language as Grammar, Parser, type Tree } from 'web-tree-sitter';

/**
 * Parses texts of one language.
 *
 * @returns null where parsing would take more steps or look at more characters than a text of this size needs, since a hostile one makes tree-sitter
 * slow, or more memory than there is
 */
export type Parse = (text: string) => Tree | null;

/** A text is handed over in pieces of this size, in UTF-16 units, so that their number tells how much the lexer looks at. */
const PIECE = 512;
/** Ordinary code of the languages here needs at most nine pieces for each that it has. A comment opened again and again needs all that follow, each time. */
const READS_PER_PIECE = 40;
const MORE_READS = 1000;
/** The library reports every hundred operations; ordinary code needs a report every 30 to 75 characters. */
const REPORTS_PER_CHARACTER = 1;
const MORE_REPORTS = 1000;

/** A parser for a grammar. One that failed is thrown away, with all that it holds. */
export function createParse(grammar: Grammar): Parse {
  let parser: Parser | undefined = new Parser().setLanguage(grammar);
  return (text) => {
    if (!parser) return null;
    try {
      return parseWithin(parser, text);
    } catch (error) {
      if (!isExhausted(error)) throw error;
      parser = renew(parser, grammar);
      return null;
    }
  };
}

function parseWithin(parser: Parser, text: string): Tree | null {
  let reads = READS_PER_PIECE * (text.length / PIECE) + MORE_READS;
  let reports = REPORTS_PER_CHARACTER * text.length + MORE_REPORTS;
  let parsing = true;
  // The tree asks for the texts of its nodes in the same way, and no count is kept of these.
  const read = (at: number): string | undefined => {
    if (!parsing) return text.slice(at);
    return --reads < 0 ? undefined : text.slice(at, at + PIECE);
  };
  const tree = parser.parse(read, null, { progressCallback: () => --reports < 0 || reads < 0 });
  parsing = false;
  if (tree && reads >= 0) return tree;
  tree?.delete();
  parser.reset();
  return null;
}

/** Whether WebAssembly ended on its own: out of memory, or of stack. */
function isExhausted(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || error.name === 'RangeError');
}

/** Gives back what a parser holds that failed, and makes another; undefined where its memory is past that. */
function renew(failed: Parser, grammar: Grammar): Parser | undefined {
  try {
    failed.delete();
    return new Parser().setLanguage(grammar);
  } catch (error) {
    if (!isExhausted(error)) throw error;
    return undefined;
  }
}

import { LineIndex } from '../../model/text.ts';
import { type Comment, commentAt } from '../comments.ts';
import type { CodeSymbol } from '../syntax/outline.ts';
import type { Token } from '../syntax/tokens.ts';
import { type IniDialect, type IniEntry, iniEntries } from './entries.ts';

export interface IniReading {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly outline: readonly CodeSymbol[];
  readonly errors: readonly [];
}

/** Names that nobody writes by hand; programs do. In UTF-16 units. */
const MAX_NAME_LENGTH = 300;

/**
 * Reads sections and keys of INI and properties files, line by line: there is no grammar that all programs agree on, so that what is no section,
 * key or comment counts as it is. A key is named `section.key`, one in front of all sections by itself.
 *
 * @param text with `\n` as the only line end
 */
export function readIni(dialect: IniDialect, text: string): IniReading {
  const entries = iniEntries(dialect, text);
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  return {
    tokens: entries.flatMap(tokensOf),
    comments: entries.flatMap(({ kind, start, end }) =>
      kind === 'comment' ? [commentAt(text, { start, end }, lineAt)] : [],
    ),
    outline: outlineOf(entries),
    errors: [],
  };
}

/** Each begins with what it is, so that no value reads like a key. */
function tokensOf({ kind, start, startLine, words, lines }: IniEntry): Token[] {
  if (kind === 'comment') return [];
  const head = { start, startLine, endLine: startLine };
  const rest = lines.map((line, i) => ({
    text: `${i === 0 ? '=' : '+'}${line}`,
    start,
    startLine: startLine + i,
    endLine: startLine + i,
  }));
  return [{ text: `${kind}:${words}`, ...head }, ...rest];
}

function outlineOf(entries: readonly IniEntry[]): CodeSymbol[] {
  const symbols: CodeSymbol[] = [];
  let section: { -readonly [K in keyof CodeSymbol]: CodeSymbol[K] } | undefined;
  for (const { kind, start, end, startLine, endLine, words } of entries) {
    if (kind === 'comment' || kind === 'other') continue;
    if (words === '' || words.length > MAX_NAME_LENGTH) continue;
    const path = kind === 'key' && section ? [section.name, words] : [words];
    const symbol = {
      name: words,
      path,
      qualifiedName: path.join('.'),
      kind: kind === 'section' ? ('namespace' as const) : ('property' as const),
      startLine,
      endLine,
      nameLine: startLine,
      span: { start, end },
      bodies: [],
    };
    symbols.push(symbol);
    if (kind === 'section') section = symbol;
    else if (section) {
      section.endLine = endLine;
      section.span = { start: section.span.start, end };
    }
  }
  return symbols;
}

/** Java's properties have no sections, continue lines by a backslash only, and end a key at white space, too. */
export type IniDialect = 'ini' | 'editorconfig' | 'properties';

/** A section's head, a key with its value, a comment, or a line that is neither. Lines are 1-based, offsets in UTF-16 units. */
export interface IniEntry {
  readonly kind: 'section' | 'key' | 'comment' | 'other';
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
  /** The name of the section or key; else the line. */
  readonly words: string;
  /** The value, a line each, without the white space around. */
  readonly lines: readonly string[];
}

type Growing = { -readonly [K in keyof IniEntry]: IniEntry[K] } & {
  lines: string[];
  indent: number;
  more: boolean;
};

const SECTION = /^\[([^\n]*)\]\s*(?:[#;].*)?$/;
const COMMENTS: Readonly<Record<IniDialect, RegExp>> = {
  ini: /^[#;]/,
  editorconfig: /^[#;]/,
  properties: /^[#!]/,
};
const KEYS: Readonly<Record<IniDialect, RegExp>> = {
  ini: /^([^=:\s][^=:]*)[=:]/,
  editorconfig: /^([^=\s][^=]*)=/,
  properties: /^((?:\\.|[^=:\s\\])+)[ \t]*[=: \t]?/,
};

/** The entries of a text, in its order. Takes time linear in its length. */
export function iniEntries(dialect: IniDialect, text: string): IniEntry[] {
  const entries: Growing[] = [];
  let last: Growing | undefined;
  let start = 0;
  text.split('\n').forEach((line, i) => {
    const trimmed = line.trim();
    const end = start + line.trimEnd().length;
    const from = Math.min(end, start + indentOf(line));
    start += line.length + 1;
    if (trimmed === '') {
      if (last) last.more = false;
      return;
    }
    if (last && continues(dialect, last, line)) {
      last.lines.push(trimmed);
      last.more = endsOpen(trimmed);
      last.end = end;
      last.endLine = i + 1;
      return;
    }
    const entry = { ...readLine(dialect, trimmed), start: from, end, startLine: i + 1, endLine: i + 1 };
    const growing = { ...entry, indent: indentOf(line), more: entry.kind === 'key' && endsOpen(trimmed) };
    entries.push(growing);
    if (entry.kind !== 'comment') last = entry.kind === 'key' ? growing : undefined;
  });
  return entries;
}

function readLine(dialect: IniDialect, line: string): Pick<Growing, 'kind' | 'words' | 'lines'> {
  if (COMMENTS[dialect].test(line)) return { kind: 'comment', words: line, lines: [] };
  const section = dialect === 'properties' ? undefined : SECTION.exec(line)?.[1];
  if (section !== undefined) return { kind: 'section', words: section.trim(), lines: [] };
  const [head = '', key] = KEYS[dialect].exec(line) ?? [];
  if (key === undefined) return { kind: 'other', words: line, lines: [] };
  return { kind: 'key', words: key.trim(), lines: [line.slice(head.length).trim()] };
}

/**
 * Whether a line goes on with the value above. By a backslash, as git and systemd read it; in front of what looks like a section or key only where
 * the dialect leaves no doubt, since the backslash may end a Windows path. By indentation, as Python reads it.
 */
function continues(dialect: IniDialect, last: Growing, line: string): boolean {
  if (dialect === 'properties') return last.more;
  const trimmed = line.trim();
  if (dialect === 'editorconfig' || COMMENTS[dialect].test(trimmed)) return false;
  if (last.more && !SECTION.test(trimmed) && !KEYS[dialect].test(trimmed)) return true;
  return indentOf(line) > last.indent;
}

/** Whether an odd number of backslashes ends it. */
function endsOpen(line: string): boolean {
  let count = 0;
  while (line.at(-1 - count) === '\\') count += 1;
  return count % 2 === 1;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

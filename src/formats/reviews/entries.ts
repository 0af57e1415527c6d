import { LineIndex } from '../../model/text.ts';

/** Lines of a review file that make one record, or that a merge left behind. Lines are 0-based, the last one inclusive. */
export interface Entry {
  readonly kind: 'record' | 'conflict' | 'other';
  readonly firstLine: number;
  readonly lastLine: number;
  /** Without the dash of a record. */
  readonly text: string;
}

/** A mark that git leaves where two sides could not be joined. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/;
/** Nothing is said in these. */
const SILENT = /^\s*(?:#|$|---\s*$|\.\.\.\s*$|\[\]\s*$)/;

/**
 * Takes the text of a review file apart. A record is mostly one line; where somebody, or a program that formats, wrote it over several, these
 * are indented.
 */
export function entriesOf(text: string): Entry[] {
  const lines = new LineIndex(text);
  const entries: Entry[] = [];
  for (let line = 0; line < lines.lineCount;) {
    const firstLine = line++;
    const content = lines.line(firstLine).replace(/\r$/, '');
    if (SILENT.test(content)) continue;
    if (CONFLICT.test(content))
      entries.push({ kind: 'conflict', firstLine, lastLine: firstLine, text: content });
    else if (/^-(?:\s|$)/.test(content)) {
      const parts = [` ${content.slice(1)}`];
      for (; line < lines.lineCount && /^\s+\S/.test(lines.line(line)); line++) parts.push(lines.line(line));
      entries.push({ kind: 'record', firstLine, lastLine: line - 1, text: parts.join('\n') });
    } else entries.push({ kind: 'other', firstLine, lastLine: firstLine, text: content });
  }
  return entries;
}

/** Texts shorter than this, in UTF-16 units, are parsed as a whole, which is exact and takes little time. */
const SHORT = 20_000;

/** How many lines are kept that stand beside the one of the offset: more keys than these no node has, and of ids none is asked for. */
const MOST_BESIDE = 200;

/**
 * What of a text decides what an offset of it stands in: the lines that its line is indented below, those beside it, and its own up to the
 * offset. In long files a keystroke then takes no longer than in short ones. It ends as the text before the offset does.
 */
export function linesAround(text: string, offset: number, short = SHORT): string {
  if (offset < short) return text.slice(0, offset);
  const last = text.lastIndexOf('\n', offset - 1) + 1;
  const kept = [text.slice(last, offset)];
  let indent = indentOf(kept[0]!);
  let isList = isItem(kept[0]!);
  let isInnermost = true;
  let beside = 0;
  const deeper: string[] = [];
  for (let end = last - 1; end >= 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end + 1);
    end = start - 1;
    if (isBlank(line)) continue;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) break;
    const own = indentOf(line);
    const isOwner = own < indent || (own === indent && isList && !isItem(line));
    if (isOwner) {
      kept.push(line);
      [indent, isList, isInnermost] = [own, isItem(line), isInnermost && own === indent];
    } else if (isInnermost && own === indent && beside++ < MOST_BESIDE) {
      if (leavesOpen(line)) for (const one of deeper) kept.push(one);
      kept.push(line);
    }
    if (isInnermost && own > indent && !isOwner) deeper.push(line);
    else deeper.length = 0;
  }
  return kept.reverse().join('');
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}

function isItem(line: string): boolean {
  return /^[ \t]*-(?:\s|$)/.test(line);
}

function isBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** Whether brackets or quotes that a line opens may be closed on later ones only. */
function leavesOpen(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g) || count(/"/g) % 2 === 1 || count(/'/g) % 2 === 1;
}

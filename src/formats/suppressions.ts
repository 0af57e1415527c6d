import type { Suppression } from '../model/suppression.ts';
import { LineIndex } from '../model/text.ts';

const MARK = 'warrant-disable-next-line';

/** How a comment of each kind of file that has comments begins, up to what is silenced. */
const COMMENTS = {
  hash: /(?:^|\s)#[ \t]*warrant-disable-next-line(?![\w-])/,
  html: /<!--[ \t]*warrant-disable-next-line(?![\w-])/,
  slashes: /(?:^|\s)(?:#|\/\/)[ \t]*warrant-disable-next-line(?![\w-])/,
  code: /(?:^|\s)(?:#|\/\/|--|;+|%)[ \t]*warrant-disable-next-line(?![\w-])/,
} as const;

/** More of them in one file is no file of a person. */
const MOST = 1000;

/**
 * The findings that comments of a file silence: `# warrant-disable-next-line RULE, RULE`. The next line is the next that is not blank and
 * holds no other such comment.
 *
 * @param comments how comments are written in the file
 */
export function readSuppressions(text: string, comments: keyof typeof COMMENTS): Suppression[] {
  if (!text.includes(MARK)) return [];
  const lines = new LineIndex(text);
  const found: Suppression[] = [];
  let waiting: Named[] = [];
  for (let line = 0; line < lines.lineCount && found.length < MOST; line++) {
    const content = lines.line(line);
    const comment = content.includes(MARK) ? commentIn(content, comments) : undefined;
    if (content.trim() !== '' && !comment?.alone) {
      found.push(...waiting.map((one) => ({ ...one, line })));
      waiting = [];
    }
    if (comment) waiting.push(...namedIn(content, comment, line));
  }
  // At the end of a file there is no next line.
  return [...found, ...waiting.map((one) => ({ ...one, line: one.range.start.line + 1 }))];
}

type Named = Omit<Suppression, 'line'>;

interface Comment {
  /** Where the mark begins and ends, and where what it names ends. */
  readonly start: number;
  readonly behind: number;
  readonly end: number;
  /** Nothing else is in the line. */
  readonly alone: boolean;
}

function commentIn(content: string, comments: keyof typeof COMMENTS): Comment | undefined {
  const match = COMMENTS[comments].exec(content);
  if (!match) return undefined;
  const behind = match.index + match[0].length;
  const close = comments === 'html' ? content.indexOf('-->', behind) : content.length;
  if (close < 0) return undefined;
  const rest = content.slice(0, match.index) + content.slice(close).replace(/^-->/, '');
  return { start: behind - MARK.length, behind, end: close, alone: rest.trim() === '' };
}

/** The rules that one comment names; one without a name if it names none. What follows `--` says why. */
function namedIn(content: string, { start, behind, end }: Comment, line: number): Named[] {
  const written = content.slice(behind, end);
  const why = written.search(/\s--\s/);
  const rules = why < 0 ? written : written.slice(0, why);
  const place = (from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  const named = [...rules.matchAll(/[^\s,]+/g)].slice(0, MOST).map((word) => ({
    rule: word[0],
    range: place(behind + word.index, behind + word.index + word[0].length),
  }));
  return named.length > 0 ? named : [{ rule: '', range: place(start, behind) }];
}

import { say } from '../l10n/say.ts';
import type { Fragment } from './fragment.ts';
import { splitLines } from './lines.ts';
import type { Located } from './locate.ts';
import { similarNames } from './similar-names.ts';

const MARK = /\bwarrant:(begin|end)[ \t]+([\p{L}\p{N}_](?:[\p{L}\p{N}_.:/-]*[\p{L}\p{N}_])?)/gu;

interface Mark {
  readonly is: 'begin' | 'end';
  readonly name: string;
  /** 1-based. */
  readonly line: number;
}

/** Finds what lies between the lines that say `warrant:begin NAME` and `warrant:end NAME`, in comments of any language. */
export function locateRegion(text: string, name: string): Located {
  const marks = marksIn(text);
  const begins = linesOf(marks, 'begin', name);
  const ends = linesOf(marks, 'end', name);
  if (begins.length > 1) {
    const places = begins.map((line) => ({ name: `\`warrant:begin ${name}\``, line }));
    return { kind: 'ambiguous', places };
  }
  const [begin] = begins;
  const [end] = ends;
  if (begin === undefined && end === undefined)
    return { kind: 'missing', similar: similarRegions(name, marks) };
  const why = whyNone(name, begin, ends);
  if (why !== undefined) return { kind: 'missing', similar: [], why };
  return { kind: 'lines', startLine: begin! + 1, endLine: end! - 1 };
}

/** The regions of a text that can be named, in its order. Lines are 1-based and inclusive, without those of the marks. */
export function regionsIn(text: string): { name: string; startLine: number; endLine: number }[] {
  const lines = new Map<string, { begin: number[]; end: number[] }>();
  for (const { is, name, line } of marksIn(text)) {
    const known = lines.get(name) ?? { begin: [], end: [] };
    known[is].push(line);
    lines.set(name, known);
  }
  return [...lines].flatMap(([name, { begin, end }]) => {
    if (begin.length > 1 || whyNone(name, begin[0], end) !== undefined) return [];
    return [{ name, startLine: begin[0]! + 1, endLine: end[0]! - 1 }];
  });
}

/** Why marks of a name make no region; a sentence. */
function whyNone(name: string, begin: number | undefined, ends: readonly number[]): string | undefined {
  const [end] = ends;
  const opened = say('{0} in line {1}', `\`warrant:begin ${name}\``, begin ?? 0);
  const closed = say('{0} in line {1}', `\`warrant:end ${name}\``, end ?? 0);
  if (begin === undefined) return say('{0} has no `warrant:begin {1}`.', closed, name);
  if (end === undefined) return say('{0} has no `warrant:end {1}` behind it.', opened, name);
  if (ends.length > 1)
    return say(
      '{0} is ended more than once, in lines {1}.',
      opened,
      ends.map(String).reduce((before, line) => say('{0} and {1}', before, line)),
    );
  if (end < begin) return say('{0} stands before {1}.', closed, opened);
  return end - begin < 2 ? say('Nothing stands between {0} and its end.', opened) : undefined;
}

function similarRegions(wanted: string, marks: readonly Mark[]): Fragment[] {
  const begins = marks.filter(({ is }) => is === 'begin');
  const candidates = begins.map(({ name }) => ({ whole: name, last: name, value: name }));
  return similarNames(wanted, wanted, candidates).map((name) => ({ kind: 'region', name }));
}

function linesOf(marks: readonly Mark[], is: Mark['is'], name: string): number[] {
  return marks.filter((mark) => mark.is === is && mark.name === name).map(({ line }) => line);
}

function marksIn(text: string): Mark[] {
  if (!text.includes('warrant:')) return [];
  return splitLines(text).flatMap((line, i) =>
    [...line.matchAll(MARK)].map((match) => ({
      is: match[1] as Mark['is'],
      name: match[2]!,
      line: i + 1,
    })),
  );
}

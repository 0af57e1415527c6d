import { extensionOf } from './languages.ts';
import { splitLines } from './lines.ts';

/** A claim that a comment of code names: `# warrant: C2, transit/C5`. Columns are 0-based and UTF-16, lines 1-based. */
export interface ClaimComment {
  /** `C2`, or `transit/C2`. */
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The line of what it speaks of: its own, where code stands in front of it, else the next that says something. */
  readonly about: number;
}

/** What a file has to hold to be looked at. */
export const MARK = 'warrant: ';

/** More of them in one file is no file of a person. */
const MOST = 500;

/** How comments begin, by the languages that have such. */
const HASH = '#';
const SLASHES = '\\/\\/[\\/!]?|\\/\\*+|\\*';
const MARKUP = '<!--';
const MARKERS: readonly (readonly [endings: string, markers: string])[] = [
  [
    'py rb sh bash zsh bats pl pm r yaml yml toml cfg conf dockerfile makefile mk tf cmake nix ex exs jl ps1 psm1',
    HASH,
  ],
  [
    'ts tsx mts cts js jsx mjs cjs go rs c h cc cpp cxx hh hpp java kt kts cs swift scala dart proto zig sol groovy gradle jsonc css scss less m mm',
    SLASHES,
  ],
  ['php hcl', `${HASH}|${SLASHES}`],
  ['md markdown mdx html htm xml svg vue svelte', MARKUP],
  ['sql lua hs elm ada adb ads vhd vhdl', '--'],
  ['tex sty erl hrl', '%'],
  ['ini asm s clj cljs lisp el scm', ';+|#'],
];
const BY_ENDING = new Map(
  MARKERS.flatMap(([endings, markers]) => endings.split(' ').map((one) => [one, markers])),
);
const OTHERS = `${HASH}|\\/\\/|\\/\\*`;

const ID = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.~-]*[\\p{L}\\p{N}_])?';
const NAME = new RegExp(`${ID}(?:\\/${ID})?`, 'uy');
const SEPARATOR = /[ \t]*,[ \t]*/y;
/** What may follow the names: the end of the comment, or why. Anything else makes it prose. */
const END = /[ \t]*(?:$|\*\/|-->|--[ \t]|[–—(])/y;

/** The claims that the comments of a text name, in its order. Only a comment that begins with `warrant:` names claims. */
export function claimCommentsIn(path: string, text: string): ClaimComment[] {
  if (!text.includes(MARK)) return [];
  const { begin, isComment } = commentsOf(path);
  const lines = splitLines(text);
  const found: ClaimComment[] = [];
  for (let at = 0; at < lines.length && found.length < MOST; at++) {
    const content = lines[at]!;
    const match = content.includes(MARK.trim()) ? begin.exec(content) : null;
    if (!match) continue;
    const about = aboutOf(lines, at, match.index, isComment);
    const names = namesFrom(content, match.index + match[0].length);
    found.push(...names.map((name) => ({ ...name, line: at + 1, about: about + 1 })));
  }
  return found;
}

/** A name in a comment that somebody writes: perhaps nothing of it yet, or half of it. Columns are 0-based and UTF-16, lines 1-based. */
export interface WrittenName {
  /** What stands before the place. */
  readonly typed: string;
  /** All of the name that stands there; `start` is where what is typed begins. */
  readonly start: number;
  readonly end: number;
  /** As of a comment that is complete. */
  readonly about: number;
  /** The other names in the comment. */
  readonly others: readonly string[];
}

const ONE_NAME = new RegExp(`^[ \\t]*${ID}(?:\\/${ID})?[ \\t]*$`, 'u');
const FURTHER = new RegExp(`^(?:[ \\t]*,[ \\t]*${ID}(?:\\/${ID})?)*`, 'u');
/** What may stand behind a name: another one, the end of the comment, or why. */
const BEHIND = /^[ \t]*(?:,|$|\*\/|-->|--[ \t]|[–—(])/;
const TYPED = /^(?:[\p{L}\p{N}_][\p{L}\p{N}_.~/-]*)?$/u;
const REST = /^(?:[\p{L}\p{N}_.~/-]*[\p{L}\p{N}_])?/u;

/**
 * The name that somebody writes at a place, in a comment that names claims or is about to; undefined in prose, and outside of such comments.
 *
 * @param line 1-based
 * @param character 0-based, UTF-16
 */
export function writtenNameAt(
  path: string,
  text: string,
  line: number,
  character: number,
): WrittenName | undefined {
  const { begin, isComment } = commentsOf(path);
  const lines = splitLines(text);
  const content = lines[line - 1] ?? '';
  const match = begin.exec(content);
  const first = match ? match.index + match[0].length : Infinity;
  if (!match || character < first) return undefined;
  const before = content.slice(first, character).split(',');
  const typed = before.pop()!.trimStart();
  const rest = REST.exec(content.slice(character))![0];
  const end = character + rest.length;
  const behind = content.slice(end);
  const isProse = before.some((name) => !ONE_NAME.test(name)) || !TYPED.test(typed) || !BEHIND.test(behind);
  if (isProse) return undefined;
  const others = [...before, ...FURTHER.exec(behind)![0].split(',')].map((name) => name.trim());
  const about = aboutOf(lines, line - 1, match.index, isComment) + 1;
  return { typed, start: character - typed.length, end, about, others: others.filter((name) => name !== '') };
}

/** How comments that name claims begin in a file, and how its lines begin that are nothing but a comment. */
function commentsOf(path: string): { readonly begin: RegExp; readonly isComment: RegExp } {
  const markers = BY_ENDING.get(extensionOf(path)) ?? OTHERS;
  return {
    begin: new RegExp(`(?:^|[ \\t])(?:${markers})[ \\t]*warrant:[ \\t]+`),
    isComment: new RegExp(`^[ \\t]*(?:${markers})`),
  };
}

/** The line that a comment speaks of, 0-based like its own. @param start where the comment begins in its line */
function aboutOf(lines: readonly string[], at: number, start: number, isComment: RegExp): number {
  return lines[at]!.slice(0, start).trim() === '' ? nextThat(lines, at + 1, isComment) : at;
}

/** The next line that is neither blank nor a comment; the line in front where there is none. */
function nextThat(lines: readonly string[], from: number, isComment: RegExp): number {
  for (let at = from; at < lines.length && at < from + MOST_BETWEEN; at++) {
    const line = lines[at]!;
    if (line.trim() !== '' && !isComment.test(line) && !/^[ \t]*(?:\*\/|-->)[ \t]*$/.test(line)) return at;
  }
  return from - 1;
}

/** How many lines of comments may stand between a comment and what it speaks of. */
const MOST_BETWEEN = 50;

/** The names from a place on; none where what stands there is prose. */
function namesFrom(content: string, start: number): { name: string; start: number; end: number }[] {
  const names: { name: string; start: number; end: number }[] = [];
  for (let at = start; ;) {
    NAME.lastIndex = at;
    const name = NAME.exec(content)?.[0];
    if (name === undefined) return [];
    names.push({ name, start: at, end: at + name.length });
    at += name.length;
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(content);
    if (!separator) {
      END.lastIndex = at;
      return END.test(content) ? names : [];
    }
    at += separator[0].length;
  }
}

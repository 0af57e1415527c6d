import { DEFAULT_WATCH, type Watch } from '../model/watch.ts';
import { commentsOfLines } from './comments.ts';
import { canonical } from './data/canonical.ts';
import { follow } from './data/pointer.ts';
import type { DataReading } from './data/read-data.ts';
import { findSymbol } from './find-symbol.ts';
import type { Fragment } from './fragment.ts';
import { languageOf } from './languages.ts';
import { type LineRange, overlap, splitLines, textOfLines } from './lines.ts';
import { type OwnTokens, headTokens, ownTokens, withHead } from './own-tokens.ts';
import type { CodeReading, Syntax } from './syntax.ts';
import type { CodeSymbol } from './syntax/outline.ts';
import { type Token, tokensOfLines, tokensOutside } from './syntax/tokens.ts';

/** A part of a file, or all of it. */
export interface Extent {
  /** Only its name matters: it tells the language. */
  readonly path: string;
  readonly text: string;
  /** The part that is meant, and the lines it is in. */
  readonly fragment?: Fragment;
  readonly lines?: LineRange;
  /** Default: `body`. */
  readonly watch?: Watch;
}

/**
 * What an extent says, without what does not count: equal for two extents if and only if they mean the same. Only meanings of one scheme can be
 * compared.
 */
export interface Meaning {
  readonly scheme: string;
  readonly elements: readonly string[];
  /** What is written, where that is less than the lines of the extent: it shares them with others. */
  readonly written?: string;
}

/*
 * The schemes. Reviews are recorded with them: whatever changes the elements that one of them makes of a text must change its number.
 *
 *   tokens-1:LANGUAGE     the tokens of code; of a symbol that shares lines with others only its own (`own-tokens.ts`)
 *   signature-1:LANGUAGE  those that are not in the body of a function
 *   all-1:LANGUAGE        the tokens, and then the comments
 *   data-1, data-all-1    what JSON, YAML or TOML say; with comments
 *   prose-1, prose-all-1  what Markdown says; with comments
 *   text-1                the lines of any other text, white space at their ends and blank lines at the end aside
 */

/**
 * Reads what an extent means: as data, code or prose where it can be taken for that and is in order, else as text.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function meaningOf(extent: Extent, syntax: Syntax): Promise<Meaning> {
  return (
    dataMeaning(extent, syntax) ??
    (await codeMeaning(extent, syntax)) ??
    proseMeaning(extent, syntax) ??
    textMeaning(extent)
  );
}

/** What an extent means as plain text, whatever it is. */
export function textMeaning({ text, lines }: Extent): Meaning {
  const trimmed = splitLines(textOfLines(text, lines)).map((line) => line.trimEnd());
  return { scheme: 'text-1', elements: [trimmed.join('\n').trimEnd()] };
}

/** Whether the bytes of an extent's lines are all that its meaning depends on. */
export function isSelfContained({ fragment, watch }: Extent): boolean {
  // Comments in front of a part belong to it, an alias of YAML means what stands elsewhere, and what is said in front of a list belongs to each of it.
  return !fragment || (fragment.kind !== 'pointer' && fragment.kind !== 'symbol' && watch !== 'all');
}

function dataMeaning({ path, text, fragment, lines, watch }: Extent, syntax: Syntax): Meaning | undefined {
  if (fragment && fragment.kind !== 'pointer') return undefined;
  const data = syntax.data(path, text);
  const elements = data && !data.mistake && canonical(rootsOf(data, fragment));
  if (!elements) return undefined;
  if (watch !== 'all') return { scheme: 'data-1', elements };
  const comments = commentsOfLines(data.comments, lines);
  return { scheme: 'data-all-1', elements: [...elements, ...comments] };
}

function rootsOf({ roots }: DataReading, fragment: (Fragment & { kind: 'pointer' }) | undefined) {
  if (!fragment) return roots;
  const found = follow(roots[0], fragment.pointer);
  return found ? [found.value] : [];
}

async function codeMeaning(extent: Extent, syntax: Syntax): Promise<Meaning | undefined> {
  const { path, text, fragment, lines } = extent;
  const watch = extent.watch ?? DEFAULT_WATCH;
  const language = languageOf(path);
  const code = language && (await syntax.code(path, text));
  if (!code || code.errors.some((error) => !lines || overlap(error, lines))) return undefined;
  const search = lines && fragment?.kind === 'symbol' ? findSymbol(code.outline, fragment.name) : undefined;
  const symbol = search?.kind === 'found' ? search.symbol : undefined;
  const isSignature = watch === 'signature' && fragment?.kind === 'symbol';
  const tokens = isSignature && symbol ? outsideOfBodies(code, symbol) : code.tokens;
  const plain = text.replace(/\r\n?/g, '\n');
  const own: OwnTokens = symbol ? ownTokens(tokens, plain, symbol, code.outline) : { tokens };
  const onLines = tokensOfLines(own.tokens, lines);
  const whole = symbol?.head ? withHead(onLines, headTokens(tokens, own, symbol)) : onLines;
  const elements = symbol?.place === undefined ? whole : [...whole, symbol.place];
  const written = own.stretches?.map(({ start, end }) => withoutCommas(plain.slice(start, end))).join('\n');
  const rest = written === undefined ? {} : { written };
  if (isSignature) return { scheme: `signature-1:${language.name}`, elements, ...rest };
  if (watch !== 'all') return { scheme: `tokens-1:${language.name}`, elements, ...rest };
  const inFront = fragment?.kind === 'symbol';
  const comments = commentsOfLines(code.comments, lines, { inFront, ...(own.room && { room: own.room }) });
  return { scheme: `all-1:${language.name}`, elements: [...elements, ...comments], ...rest };
}

/** Without white space at the ends, and commas, which come and go with what is beside. */
function withoutCommas(text: string): string {
  return text.trim().replace(/^,|,$/g, '').trim();
}

/** All tokens but those in the bodies of a symbol, and of what stands in it. */
function outsideOfBodies({ outline, tokens }: CodeReading, { span }: CodeSymbol): readonly Token[] {
  const inside = outline.filter((one) => span.start <= one.span.start && one.span.end <= span.end);
  return tokensOutside(
    tokens,
    inside.flatMap(({ bodies }) => bodies),
  );
}

function proseMeaning({ path, text, fragment, lines, watch }: Extent, syntax: Syntax): Meaning | undefined {
  if (fragment && fragment.kind !== 'heading') return undefined;
  const prose = syntax.prose(path, text);
  if (!prose?.tokens) return undefined;
  const inside = prose.tokens.filter(({ line }) => !lines || (lines.start <= line && line <= lines.end));
  const elements = inside.map((token) => token.text);
  if (watch !== 'all') return { scheme: 'prose-1', elements };
  const comments = commentsOfLines(prose.comments, lines, { inFront: false });
  return { scheme: 'prose-all-1', elements: [...elements, ...comments] };
}

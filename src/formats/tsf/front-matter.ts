import { type ParsedNode, type YAMLMap, isMap, isScalar } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { type Written, writtenScalar } from '../yaml/scalars.ts';

/** The YAML between the `---` lines at the beginning of an item. */
export interface FrontMatter {
  /** The whole block, both lines included. */
  readonly span: Span;
  /** Undefined where it holds no map. */
  readonly map?: YAMLMap.Parsed;
  /** The block's text, which offsets in `map` count in; it begins at `start` of the file. */
  readonly text: string;
  readonly start: number;
  readonly problems: readonly Problem[];
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
/** Front matter longer than this, in UTF-16 units, is read only so far. */
const LONGEST = 200_000;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Reads the front matter of a text; undefined where it has none. Total, and linear in the text. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const block = blockOf(text);
  if (!block) return undefined;
  const { start, end } = block.yaml;
  const yaml = text.slice(start, Math.min(end, start + LONGEST));
  const problems: Problem[] =
    end - start > LONGEST ? [tooLong({ start: start + LONGEST, end: start + LONGEST })] : [];
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const { contents } = parseDocuments(yaml, (problem) => {
    const { related } = problem;
    problems.push({
      ...problem,
      span: moved(problem.span),
      ...(related && { related: { ...related, span: moved(related.span) } }),
    });
  });
  const map = contents.find((node) => isMap(node));
  return { span: block.span, ...(map && { map }), text: yaml, start, problems };
}

function tooLong(span: Span): Problem {
  return {
    rule: 'too-complex',
    severity: 'error',
    message: say('This front matter is too long: nothing of it from here on is read.'),
    span,
  };
}

/** Whether a text is an item: its front matter says whether it is normative, which trudag asks of each. */
export function isItem(text: string): boolean {
  const block = blockOf(text);
  return block !== undefined && /^normative[ \t]*:/m.test(text.slice(block.yaml.start, block.yaml.end));
}

function blockOf(text: string): { span: Span; yaml: Span } | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = CLOSING.exec(text.slice(start));
  if (!closing) return undefined;
  const end = start + closing.index;
  return { span: { start: 0, end: end + closing[0].length }, yaml: { start, end } };
}

/** The value of a key, the first where it is written twice. */
export function valueOf(map: YAMLMap.Parsed, key: string): ParsedNode | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return pair?.value ?? undefined;
}

/** A word or text as written, its place that in the file; undefined for lists, maps and nothing. */
export function scalarIn(node: ParsedNode | undefined, { text, start }: FrontMatter): Written | undefined {
  if (!node || !isScalar(node)) return undefined;
  const written = writtenScalar(node, text);
  if (written.text === '') return undefined;
  return { text: written.text, span: { start: written.span.start + start, end: written.span.end + start } };
}

import { say } from '../../l10n/say.ts';
import type { Span } from '../span.ts';
import type { Reading } from './reading.ts';
import type { Written } from './scalars.ts';

/** What tools and people write behind a `#` without a space, as a comment. */
const COMMENT = /^(?:end)?(?:fixme|hack|noinspection|nolint|noqa|nosec|region|see|todo|warrant|xxx)\b/i;
const LONGEST_SHOWN = 40;

/**
 * Reports a text without quotes that goes on behind a ` #`, where YAML begins a comment: `Only order #1 is read`. That a comment is meant is taken for
 * granted where a space stands behind the `#`, or the text before it has its full stop.
 */
export function reportCutText(
  { text, report }: Pick<Reading, 'text' | 'report'>,
  written: Written,
  node?: string,
): void {
  const cut = cutBehind(text, written.span);
  if (!cut) return;
  const words = text.slice(cut.start, cut.end);
  report({
    rule: 'text-cut-off',
    severity: 'warning',
    message: say(
      'YAML takes `{0}` for a comment, so it is no part of the text before it. Put quotes around the whole text, or a space behind the `#` if a comment is meant.',
      words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words,
    ),
    span: cut,
    ...(node !== undefined && { node }),
  });
}

/** Where a text goes on that YAML cuts off, up to the end of its line; undefined for one that is whole. @param span of the text, without quotes */
export function cutBehind(text: string, { start, end }: Span): Span | undefined {
  const [whole, space = '', words = ''] = /^([ \t]+)#(\S[^\r\n]*)/.exec(text.slice(end, end + 2000)) ?? [];
  if (whole === undefined || !isText(text.slice(start, end), words)) return undefined;
  return { start: end + space.length, end: end + whole.trimEnd().length };
}

function isText(before: string, words: string): boolean {
  if (/^\d/.test(words)) return true;
  return /^\p{Ll}/u.test(words) && !COMMENT.test(words) && !/[.!?:;…)"'”]$/.test(before);
}

import { message, say } from '../../l10n/say.ts';
import type { Reading } from './reading.ts';
import type { Written } from './scalars.ts';

/** Longer texts are never numbers or dates that anyone writes. */
const LONGEST = 40;

/**
 * Reports an id or text without quotes that other YAML tools do not read as a text, so that it comes out of them as something else. Here it
 * is what is written.
 */
export function reportCoercion(
  { text, report }: Pick<Reading, 'text' | 'report'>,
  written: Written,
  what: 'id' | 'text' | 'title',
  node?: string,
): void {
  const { span } = written;
  const read = /["']/.test(text.charAt(span.start - 1)) ? undefined : readElsewhere(written.text);
  if (read === undefined) return;
  report({
    rule: 'yaml-coercion',
    severity: 'information',
    message: say(OTHERS_READ[what], written.text, read),
    span,
    ...(node !== undefined && { node }),
  });
}

const OTHERS_READ = {
  id: message('Other YAML tools read `{0}` as {1}, not as an id. Put it in quotes: `"{0}"`.'),
  text: message('Other YAML tools read `{0}` as {1}, not as a text. Put it in quotes: `"{0}"`.'),
  title: message('Other YAML tools read `{0}` as {1}, not as a title. Put it in quotes: `"{0}"`.'),
} as const;

/** What a plain scalar is in YAML 1.1 or 1.2; undefined for texts, and for numbers that are written as every tool would write them. */
export function readElsewhere(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  if (/^(?:yes|true|on)$/i.test(text)) return 'true';
  if (/^(?:no|false|off)$/i.test(text)) return 'false';
  if (/^\d{4}-\d\d?-\d\d?(?:$|[Tt ])/.test(text)) return say('a date');
  if (/^[-+]?\d{1,2}(?::[0-5]?\d)+$/.test(text)) return say('a time of day');
  if (/^[-+]?0[0-7_]+$/.test(text))
    return say('the octal number {0}', Number.parseInt(text.replaceAll('_', ''), 8));
  if (/^0[ox][\dA-Fa-f]+$/.test(text)) return say('the number {0}', Number(text));
  if (!/^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const number = String(Number(text.replaceAll('_', '')));
  return number === text ? undefined : say('the number {0}', number);
}

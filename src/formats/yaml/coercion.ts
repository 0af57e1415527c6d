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
  const article = what === 'id' ? 'an' : 'a';
  report({
    rule: 'yaml-coercion',
    severity: 'information',
    message: `Other YAML tools read \`${written.text}\` as ${read}, not as ${article} ${what}. Put it in quotes: \`"${written.text}"\`.`,
    span,
    ...(node !== undefined && { node }),
  });
}

/** What a plain scalar is in YAML 1.1 or 1.2; undefined for texts, and for numbers that are written as every tool would write them. */
export function readElsewhere(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  if (/^(?:yes|true|on)$/i.test(text)) return 'true';
  if (/^(?:no|false|off)$/i.test(text)) return 'false';
  if (/^\d{4}-\d\d?-\d\d?(?:$|[Tt ])/.test(text)) return 'a date';
  if (/^[-+]?\d{1,2}(?::[0-5]?\d)+$/.test(text)) return 'a time of day';
  if (/^[-+]?0[0-7_]+$/.test(text)) return `the octal number ${Number.parseInt(text.replaceAll('_', ''), 8)}`;
  if (/^0[ox][\dA-Fa-f]+$/.test(text)) return `the number ${Number(text)}`;
  if (!/^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const number = String(Number(text.replaceAll('_', '')));
  return number === text ? undefined : `the number ${number}`;
}

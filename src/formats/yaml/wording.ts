import { say } from '../../l10n/say.ts';

/** What someone wrote, for a message: on one line, and cut where it is long. */
export function shown(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** What to do about a line that should be `key: value` and has no colon, or none that YAML sees. */
export function noColon(line: string): string {
  const text = shown(line);
  if (/^-\S/.test(line)) return say('The dash in `{0}` needs a space behind it.', text);
  if (/^\S+:\S/.test(line)) return say('The colon in `{0}` needs a space behind it.', text);
  return say('`{0}` has no colon. Write `{0}:` and a value, or remove it.', text);
}

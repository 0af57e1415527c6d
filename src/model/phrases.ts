import { message, say } from '../l10n/say.ts';

/** The days of a month, January first. */
const DAYS = [
  message('{0} Jan'),
  message('{0} Feb'),
  message('{0} Mar'),
  message('{0} Apr'),
  message('{0} May'),
  message('{0} Jun'),
  message('{0} Jul'),
  message('{0} Aug'),
  message('{0} Sep'),
  message('{0} Oct'),
  message('{0} Nov'),
  message('{0} Dec'),
];

/**
 * A date as people say it: `3 May`, with the year if it is not this one.
 *
 * @param iso ISO 8601; the day is the one written there, whatever the time zone
 */
export function sayDate(iso: string, now: Date): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = parts && DAYS[Number(parts[2]) - 1];
  if (!month) return iso;
  const day = say(month, Number(parts[3]));
  return Number(parts[1]) === now.getFullYear() ? day : say('{0} {1}', day, parts[1]!);
}

/** The day of an ISO date, always with its year: for lists that stand a while. */
export function sayDateOnly(iso: string): string {
  return sayDate(iso, new Date(0));
}

/** `1 change`, `2 changes`: for the command line, which speaks English. In the editor, `sayCount` says it. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** `Ada`, `Ada and Ben`, `Ada, Ben and Cy`; each name once. */
export function listNames(names: Iterable<string>, most = 3): string {
  const all = [...new Set(names)];
  const hidden = all.length - most;
  const shown = hidden > 0 ? [...all.slice(0, most - 1), say('{0} others', hidden + 1)] : all;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : say('{0} and {1}', shown.join(', '), last);
}

/** `a`, `a or b`, `a, b or c`. */
export function listChoices(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length < 2 ? last : say('{0} or {1}', choices.slice(0, -1).join(', '), last);
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

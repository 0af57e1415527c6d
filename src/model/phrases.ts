const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date as people say it: `3 May`, with the year if it is not this one.
 *
 * @param iso ISO 8601; the day is the one written there, whatever the time zone
 */
export function sayDate(iso: string, now: Date): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!parts) return iso;
  const day = `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1] ?? parts[2]}`;
  return Number(parts[1]) === now.getFullYear() ? day : `${day} ${parts[1]}`;
}

/** The day of an ISO date, always with its year: for lists that stand a while. */
export function sayDateOnly(iso: string): string {
  return sayDate(iso, new Date(0));
}

/** `1 change`, `2 changes`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** `Ada`, `Ada and Ben`, `Ada, Ben and Cy`; each name once. */
export function listNames(names: Iterable<string>, most = 3): string {
  const all = [...new Set(names)];
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} others`] : all;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

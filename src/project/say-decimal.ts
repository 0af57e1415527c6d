import { say } from '../l10n/say.ts';

/** A number as the language writes it. @param decimal as JavaScript writes it, such as `4.0` */
export function sayDecimal(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return fraction === undefined ? whole : say('{0}.{1}', whole, fraction);
}

/** `97.3%` */
export function sayPercent(percent: number): string {
  return say('{0}%', sayDecimal(String(percent)));
}

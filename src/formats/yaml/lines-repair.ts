import { say, sayCount } from '../../l10n/say.ts';
import type { Report } from './problem.ts';
import { restOfLine } from './span.ts';

/** Hides the marks that git leaves at a merge conflict, so that both sides are read. Gives a text of the same length. */
export function hideConflictMarks(text: string, report: Report): string {
  if (!/^<{7}( |\r?$)/m.test(text)) return text;
  return text.replace(/^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)/gm, (mark, offset: number) => {
    if (mark.startsWith('<')) {
      const message = say(
        'A merge conflict is not resolved here. Keep what is right of both sides and remove the marks.',
      );
      report({ rule: 'syntax', severity: 'error', message, span: restOfLine(text, offset) });
    }
    return '#'.padEnd(mark.length);
  });
}

/** Replaces every tab of the indentation by one space. Gives a text of the same length. */
export function untab(text: string, report: Report): string {
  const places: { start: number; end: number }[] = [];
  const repaired = text.replace(/^ *\t[ \t]*/gm, (indentation, start: number) => {
    places.push({ start, end: start + indentation.length });
    return ' '.repeat(indentation.length);
  });
  const [span] = places;
  if (span) {
    const message = sayTabs(places.length - 1);
    report({ rule: 'syntax', severity: 'error', message, span });
  }
  return repaired;
}

/** @param others how many other lines are indented with tabs, too */
function sayTabs(others: number): string {
  if (others === 0)
    return say('This line is indented with a tab. YAML allows only spaces there: use two for each level.');
  return sayCount(
    others,
    'This line is indented with a tab, as is another line. YAML allows only spaces there: use two for each level.',
    'This line is indented with a tab, as are {0} other lines. YAML allows only spaces there: use two for each level.',
  );
}

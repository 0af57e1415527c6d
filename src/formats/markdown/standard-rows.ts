import type { Entry, Section } from './outline.ts';
import type { Reading } from './readings.ts';
import type { Sense, Senses } from './senses.ts';

/** `A03: Injection – …`, `**A03:2021** Injection`. */
const OWASP_ROW = /^(A(?:0[1-9]|10))(?::(20\d\d))?(?:\s*[:.–—-]|\s)\s*(\S.*)$/;

/** `CWE-79: cross-site scripting – output is escaped`. */
const CWE_ROW = /^CWE-\d{1,4}\b.*\p{L}/u;

/** Words of the titles that tell the editions of the OWASP Top 10 from one another. */
const EDITIONS: readonly (readonly [year: string, titles: Readonly<Record<string, RegExp>>])[] = [
  [
    '2021',
    {
      A02: /^crypt/i,
      A03: /^injection/i,
      A04: /^insecure/i,
      A05: /misconf/i,
      A06: /component/i,
      A10: /ssrf|forgery/i,
    },
  ],
  [
    '2025',
    {
      A02: /misconf/i,
      A03: /supply/i,
      A04: /^crypt/i,
      A05: /^injection/i,
      A06: /^insecure/i,
      A10: /exception/i,
    },
  ],
];

/** The risks that lists and tables below headings such as *OWASP Top 10* go through, and the requirements that stand for them. */
export class StandardRows {
  private readonly years = new Map<Section, string | undefined>();

  constructor(readings: readonly Reading[], senses: Senses) {
    for (const { entry } of readings) {
      const sense = senses.get(entry.section);
      const known = this.years.get(entry.section);
      if (isOwasp(sense)) this.years.set(entry.section, known ?? yearIn(wordsOf(entry), sense));
    }
  }

  /** Whether an item is a risk of the list that its heading names. */
  isRisk(entry: Entry, sense: Sense | undefined): boolean {
    const { standard } = sense ?? {};
    if (standard === undefined) return false;
    return (
      (isOwasp(sense) && OWASP_ROW.test(wordsOf(entry))) ||
      (/\bCWE\b/.test(standard) && CWE_ROW.test(wordsOf(entry)))
    );
  }

  /** The requirement that an item or row is about, such as `OWASP-2021:A03`; undefined where the edition is not clear. */
  requirementOf(entry: Entry, sense: Sense | undefined): string | undefined {
    const row = isOwasp(sense) ? OWASP_ROW.exec(wordsOf(entry)) : null;
    const year = row?.[2] ?? this.years.get(entry.section);
    return row && year ? `OWASP-${year}:${row[1]}` : undefined;
  }
}

/** A line, or the number and the title of a row. */
function wordsOf(entry: Entry): string {
  if (entry.form !== 'row') return entry.line.text;
  return entry.cells
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
}

function isOwasp(sense: Sense | undefined): sense is Sense & { readonly standard: string } {
  return sense?.standard !== undefined && /\bOWASP\b/.test(sense.standard);
}

/** The edition by the year that the heading or the row gives, else by the title that goes with the number. */
function yearIn(words: string, { standard }: { readonly standard: string }): string | undefined {
  const stated = /\b20\d\d\b/.exec(standard)?.[0];
  if (stated) return stated;
  const row = OWASP_ROW.exec(words);
  if (!row) return undefined;
  return row[2] ?? EDITIONS.find(([, titles]) => titles[row[1]!]?.test(row[3]!))?.[0];
}

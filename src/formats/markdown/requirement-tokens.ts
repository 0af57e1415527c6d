import type { Span } from '../span.ts';

/** A requirement of a standard as cases name it (`OWASP-2021:A03`), and where a text says so. */
export interface FoundToken {
  readonly requirement: string;
  readonly at: Span;
}

/** Each as people write it, and the name it stands for. */
const FORMS: readonly (readonly [pattern: RegExp, name: (match: RegExpMatchArray) => string])[] = [
  [
    /\bOWASP(?: Top (?:10|Ten))?[ -](20\d\d)[ :-]{1,2}(A(?:0[1-9]|10))\b/g,
    ([, year, id]) => `OWASP-${year}:${id}`,
  ],
  [/\b(?:OWASP[ -])?(A(?:0[1-9]|10)):(20\d\d)\b/g, ([, id, year]) => `OWASP-${year}:${id}`],
  [
    /\b([A-Z][A-Za-z0-9]{1,15}(?:-[A-Za-z0-9.]{1,15}){1,3}:[A-Z]?\.?\d{1,3}(?:\.\d{1,3}){0,4})(?![\w:])/g,
    ([name]) => name,
  ],
];

/** Beyond this a text is no sentence, and holds no more requirements than these. */
const MOST = 50;

/** The requirements of standards that a text names in full, in its order, each once. */
export function requirementsIn(text: string): FoundToken[] {
  const found = FORMS.flatMap(([pattern, name]) =>
    [...text.matchAll(pattern)].map((match) => ({
      requirement: name(match),
      at: { start: match.index, end: match.index + match[0].length },
    })),
  ).sort((a, b) => a.at.start - b.at.start);
  const once = new Map<string, FoundToken>();
  for (const token of found) if (!once.has(token.requirement)) once.set(token.requirement, token);
  return [...once.values()].slice(0, MOST);
}

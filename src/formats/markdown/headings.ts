import type { Draft } from './drafts.ts';
import { isEvidenceHeading } from './labels.ts';
import type { Entry, Section } from './outline.ts';
import type { Span } from '../span.ts';

const TITLE =
  /\b(?:assurance|safety|security|dependability) (?:case|argument)s?\b|\bthreat[- ]model|\bsecurity (?:analysis|assurance|model|architecture|design|assessment)\b|\bhazard analysis\b|^security$/i;
const NUMBER = /^\d+(?:\.\d+)*[.):]?\s+/;

/** What a heading says, without its number, and where. */
export function headingText(section: Section): { text: string; span: Span } | undefined {
  const line = section.heading?.line;
  if (!line || line.text === '') return undefined;
  const from = NUMBER.exec(line.text)?.[0].length ?? 0;
  return {
    text: line.text.slice(from).replace(/\s+/g, ' '),
    span: { start: line.offsets[from] ?? line.span.start, end: line.span.end },
  };
}

/** The claim that the heading above some evidence states, where no node does; undefined if there is no heading that could. */
export function claimOfHeading(entry: Entry): Draft | undefined {
  for (let section: Section | undefined = entry.section; section?.heading; section = section.parent) {
    const said = headingText(section);
    if (!said || isEvidenceHeading(section.heading.line) || isTitleOfArgument(said.text)) continue;
    return { entry: section.heading, kind: 'claim', idSpan: said.span, text: said.text, textSpan: said.span };
  }
  return undefined;
}

/** Whether a heading calls what stands below it an argument about safety or security, and claims nothing itself. */
export function isTitleOfArgument(heading: string): boolean {
  return TITLE.test(heading);
}

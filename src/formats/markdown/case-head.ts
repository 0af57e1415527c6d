import type { Source } from '../format.ts';
import { titleOf } from './cases.ts';
import type { CaseScope } from './cases.ts';
import type { Field, Frontmatter } from './frontmatter.ts';
import { headingText } from './headings.ts';
import { slug } from './ids.ts';
import type { Names } from './ids.ts';
import type { Section } from './outline.ts';
import type { Span } from '../span.ts';

/** What a case is called, and where. */
export interface CaseHead {
  readonly id: string;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  /** The repository or folder that holds the evidence, as written. */
  readonly subject?: Field;
}

/** What there is to name the cases of a document by. */
export interface CaseNaming {
  readonly root: Section;
  /** All sections that have a heading, in the order of the document. */
  readonly headings: readonly Section[];
  readonly source: Source;
  /** The ids that the document's cases have so far. */
  readonly names: Names;
  readonly frontmatter: Frontmatter | undefined;
}

/**
 * Names a case: one that is the whole document by its frontmatter, else by its first heading and the file's stem; one of several by its
 * heading.
 */
export function headOf(scope: CaseScope, naming: CaseNaming): CaseHead {
  const { root, headings, source, names, frontmatter } = naming;
  const section = titleOf(scope, headings);
  const heading = section && headingText(section);
  if (scope.section !== root) {
    const title = heading?.text ?? source.stem;
    const titleSpan = heading?.span ?? startOf(scope.section.span);
    return { id: names.unique(slug(title) || source.stem), title, titleSpan, span: scope.section.span };
  }
  const { title, id, subject } = frontmatter ?? {};
  return {
    id: names.unique(id?.value ?? source.stem),
    title: title?.value ?? heading?.text ?? source.stem,
    titleSpan: title?.span ?? heading?.span ?? startOf(root.span),
    span: root.span,
    ...(subject && { subject }),
  };
}

function startOf({ start }: Span): Span {
  return { start, end: start };
}

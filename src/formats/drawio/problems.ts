import { KIND_LABELS } from '../../model/kinds.ts';
import { MAX_CELLS, MAX_PAGES } from './drawing.ts';
import type { Damage } from './drawing.ts';
import { MAX_UNPACKED } from './inflate.ts';
import type { NodeShape } from './shapes.ts';
import type { Problem as FormatProblem } from '../problem.ts';
import type { Span } from '../span.ts';

/** What the reader of drawings can find wrong. */
export type DrawioRule =
  | 'duplicate-id'
  | 'guessed-kind'
  | 'loose-connector'
  | 'no-claims'
  | 'no-diagram'
  | 'syntax'
  | 'too-complex'
  | 'unattached';

export type Problem = FormatProblem<DrawioRule>;

/** How a node is spoken of: `Rebuttal R2`, `Claim “Data stays …”`. */
export function nameOf({ kind }: Pick<NodeShape, 'kind'>, id: string | undefined, text: string): string {
  return `${KIND_LABELS[kind]} ${id ?? `“${shortened(text)}”`}`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}

/** A second node with an id that is taken. */
export function duplicateId(
  id: string,
  here: { readonly text: string; readonly span: Span },
  first: { readonly text: string; readonly span: Span },
): Problem {
  const says = ({ text }: { readonly text: string }): string => `“${shortened(text)}”`;
  return {
    rule: 'duplicate-id',
    severity: 'error',
    message:
      `The id ${id} is on two shapes of this page: ${says(first)} and ${says(here)}. ` +
      'Give one of the two another id, so that it is clear which one is meant.',
    span: here.span,
    node: id,
    related: { message: `The other ${id}`, span: first.span },
  };
}

const MOST_NAMES = 12;

/** Nodes to which no connector leads. */
export function unattached(names: readonly string[], span: Span, page: string): Problem {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} others` : '';
  const where = page === '' ? '' : ` on page “${page}”`;
  const one = names.length === 1;
  return {
    rule: 'unattached',
    severity: 'warning',
    message:
      `${shown}${more}${where} ${one ? 'is' : 'are'} connected to nothing. Standing below or beside a claim is not enough to tell what ` +
      `${one ? 'it belongs' : 'they belong'} to: draw a connector to each.`,
    span,
  };
}

/** A connector with only one end. */
export function looseConnector(name: string, end: 'source' | 'target', span: Span): Problem {
  const what = end === 'target' ? `begins at ${name} and ends nowhere` : `ends at ${name} and begins nowhere`;
  return {
    rule: 'loose-connector',
    severity: 'warning',
    message: `A connector ${what}, so it was left out. Drag its loose end onto the shape it belongs to.`,
    span,
  };
}

/** A node that only its form makes one. */
export function guessedKind(name: string, kind: string, span: Span): Problem {
  return {
    rule: 'guessed-kind',
    severity: 'information',
    message: `${name} has no id and no keyword; by its form it was taken for: ${kind}. Begin its text with both, such as “Claim C1:” or “Evidence E1:”.`,
    span,
  };
}

/** A drawing without an argument. It may well be one of something else. */
export function noClaims(span: Span): Problem {
  return {
    rule: 'no-claims',
    severity: 'hint',
    message:
      'No claim was found in this drawing. A node is a shape whose text begins with a keyword and an id, such as “Claim C1: …”, “Rebuttal R1: …” ' +
      'or “Evidence E1: …”.',
    span,
  };
}

/** Whether a text is what stands in for a file that Git LFS keeps elsewhere. */
export function isPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/');
}

/** A picture that is nothing but a picture. */
export function noDiagram(name: string, text: string, span: Span): Problem {
  return {
    rule: 'no-diagram',
    severity: 'error',
    message: isPointer(text)
      ? `${name} is kept with Git LFS and is not here. Fetch it with: git lfs pull.`
      : `${name} is a picture and holds no diagram data. In draw.io, export it as PNG or SVG with “Include a copy of my diagram”.`,
    span,
  };
}

/** Text that should be a drawing and is none. */
export function notADrawing(name: string, span: Span): Problem {
  return {
    rule: 'no-diagram',
    severity: 'error',
    message: `${name} holds no drawing: no mxfile and no mxGraphModel was found in it. Save it again from draw.io.`,
    span,
  };
}

/** What could not be read of a drawing. */
export function damaged({ why, span }: Damage): Problem {
  const isSyntax = why === 'cut' || why === 'unreadable-page';
  return { rule: isSyntax ? 'syntax' : 'too-complex', severity: 'error', message: DAMAGE[why], span };
}

const DAMAGE: Readonly<Record<Damage['why'], string>> = {
  cut: 'The drawing breaks off here: what comes behind is missing and was not read. Restore the file, or save it again from draw.io.',
  'unreadable-page':
    'This page could not be unpacked, and nothing of it was read. Restore the file, or save it again from draw.io.',
  'too-large': `This page unpacks to more than is left of ${MAX_UNPACKED / 1024 / 1024} MB; the rest of it was not read. Divide the drawing into several files.`,
  'too-deep':
    'Elements are nested so deeply here that the rest was not read. Save the file again from draw.io.',
  'too-many-pages': `This file has ${MAX_PAGES} pages or more; the rest was not read. Divide the drawing into several files.`,
  'too-many-cells': `This file has ${MAX_CELLS} shapes and connectors or more; the rest was not read. Divide the drawing into several files.`,
};

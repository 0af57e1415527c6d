import { say, sayCount } from '../../l10n/say.ts';
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
  return say('{0} {1}', say(KIND_LABELS[kind]), id ?? say('“{0}”', shortened(text)));
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
  const says = ({ text }: { readonly text: string }): string => say('“{0}”', shortened(text));
  return {
    rule: 'duplicate-id',
    severity: 'error',
    message: say(
      'The id {0} is on two shapes of this page: {1} and {2}. Give one of the two another id, so that it is clear which one is meant.',
      id,
      says(first),
      says(here),
    ),
    span: here.span,
    node: id,
    related: { message: say('The other {0}', id), span: first.span },
  };
}

const MOST_NAMES = 12;

/** Nodes to which no connector leads. */
export function unattached(names: readonly string[], span: Span, page: string): Problem {
  const first = names.slice(0, MOST_NAMES).join(', ');
  const shown =
    names.length > MOST_NAMES ? say('{0} and {1} others', first, names.length - MOST_NAMES) : first;
  return {
    rule: 'unattached',
    severity: 'warning',
    message: sayUnattached(names.length, shown, page),
    span,
  };
}

function sayUnattached(number: number, names: string, page: string): string {
  if (page === '')
    return sayCount(
      number,
      '{1} is connected to nothing. Standing below or beside a claim is not enough to tell what it belongs to: draw a connector to each.',
      '{1} are connected to nothing. Standing below or beside a claim is not enough to tell what they belong to: draw a connector to each.',
      names,
    );
  return sayCount(
    number,
    '{1} on page “{2}” is connected to nothing. Standing below or beside a claim is not enough to tell what it belongs to: draw a connector to each.',
    '{1} on page “{2}” are connected to nothing. Standing below or beside a claim is not enough to tell what they belong to: draw a connector to each.',
    names,
    page,
  );
}

/** A connector with only one end. */
export function looseConnector(name: string, end: 'source' | 'target', span: Span): Problem {
  return {
    rule: 'loose-connector',
    severity: 'warning',
    message: say(
      end === 'target'
        ? 'A connector begins at {0} and ends nowhere, so it was left out. Drag its loose end onto the shape it belongs to.'
        : 'A connector ends at {0} and begins nowhere, so it was left out. Drag its loose end onto the shape it belongs to.',
      name,
    ),
    span,
  };
}

/** A node that only its form makes one. */
export function guessedKind(name: string, kind: string, span: Span): Problem {
  return {
    rule: 'guessed-kind',
    severity: 'information',
    message: say(
      '{0} has no id and no keyword; by its form it was taken for: {1}. Begin its text with both, such as “Claim C1:” or “Evidence E1:”.',
      name,
      kind,
    ),
    span,
  };
}

/** A drawing without an argument. It may well be one of something else. */
export function noClaims(span: Span): Problem {
  return {
    rule: 'no-claims',
    severity: 'hint',
    message: say(
      'No claim was found in this drawing. A node is a shape whose text begins with a keyword and an id, such as “Claim C1: …”, “Rebuttal R1: …” or “Evidence E1: …”.',
    ),
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
      ? say('{0} is kept with Git LFS and is not here. Fetch it with: git lfs pull.', name)
      : say(
          '{0} is a picture and holds no diagram data. In draw.io, export it as PNG or SVG with “Include a copy of my diagram”.',
          name,
        ),
    span,
  };
}

/** Text that should be a drawing and is none. */
export function notADrawing(name: string, span: Span): Problem {
  return {
    rule: 'no-diagram',
    severity: 'error',
    message: say(
      '{0} holds no drawing: no mxfile and no mxGraphModel was found in it. Save it again from draw.io.',
      name,
    ),
    span,
  };
}

/** What could not be read of a drawing. */
export function damaged({ why, span }: Damage): Problem {
  const isSyntax = why === 'cut' || why === 'unreadable-page';
  return { rule: isSyntax ? 'syntax' : 'too-complex', severity: 'error', message: sayDamage(why), span };
}

function sayDamage(why: Damage['why']): string {
  switch (why) {
    case 'cut':
      return say(
        'The drawing breaks off here: what comes behind is missing and was not read. Restore the file, or save it again from draw.io.',
      );
    case 'unreadable-page':
      return say(
        'This page could not be unpacked, and nothing of it was read. Restore the file, or save it again from draw.io.',
      );
    case 'too-large':
      return say(
        'This page unpacks to more than is left of {0} MB; the rest of it was not read. Divide the drawing into several files.',
        MAX_UNPACKED / 1024 / 1024,
      );
    case 'too-deep':
      return say(
        'Elements are nested so deeply here that the rest was not read. Save the file again from draw.io.',
      );
    case 'too-many-pages':
      return say(
        'This file has {0} pages or more; the rest was not read. Divide the drawing into several files.',
        MAX_PAGES,
      );
    case 'too-many-cells':
      return say(
        'This file has {0} shapes and connectors or more; the rest was not read. Divide the drawing into several files.',
        MAX_CELLS,
      );
  }
}

import { say, sayCount } from '../l10n/say.ts';
import { LineIndex } from '../model/text.ts';
import { fileOf } from '../model/file-of.ts';
import { listNames } from '../model/phrases.ts';
import { baseName } from '../model/paths.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import { narrowLink } from '../project/editing/narrow-link.ts';
import { type NamedPart, type Narrowing, isWholeFile } from '../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink } from '../project/snapshot.ts';
import { linksIn } from './code-actions/links-in.ts';
import type { Lookup } from './lookup.ts';
import { reviewTarget } from './reviewable.ts';
import { toUri } from './uris.ts';
import type { NarrowAnswer, NarrowingAnswer, ReviewTarget } from './views.ts';
import { shortTitle } from './wording.ts';

/** A link, in its case. */
export interface LinkOfCase {
  readonly case: JudgedCase;
  readonly judged: JudgedLink;
}

/** The link that is meant by a target; undefined for a node, and for a link that is gone. */
export function linkOf(lookup: Lookup, { case: key, link }: ReviewTarget): LinkOfCase | undefined {
  const one = lookup.caseOf(key);
  const judged = link === undefined ? undefined : one?.links.get(link);
  return one && judged && { case: one, judged };
}

/** The link at a place of a claim file, or the only one on its line. */
export function linkAt(
  lookup: Lookup,
  file: string,
  position: { readonly line: number; readonly character: number },
): LinkOfCase | undefined {
  const { line } = position;
  const here = linksIn(lookup, file, { start: position, end: position });
  const onLine = (): [JudgedCase, JudgedLink][] =>
    linksIn(lookup, file, {
      start: { line, character: 0 },
      end: { line, character: Number.MAX_SAFE_INTEGER },
    });
  const [found, ...others] = here.length > 0 ? here.slice(0, 1) : onLine();
  return found && others.length === 0 ? { case: found[0], judged: found[1] } : undefined;
}

/** What a person can narrow a link to, or why they cannot. @param narrowing what was found for it */
export function narrowingAnswer(
  { case: one, judged }: LinkOfCase,
  narrowing: Narrowing | undefined,
): NarrowingAnswer {
  const { link } = judged;
  if (!isWholeFile(judged))
    return {
      refused: say(
        '{0} does not lead to the whole of one file that could be judged, so there is nothing to narrow.',
        link.locator,
      ),
    };
  if (!narrowing)
    return {
      refused: say(
        '{0} has no parts with names that Warrant can read, such as functions, keys or headings.',
        link.locator,
      ),
    };
  const node = one.nodes.get(link.parent)?.node;
  return {
    target: reviewTarget(one, judged),
    uri: toUri(fileOf(one, link)),
    locator: link.locator,
    claim: node ? shortTitle(node) : one.case.title,
    parts: narrowing.targets,
  };
}

/**
 * The edit that narrows a link to some parts, in the order of the file, or why there is none. Parts that other links of the claim lead to are left out.
 *
 * @param known all parts of the file
 * @param chosen those that the person picked
 */
export function narrowAnswer(
  { case: one, judged }: LinkOfCase,
  known: readonly NamedPart[],
  chosen: readonly string[],
  claimText: ClaimText | undefined,
): NarrowAnswer {
  const { locator } = judged.link;
  if (!claimText)
    return {
      refused: say(
        'This case is a picture, which cannot be edited here. Write the part behind the locator in your drawing tool.',
      ),
    };
  const wanted = known.filter(({ part }) => chosen.includes(part));
  if (wanted.length === 0)
    return { refused: say('What was chosen is not in {0} any more. Choose again.', locator) };
  const parts = wanted.filter(({ linked }) => !linked).map(({ part }) => part);
  if (parts.length === 0)
    return {
      refused: say(
        'The claim has a link to {0} already, so this one can just be deleted.',
        listNames(wanted.map(({ part }) => part)),
      ),
    };
  const edit = narrowLink(one, judged, parts, claimText);
  if (!edit) return { refused: whyNot(locator, parts.length) };
  const index = new LineIndex(claimText.text);
  const { start, end, newText } = edit;
  return {
    uri: toUri(claimText.file),
    edits: [{ range: { start: index.position(start), end: index.position(end) }, newText }],
    said: sayNarrowed(judged, parts, claimText.file),
  };
}

function whyNot(locator: string, count: number): string {
  return count > 1
    ? say(
        'Here stands one locator and not a list, so {0} cannot become {1} links. Choose one part, or write the evidence as a list.',
        locator,
        count,
      )
    : say('{0} cannot be narrowed here without changing something else. Edit the locator by hand.', locator);
}

/** What was done, and what that means for the link's state. */
function sayNarrowed({ link, verdict }: JudgedLink, parts: readonly string[], file: string): string {
  const done = say('narrowed {0} to {1}.', link.locator, listNames(parts));
  // Other baselines do not depend on when the line was written.
  const isByLine =
    verdict.baseline === undefined || verdict.baseline.by === 'blame' || verdict.baseline.by === 'review';
  if (!isByLine) return done;
  const next = sayCount(
    parts.length,
    'The new link is unreviewed for now: commit {1}, or record a review.',
    'The new links are unreviewed for now: commit {1}, or record a review.',
    baseName(file),
  );
  return `${done} ${next}`;
}

import type { Range } from '../model/text.ts';
import {
  type NamedPart,
  type Narrowing,
  isWholeFile,
  narrowingsOf,
  partsOfLink,
} from '../project/narrowing/narrowings.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import { linksIn } from '../service/code-actions/links-in.ts';
import type { Lookup } from '../service/lookup.ts';
import type { LinkOfCase } from '../service/narrow.ts';
import type { Session } from './session.ts';

/** The named parts of the files that links in a range of a claim file lead to the whole of. A file that is not known yet is read once. */
export async function partsIn(
  session: Session,
  lookup: Lookup,
  file: string,
  range: Range,
): Promise<ReadonlyMap<JudgedLink, readonly NamedPart[]>> {
  const parts = new Map<JudgedLink, readonly NamedPart[]>();
  for (const [one, judged] of linksIn(lookup, file, range)) {
    if (!judged.link.cited || !isWholeFile(judged)) continue;
    parts.set(judged, await partsOf(session, { case: one, judged }));
  }
  return parts;
}

/** The named parts of the file that a link leads to the whole of. */
export async function partsOf(
  session: Session,
  { case: one, judged }: LinkOfCase,
): Promise<readonly NamedPart[]> {
  const subject = session.subjectAt(one.subject.root);
  return subject ? partsOfLink(one, judged, subject, textsOf(session)) : [];
}

/** The same, and which of them changed since the link was judged; git may be asked for what they were. */
export async function narrowingOf(
  session: Session,
  { case: one, judged }: LinkOfCase,
): Promise<Narrowing | undefined> {
  const subject = session.subjectAt(one.subject.root);
  return subject && (await narrowingsOf(one, [judged], subject, textsOf(session)))[0];
}

function textsOf(session: Session): (file: string) => string | undefined {
  return (file) => session.claimText(file, undefined)?.text;
}

import type { Fragment } from '../../evidence/fragment.ts';
import { parseLocator } from '../../evidence/locator.ts';
import { say } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { ReviewRecord } from '../../model/review.ts';
import type { Target } from '../../model/verdict.ts';
import type { Digest } from '../../ports/digest.ts';
import { filesNow } from '../judging/judge-folder.ts';
import { spokenPart } from '../judging/resolve/spoken-parts.ts';
import type { JudgedLink } from '../snapshot.ts';
import type { Subject } from '../subject/subject.ts';
import { canBeReviewed } from './ask-review.ts';
import { fileFingerprint } from './file-fingerprint.ts';
import { filesDigest, folderFingerprint } from './folder-fingerprint.ts';

/** What a record says of the evidence itself, and which files that was read from. */
export interface EvidenceNow {
  readonly facts: Pick<ReviewRecord, 'path' | 'blob' | 'lines' | 'files' | 'fingerprint'>;
  /** Path to blob id. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Looks at the evidence of a link as it is on the disk, to record it; or says, in a sentence, why it cannot be reviewed. */
export async function evidenceNow(
  judged: JudgedLink,
  subject: Subject,
  digest: Digest,
): Promise<EvidenceNow | { readonly why: string }> {
  const { link, verdict } = judged;
  const why = whyNot(judged);
  if (why !== undefined) return { why };
  const [target] = verdict.targets;
  if (!target) {
    const why = say('{0} leads to nothing that could be looked at.', link.locator);
    return { why: `${why} ${verdict.message}` };
  }
  const isFolder = target.startLine === 0;
  const paths = isFolder ? subject.index.filesIn(target.path) : verdict.targets.map(({ path }) => path);
  const ids = await filesNow(paths, subject);
  for (const [path, oid] of ids) {
    if (subject.history?.submodules.has(path)) continue;
    // The disk may have news that nobody has told of yet.
    subject.contents.forget(path);
    const id = await subject.contents.id(path);
    if (id.kind === 'text' && id.unsaved && !(await subject.contents.savedAs(path, oid))) {
      return { why: sayUnsaved(path) };
    }
    if (!('oid' in id) || id.oid !== oid)
      return { why: say('{0} was changed this moment. Look at it again.', path) };
  }
  if (isFolder || verdict.targets.length > 1 || isGlobOf(link, target)) {
    if (ids.size === 0) return { why: say('{0} has no files that can be read.', link.locator) };
    const fingerprint = await folderFingerprint(ids, subject, digest);
    return { facts: { files: filesDigest(ids, digest), fingerprint }, ids };
  }
  return fileNow(link, target, ids, subject, digest);
}

async function fileNow(
  link: EvidenceLink,
  target: Target,
  ids: ReadonlyMap<string, string>,
  subject: Subject,
  digest: Digest,
): Promise<EvidenceNow | { readonly why: string }> {
  const { contents, comparer } = subject;
  const { path } = target;
  const blob = ids.get(path);
  const written = target.whole ? undefined : fragmentOf(link, path);
  const named = target.whole ? undefined : ((await spokenPart(path, written, link, subject)) ?? written);
  const { startLine: start, endLine: end } = target;
  const fragment: Fragment | undefined =
    target.whole || (named && named.kind !== 'lines') ? named : { kind: 'lines', start, end };
  const part = { ...(fragment && { fragment }), ...(link.watch && { watch: link.watch }) };
  const fingerprint = blob && (await fileFingerprint(await contents.read(path), part, comparer, digest));
  if (!blob || !fingerprint)
    return { why: say('{0} cannot be read, so there is nothing to review.', link.locator) };
  const hasMoved = named?.kind === 'lines' && (named.start !== start || named.end !== end);
  return { facts: { path, blob, ...(hasMoved && { lines: { start, end } }), fingerprint }, ids };
}

/** The part that a link names; of a web address, the part that it names of the path. */
function fragmentOf({ locator }: EvidenceLink, path: string): Fragment | undefined {
  const url = parseRepositoryUrl(locator);
  const parsed = parseLocator(url ? `${path}#${url.fragment ?? ''}` : locator);
  return parsed.kind === 'path' ? parsed.fragment : undefined;
}

/** Why what is in an editor only cannot be reviewed. @param name of a file, as the person knows it */
export function sayUnsaved(name: string): string {
  return say('{0} has changes that are not saved. Save it first: what is on the disk is reviewed.', name);
}

/** A pattern that matches one file now may match others tomorrow. */
function isGlobOf({ locator }: EvidenceLink, { path }: Target): boolean {
  const parsed = parseLocator(locator);
  return parsed.kind === 'path' && parsed.form === 'glob' && parsed.path !== path;
}

function whyNot({ link, verdict }: JudgedLink): string | undefined {
  const { locator, cited, expect } = link;
  if (verdict.reason === 'external')
    return say('{0} is a web address, and Warrant does not look at these.', locator);
  if (!cited)
    return say('{0} is only mentioned, so it supports nothing. Cite it as evidence first.', locator);
  if (verdict.state === 'broken' || verdict.state === 'failing') {
    return say('{0} cannot be reviewed before that is mended: {1}', locator, verdict.message);
  }
  if (expect !== undefined) {
    return say(
      '{0} is judged by what it says (`expect`), whenever it is made anew; no review of it is needed.',
      locator,
    );
  }
  if (verdict.reason === 'in-conflict') {
    return say(
      '{0} cannot be reviewed before its merge conflict is resolved: both sides stand in it. Resolve it and look at it again.',
      locator,
    );
  }
  if (!canBeReviewed(link) || verdict.reason === 'unsupported' || verdict.reason === 'too-large') {
    return say('{0} cannot be looked at, so there is nothing to review: {1}', locator, verdict.message);
  }
  return undefined;
}

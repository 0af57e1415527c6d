import type { Fragment } from '../../evidence/fragment.ts';
import { parseLocator } from '../../evidence/locator.ts';
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
  if (!target) return { why: `${link.locator} leads to nothing that could be looked at. ${verdict.message}` };
  const isFolder = target.startLine === 0;
  const paths = isFolder ? subject.index.filesIn(target.path) : verdict.targets.map(({ path }) => path);
  const ids = await filesNow(paths, subject);
  for (const [path, oid] of ids) {
    if (subject.history?.submodules.has(path)) continue;
    // The disk may have news that nobody has told of yet.
    subject.contents.forget(path);
    const id = await subject.contents.id(path);
    if (id.kind === 'text' && id.unsaved && !(await subject.contents.savedAs(path, oid))) {
      return {
        why: `${path} has changes that are not saved. Save it first: what is on the disk is reviewed.`,
      };
    }
    if (!('oid' in id) || id.oid !== oid)
      return { why: `${path} was changed this moment. Look at it again.` };
  }
  if (isFolder || verdict.targets.length > 1 || isGlobOf(link, target)) {
    if (ids.size === 0) return { why: `${link.locator} has no files that can be read.` };
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
  if (!blob || !fingerprint) return { why: `${link.locator} cannot be read, so there is nothing to review.` };
  const hasMoved = named?.kind === 'lines' && (named.start !== start || named.end !== end);
  return { facts: { path, blob, ...(hasMoved && { lines: { start, end } }), fingerprint }, ids };
}

/** The part that a link names; of a web address, the part that it names of the path. */
function fragmentOf({ locator }: EvidenceLink, path: string): Fragment | undefined {
  const url = parseRepositoryUrl(locator);
  const parsed = parseLocator(url ? `${path}#${url.fragment ?? ''}` : locator);
  return parsed.kind === 'path' ? parsed.fragment : undefined;
}

/** A pattern that matches one file now may match others tomorrow. */
function isGlobOf({ locator }: EvidenceLink, { path }: Target): boolean {
  const parsed = parseLocator(locator);
  return parsed.kind === 'path' && parsed.form === 'glob' && parsed.path !== path;
}

function whyNot({ link, verdict }: JudgedLink): string | undefined {
  const { locator, cited, expect } = link;
  if (verdict.reason === 'external')
    return `${locator} is a web address, and Warrant does not look at these.`;
  if (!cited) return `${locator} is only mentioned, so it supports nothing. Cite it as evidence first.`;
  if (verdict.state === 'broken' || verdict.state === 'failing') {
    return `${locator} cannot be reviewed before that is mended: ${verdict.message}`;
  }
  if (expect !== undefined) {
    return `${locator} is judged by what it says (\`expect\`), whenever it is made anew; no review of it is needed.`;
  }
  if (verdict.reason === 'in-conflict') {
    return `${locator} cannot be reviewed before its merge conflict is resolved: both sides stand in it. Resolve it and look at it again.`;
  }
  if (!canBeReviewed(link) || verdict.reason === 'unsupported' || verdict.reason === 'too-large') {
    return `${locator} cannot be looked at, so there is nothing to review: ${verdict.message}`;
  }
  return undefined;
}

import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import { configuredPerson } from '../../history/identity.ts';
import { say } from '../../l10n/say.ts';
import { fileOf } from '../../model/file-of.ts';
import { push } from '../../model/multimap.ts';
import { isAhead, reviewKey } from '../../model/newest-reviews.ts';
import { baseName, folderOf } from '../../model/paths.ts';
import type { ReviewRecord } from '../../model/review.ts';
import { unlessGitFails } from '../judging/unread.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';
import { type Subject, repositoryRoot } from '../subject/subject.ts';
import { authorsOf } from './authors.ts';
import { claimFingerprint } from './claim-fingerprint.ts';
import { type EvidenceNow, evidenceNow, sayUnsaved } from './evidence-now.ts';
import { type ReviewContext, withGitOf } from './review-context.ts';
import type { RecordedReview, RefusedReview, ReviewOutcome, ReviewRequest } from './review-request.ts';
import { warnOfIgnored, writeRecords } from './write-records.ts';

/** A link that can be reviewed, with what is recorded of its evidence. */
interface Reviewable {
  readonly one: JudgedCase;
  readonly judged: JudgedLink;
  readonly evidence: EvidenceNow;
  readonly subject: Subject;
}

/** Records that a person judged some links. The files are written one after the other, each wholly or not at all. */
export async function reviewLinks(request: ReviewRequest, context: ReviewContext): Promise<ReviewOutcome> {
  const refused: RefusedReview[] = [];
  const found = await lookAtAll(request, refused, context);
  const first = found[0]?.one.file ?? context.snapshot.claimFiles[0];
  const by = request.by?.trim() || (first && (await personAt(first, context)));
  const nothing = { by: by ?? '', recorded: [], refused, files: [], unwritten: [] };
  if (!by) return { ...nothing, notes: found.length > 0 && first ? [await sayNobody(first, context)] : [] };
  const reviews = await recordsOf(found, by, request.note, context);
  if (request.dryRun) {
    const files = [...new Set(reviews.map(({ file }) => file))];
    return { ...nothing, recorded: reviews, notes: await warnOfIgnored(files, context) };
  }
  return { ...(await writeRecords(reviews, context)), by, refused };
}

/** Why nobody is known to have judged, and what to do. */
async function sayNobody(file: string, { host }: ReviewContext): Promise<string> {
  if (!host.openGit)
    return say(
      'The workspace is not trusted, so git is not asked who you are. Trust the workspace, and review again.',
    );
  if ((await repositoryRoot(folderOf(file), host)) === undefined)
    return say(
      '{0} is not in a git repository, and git is who says who reviews. Make its folder one (git init), or name the reviewer.',
      baseName(file),
    );
  return say(
    'Nothing says who you are. Set user.name and user.email (git config --global user.name "Ada Author"), or name the reviewer.',
  );
}

async function lookAtAll(
  { links }: ReviewRequest,
  refused: RefusedReview[],
  { snapshot, subjects, host, isUnsaved }: ReviewContext,
): Promise<Reviewable[]> {
  const found: Reviewable[] = [];
  const seen = new Set<string>();
  for (const { case: key, link } of links) {
    const one = snapshot.cases.find((candidate) => candidate.key === key);
    const judged = one?.links.get(link);
    const subject = one && subjects.get(one.subject.root);
    const refuse = (why: string): void => void refused.push({ case: key, link, why });
    if (!one || !judged || !subject) {
      refuse(say('This link is not in its claim file any more. Look at it again.'));
      continue;
    }
    const file = fileOf(one, judged.link);
    const evidence = (await isUnsaved(file))
      ? { why: sayUnsaved(baseName(file)) }
      : await evidenceNow(judged, subject, host.digest);
    // Two links of one claim to one place are one.
    const name = `${one.file}\n${linkKey(one, judged)}`;
    if ('why' in evidence) refuse(evidence.why);
    else if (!seen.has(name)) found.push({ one, judged, evidence, subject });
    seen.add(name);
  }
  return found;
}

function linkKey(one: JudgedCase, { link }: JudgedLink): string {
  return reviewKey({ case: one.case.id, node: link.parent, locator: link.locator });
}

async function recordsOf(
  found: readonly Reviewable[],
  by: string,
  note: string | undefined,
  { host, reviewsOf }: ReviewContext,
): Promise<RecordedReview[]> {
  const bySubject = new Map<Subject, Reviewable[]>();
  for (const one of found) push(bySubject, one.subject, one);
  const authors = new Map<Reviewable, readonly string[] | undefined>();
  for (const [subject, some] of bySubject) {
    const asked = some.map(({ judged, evidence: { ids } }) => ({ verdict: judged.verdict, ids }));
    const known = await authorsOf(asked, by, subject);
    some.forEach((one, at) => authors.set(one, known[at]));
  }
  return Promise.all(
    found.map(async (reviewed) => {
      const { one, judged, evidence, subject } = reviewed;
      const { link, verdict } = judged;
      const before = (await reviewsOf(one.file)).get(linkKey(one, judged));
      const wrote = authors.get(reviewed);
      const record: ReviewRecord = {
        case: one.case.id,
        node: link.parent,
        locator: link.locator,
        commit: subject.facts.head,
        ...evidence.facts,
        claim: claimFingerprint(one.nodes.get(link.parent)?.node.text ?? '', host.digest),
        ...(wrote && { authors: wrote }),
        by,
        at: momentAfter(before, host.clock.now()),
        ...(note?.trim() && { note: note.trim() }),
      };
      return { case: one.key, link: link.key, file: reviewFileOf(one.file), record, before: verdict };
    }),
  );
}

/**
 * Now, in whole seconds; behind the review before, whose clock may have been somewhat ahead, as of two the later counts. One that is dated in the
 * future does not count beside this one.
 */
function momentAfter(before: ReviewRecord | undefined, now: Date): string {
  const earliest = before && !isAhead(before, now) ? Date.parse(before.at) + 1000 : 0;
  const moment = new Date(Math.max(now.getTime(), earliest));
  return `${moment.toISOString().slice(0, 19)}Z`;
}

function personAt(file: string, context: ReviewContext): Promise<string | undefined> {
  return unlessGitFails(withGitOf(file, context, configuredPerson), undefined);
}

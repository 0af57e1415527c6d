import { say } from '../l10n/say.ts';
import type { LinkName, RecordedReview, RefusedReview } from '../project/reviews/review-request.ts';
import { reviewQuestion } from '../service/reviewable.ts';
import { toUri } from '../service/uris.ts';
import type {
  JudgedAsSeen,
  ReviewAnswer,
  ReviewItem,
  ReviewQuestion,
  ReviewTarget,
} from '../service/views.ts';
import type { Session } from './session.ts';

/** What to ask about some targets, with what a person sees of each now. */
export async function askAboutReview(
  session: Session,
  targets: readonly ReviewTarget[],
): Promise<ReviewQuestion> {
  const question = reviewQuestion(session.lookup(), targets, session.now());
  const links = question.items.flatMap(({ target }) => linkName(target));
  const { by, recorded, notes } = await session.wouldReview(links);
  if (by === '' && notes.length > 0) return { ...question, refused: notes.join(' ') };
  const seen = new Map(recorded.map((one) => [nameOf(one), meaningOf(one)]));
  const items = question.items.map((item): ReviewItem => {
    const meaning = seen.get(nameOf(item.target));
    return meaning === undefined ? item : { ...item, seen: meaning };
  });
  return { ...question, items };
}

/** Records what a person judged, but for what became something else since they were asked. */
export async function recordReview(
  session: Session,
  targets: readonly JudgedAsSeen[],
  note: string | undefined,
): Promise<ReviewAnswer> {
  const links = targets.flatMap(linkName);
  const now = new Map(
    (await session.wouldReview(links)).recorded.map((one) => [nameOf(one), meaningOf(one)]),
  );
  const seen = new Map(targets.map((target) => [nameOf(target), target.seen]));
  const isAsSeen = (link: LinkName): boolean => {
    const [before, after] = [seen.get(nameOf(link)), now.get(nameOf(link))];
    return before === undefined || after === undefined || before === after;
  };
  const refused = links.filter((link) => !isAsSeen(link)).map((link) => sayChanged(session, link));
  const outcome = await session.review(links.filter(isAsSeen), note);
  session.request('check');
  const [first] = outcome.recorded;
  return {
    by: outcome.by,
    recorded: outcome.recorded.length,
    ...(first && { file: toUri(first.file) }),
    refused: [...new Set([...refused, ...outcome.refused.map(({ why }: RefusedReview) => why)])],
    notes: [...outcome.unwritten, ...outcome.notes],
  };
}

function linkName({ case: key, link }: ReviewTarget): LinkName[] {
  return link === undefined ? [] : [{ case: key, link }];
}

function nameOf({ case: key, link = '' }: ReviewTarget): string {
  return JSON.stringify([key, link]);
}

function meaningOf({ record: { fingerprint, claim, blob, files } }: RecordedReview): string {
  return JSON.stringify([fingerprint, claim, blob, files]);
}

function sayChanged(session: Session, { case: key, link }: LinkName): string {
  const locator = session.lookup().caseOf(key)?.links.get(link)?.link.locator ?? say('The evidence');
  return say('{0} or its claim changed while you looked at it. Look at it again.', locator);
}

import type { Connection } from 'vscode-languageserver';
import { message, say } from '../l10n/say.ts';
import { challengeEdits, challengeSubject } from '../service/challenge.ts';
import { codeActions } from '../service/code-actions/code-actions.ts';
import { commentActions } from '../service/code-actions/comment-actions.ts';
import { reviewQuestion, targetsAt } from '../service/reviewable.ts';
import { summarizeSnapshot } from '../service/summary.ts';
import { toFile, toUri } from '../service/uris.ts';
import type {
  ChallengeAnswer,
  ChallengeSubject,
  ReviewAnswer,
  ReviewQuestion,
  ReviewTarget,
} from '../service/views.ts';
import {
  type AskedParams,
  CHALLENGE,
  CHALLENGE_SUBJECT,
  type ChallengeParams,
  REVIEW,
  REVIEW_QUESTION,
  type ReviewParams,
  WAITING_REVIEWS,
} from './protocol.ts';
import { changes } from './changes.ts';
import { partsIn } from './narrowing.ts';
import { reader } from './reading-features.ts';
import { askAboutReview, recordReview } from './record-review.ts';
import type { Session } from './session.ts';

/**
 * Answers what has to do with judging evidence: quick fixes, reviews and challenges.
 *
 * @param textOf what the editor holds of a document
 */
export function registerReviewFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
): void {
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const [current, file] = [session(), toFile(uri)];
    if (!current || file === undefined) return [];
    const lookup = current.lookup();
    const parts = await partsIn(current, lookup, file, range);
    const text = textOf(uri);
    const comments =
      text === undefined
        ? []
        : await commentActions(lookup, file, range, {
            diagnostics: context.diagnostics,
            text,
            claimTextOf: (claimFile) => current.claimText(claimFile, textOf(toUri(claimFile))),
            placesIn: reader(current),
          });
    if (comments.length > 0) return comments;
    const claimText = current.claimText(file, text);
    return [
      ...codeActions(lookup, file, range, context.diagnostics, claimText, (link) => parts.get(link) ?? []),
      ...(await changes(current, lookup, file, range, textOf)),
    ];
  });
  connection.onRequest(REVIEW_QUESTION, async (asked: AskedParams): Promise<ReviewQuestion | null> => {
    const current = session();
    return current ? askAboutReview(current, targetsOf(current, asked)) : null;
  });
  connection.onRequest(WAITING_REVIEWS, (): ReviewQuestion | null => {
    const current = session();
    if (!current) return null;
    const lookup = current.lookup();
    const cases = lookup.snapshot.cases.map(({ key }) => ({ case: key }));
    const question = reviewQuestion(lookup, cases, current.now());
    if (question.items.length > 0) return question;
    const { notices } = summarizeSnapshot(lookup.snapshot);
    return notices.length > 0 ? { ...question, refused: notices.join(' ') } : question;
  });
  connection.onRequest(REVIEW, async ({ targets, note }: ReviewParams): Promise<ReviewAnswer> => {
    const current = session();
    if (!current) return { by: '', recorded: 0, refused: [say(NOT_STARTED)], notes: [] };
    return recordReview(current, targets, note);
  });
  connection.onRequest(CHALLENGE_SUBJECT, (asked: AskedParams): ChallengeSubject | null => {
    const current = session();
    const target = current && targetsOf(current, asked)[0];
    return (target && challengeSubject(current.lookup(), target)) ?? null;
  });
  connection.onRequest<ChallengeAnswer, unknown>(
    CHALLENGE,
    ({ target, words }: ChallengeParams): ChallengeAnswer => {
      const current = session();
      if (!current) return { refused: say(NOT_STARTED) };
      return challengeEdits(current.lookup(), target, words, (file) =>
        current.claimText(file, textOf(toUri(file))),
      );
    },
  );
}

const NOT_STARTED = message('The Warrant server has not started yet. Try again in a moment.');

function targetsOf(session: Session, asked: AskedParams): readonly ReviewTarget[] {
  if ('targets' in asked) return asked.targets;
  const file = toFile(asked.uri);
  return file === undefined ? [] : targetsAt(session.lookup(), file, asked.position);
}

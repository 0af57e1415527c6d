import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import { message, say, sayCount } from '../../l10n/say.ts';
import { fileOf } from '../../model/file-of.ts';
import type { Finding, Related } from '../../model/finding.ts';
import { baseName } from '../../model/paths.ts';
import { listNames, sayDate } from '../../model/phrases.ts';
import { nameOfPerson } from '../judging/reviewed/reviewed.ts';
import type { LostReview, LostReviews, NewName } from './lost-reviews.ts';

/** How many names stand in a sentence, and to how many places a finding leads. */
const MOST_NAMES = 3;

/**
 * `review-without-link`: says of a review file which of its reviews are of no link, who made the last of them, and what to do. It is a warning where
 * a claim was renamed, which is seen by its text and evidence; that a link was removed is no more than worth knowing.
 */
export function lostFinding({ file: reviewFile, stray, lost }: LostReviews, now: Date): Finding {
  const { file, records, ranges } = reviewFile;
  const last = lost.reduce((a, b) => (Date.parse(b.record.at) >= Date.parse(a.record.at) ? b : a)).record;
  const renamed = lost.filter(isRenamed);
  const head = (stray ? sayStray : sayOfNoLink)(
    lost.length,
    baseName(file),
    listNames(lost.map(nameThen), MOST_NAMES),
    nameOfPerson(last.by),
    sayDate(last.at, now),
  );
  const isAllRenamed = renamed.length === lost.length;
  const advice = [...sayRenamed(renamed, stray), ...(isAllRenamed ? [] : [say(stray ? STRAY : GONE)])];
  return {
    rule: 'review-without-link',
    severity: renamed.length > 0 ? 'warning' : 'information',
    message: [head, ...advice].join(' '),
    file,
    range: ranges[records.indexOf(last)]!,
    ...(renamed.length > 0 && { related: renamed.slice(0, MOST_NAMES).map(placeOf) }),
  };
}

function sayStray(number: number, file: string, links: string, by: string, when: string): string {
  return sayCount(
    number,
    'No claim file has the 1 review in {1}: {2}, last reviewed by {3} on {4}.',
    'No claim file has the {0} reviews in {1}: {2}, last reviewed by {3} on {4}.',
    file,
    links,
    by,
    when,
  );
}

function sayOfNoLink(number: number, file: string, links: string, by: string, when: string): string {
  return sayCount(
    number,
    '1 review in {1} is of no link: {2}, last reviewed by {3} on {4}.',
    '{0} reviews in {1} are of no link: {2}, last reviewed by {3} on {4}.',
    file,
    links,
    by,
    when,
  );
}

const STRAY = message(
  'If the claim file was renamed, rename this one like it; if it was removed, remove this one, too.',
);
const GONE = message(
  'If a claim was renamed or a locator changed, review the evidence anew, or give the claim its old id again; if a link was removed on purpose, its lines here can go.',
);

type Renamed = LostReview & { readonly newName: NewName };

function isRenamed(one: LostReview): one is Renamed {
  return one.newName !== undefined;
}

function sayRenamed(renamed: readonly Renamed[], stray: boolean): string[] {
  if (renamed.length === 0) return [];
  const files = [...new Set(renamed.map(({ newName }) => reviewFileOf(newName.home.file)))];
  const cases = pairs(renamed, ({ record, newName }) => [record.case, newName.home.case.id]);
  const nodes = pairs(renamed, ({ record, newName }) => [
    `${record.case}/${record.node}`,
    `${newName.home.case.id}/${newName.link.parent}`,
  ]);
  const isCase = renamed.every(({ record, newName }) => record.node === newName.link.parent);
  const isOnlyFile = isCase && cases.length === 0;
  const what = isOnlyFile
    ? []
    : [isCase ? say('The case {0}.', listNames(cases, MOST_NAMES)) : `${listNames(nodes, MOST_NAMES)}.`];
  const move = stray
    ? [
        say(
          'Their claims are in another file now: move the lines to {0}.',
          listNames(files.map(baseName), MOST_NAMES),
        ),
      ]
    : [];
  const id = isOnlyFile ? [] : [say('Give it its old id again, or review the evidence by its new name.')];
  return [...what, ...move, ...id];
}

/** `C1 is called C7 now`, each once; nothing of what kept its name. */
function pairs(
  renamed: readonly Renamed[],
  namesOf: (one: Renamed) => readonly [before: string, now: string],
): string[] {
  const said = renamed.flatMap((one) => {
    const [before, now] = namesOf(one);
    return before === now ? [] : [say('{0} is called {1} now', before, now)];
  });
  return [...new Set(said)];
}

/** A locator is mostly shorter, in characters. */
const LONGEST_NAME = 120;

function nameThen({ record: { case: id, node, locator } }: LostReview): string {
  const name = `${id}/${node} ${locator}`;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function placeOf({ newName: { home, link } }: Renamed): Related {
  const message = `${home.case.id}/${link.parent} ${link.locator}`;
  return { message, place: { kind: 'claim-file', file: fileOf(home, link), range: link.range } };
}

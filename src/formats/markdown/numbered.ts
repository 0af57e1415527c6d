import type { Draft } from './drafts.ts';
import { itemsAround } from './outline.ts';
import type { Senses } from './senses.ts';

const HEADING_NUMBER = /^(\d{1,3})[.):]?\s/;
const SMALLEST_LIST = 2;

/**
 * Plain numbers as ids: where headings of an argument about threats are numbered just as the one numbered list of threats is, `### 2. …` argues
 * about the second of them.
 */
export function withNumbers(drafts: readonly Draft[], senses: Senses): Draft[] {
  const answers = drafts.filter((draft) => isNumberedAnswer(draft, senses));
  const list = answers.length >= SMALLEST_LIST ? onlyNumberedList(drafts) : undefined;
  const numbers = new Set(answers.map(numberOfHeading));
  if (!list || numbers.size !== answers.length || !list.every((_draft, index) => numbers.has(index + 1)))
    return [...drafts];
  const ids = new Map(list.map((draft, index) => [draft, String(index + 1)]));
  const about = new Map(answers.map((draft) => [draft, String(numberOfHeading(draft))]));
  const numbered = new Map<Draft, Draft>();
  for (const [draft, id] of ids) numbered.set(draft, { ...draft, id });
  for (const [draft, subject] of about) numbered.set(draft, { ...draft, about: subject });
  return drafts.map((draft) => {
    const main = draft.within && numbered.get(draft.within);
    return main ? { ...draft, within: main } : (numbered.get(draft) ?? draft);
  });
}

/** A numbered heading that is a claim, in a section that says it goes through the threats. */
function isNumberedAnswer(draft: Draft, senses: Senses): boolean {
  const { entry, kind, id } = draft;
  if (entry.form !== 'heading' || kind !== 'claim' || id !== undefined) return false;
  const { parent } = entry.section;
  const argues = parent !== undefined && senses.get(parent)?.attaches === true;
  return (
    argues &&
    /\b(?:threat|risk|attack)s?\b/i.test(parent.heading?.line.text ?? '') &&
    numberOfHeading(draft) > 0
  );
}

function numberOfHeading({ entry }: Draft): number {
  return entry.form === 'heading' ? Number(HEADING_NUMBER.exec(entry.line.text)?.[1] ?? 0) : 0;
}

/** The threats of the one list of the document that numbers them from 1; undefined where there is none, or several. */
function onlyNumberedList(drafts: readonly Draft[]): Draft[] | undefined {
  const lists = new Map<object, Draft[]>();
  for (const draft of drafts) {
    const { entry, kind, id, within } = draft;
    const [item] = itemsAround(entry.item);
    if (kind !== 'threat' || id !== undefined || within || entry.form !== 'item' || !item?.number) continue;
    const list = lists.get(item.list) ?? [];
    lists.set(item.list, list);
    list.push(draft);
  }
  const [only, ...others] = lists.values();
  return only && others.length === 0 && only.every(({ entry }, index) => entry.item?.number === index + 1)
    ? only
    : undefined;
}

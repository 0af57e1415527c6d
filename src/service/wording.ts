import { type Message, message, say, sayCount } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { KIND_LABELS } from '../model/kinds.ts';
import type { Counts } from '../model/propagate.ts';
import type { NodeState } from '../model/state.ts';

/** The longest a title gets where it shares a line with others, in characters. */
const SHORT_TITLE = 60;

/** What names a node on one line: its id and text, or the text alone where the id was made up from it. */
export function nodeTitle({ id, text, derived }: CaseNode): string {
  return derived || text === '' ? text || id : `${id} ${text}`;
}

/** The same, cut at the end of a word to fit beside others. */
export function shortTitle(node: CaseNode): string {
  return cutAtWord(nodeTitle(node).replace(/\.$/, ''), SHORT_TITLE);
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

/** The longest name of a node that has no id, in characters. */
const BRIEF_NAME = 30;

/** What stands for a node among others: its id or, where its author gave it none, the beginning of its text in quotes. */
export function briefName({ id, text, derived }: CaseNode): string {
  if (!derived || text === '') return id;
  return say('“{0}”', cutAtWord(text.replace(/\.$/, ''), BRIEF_NAME));
}

/** A node's kind, as people say it. */
export function kindLabel({ kind }: CaseNode): string {
  return say(KIND_LABELS[kind]);
}

/** What a state means for the node that has it: to be said behind the node's name, as what is true of it. */
export const STATE_WORDS: Readonly<Record<NodeState, Message>> = {
  broken: message('rests on a link that is broken'),
  failing: message('rests on evidence that speaks against it'),
  stale: message('rests on evidence that changed since it was judged'),
  challenged: message('is attacked, or rests on what is attacked, and nothing answers that'),
  undeveloped: message('has no support yet, or rests on what has none'),
  unreviewed: message('rests on evidence that nobody has judged yet'),
  unknown: message('rests on something that could not be judged'),
  current: message('holds, as all evidence below is current'),
};

/** `3 of 5 links current, 1 of 2 defeaters answered`; empty where there is nothing to count. */
export function sayCounts({ evidence, current, defeaters, answered }: Counts): string {
  const parts: string[] = [];
  if (evidence > 0)
    parts.push(sayCount(evidence, '{1} of {0} link current', '{1} of {0} links current', current));
  if (defeaters > 0)
    parts.push(
      sayCount(defeaters, '{1} of {0} defeater answered', '{1} of {0} defeaters answered', answered),
    );
  return parts.join(', ');
}

/** Makes text safe to stand in Markdown as just text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$]/g, '\\$&').replace(/\s+/g, ' ');
}

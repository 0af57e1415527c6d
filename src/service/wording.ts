import type { CaseNode } from '../model/case.ts';
import { KIND_LABELS } from '../model/kinds.ts';
import { count } from '../model/phrases.ts';
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
  const title = nodeTitle(node).replace(/\.$/, '');
  if (title.length <= SHORT_TITLE) return title;
  const cut = title.slice(0, SHORT_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT_TITLE / 2))}…`;
}

/** A node's kind, as people say it. */
export function kindLabel({ kind }: CaseNode): string {
  return KIND_LABELS[kind];
}

/** What a state means for the node that has it, in few words. */
export const STATE_WORDS: Readonly<Record<NodeState, string>> = {
  broken: 'rests on a link that is broken',
  failing: 'rests on evidence that speaks against it',
  stale: 'rests on evidence that changed since it was judged',
  challenged: 'has a rebuttal, undercut or undermine that nothing answers',
  undeveloped: 'has nothing that supports it yet',
  unreviewed: 'rests on evidence that nobody has judged yet',
  unknown: 'rests on evidence that could not be judged',
  current: 'holds: all evidence below is current',
};

/** `3 of 5 links current, 1 of 2 defeaters answered`; empty where there is nothing to count. */
export function sayCounts({ evidence, current, defeaters, answered }: Counts): string {
  const parts: string[] = [];
  if (evidence > 0) parts.push(`${current} of ${count(evidence, 'link')} current`);
  if (defeaters > 0) parts.push(`${answered} of ${count(defeaters, 'defeater')} answered`);
  return parts.join(', ');
}

/** Makes text safe to stand in Markdown as just text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$]/g, '\\$&').replace(/\s+/g, ' ');
}

import type { DiagramNode } from '../../model/diagram.ts';
import { stateWord } from '../../model/state-words.ts';

/** The keys of the nodes whose id, kind, text or state holds all words of a query, in order; none for an empty query. Letter case makes no difference. */
export function searchNodes(nodes: readonly DiagramNode[], query: string): string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return nodes.flatMap((node) => {
    const text =
      `${node.id} ${node.label} ${node.text} ${node.given ? '' : stateWord(node.state)}`.toLowerCase();
    return words.every((word) => text.includes(word)) ? [node.key] : [];
  });
}

/** The match behind (or before) the one that is selected, around the end; undefined where nothing matches. */
export function nextMatch(
  matches: readonly string[],
  selected: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = selected === undefined ? -1 : matches.indexOf(selected);
  if (at < 0) return matches.at(step === 1 ? 0 : -1);
  return matches.at((at + step) % matches.length);
}

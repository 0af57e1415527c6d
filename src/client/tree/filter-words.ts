import { type TreeMatches, type TreeOptions, isFiltering } from '../../server/protocol.ts';
import { say, sayCount } from '../../l10n/say.ts';
import { stateWord } from '../../model/state-words.ts';

/** What the view says of a filter, above the items: what is shown, how much that is, and how to see the rest. Undefined without a filter. */
export function sayFilter(options: TreeOptions, matches: TreeMatches | undefined): string | undefined {
  if (!isFiltering(options)) return undefined;
  const what = say('Only what {0}', sayParts(options));
  if (!matches) return `${what}.`;
  if (matches.matches === 0)
    return sayCount(
      matches.of,
      '{1}: that is nothing of {0} item. Clear Filter, in the title above, shows all.',
      '{1}: that is nothing of {0} items. Clear Filter, in the title above, shows all.',
      what,
    );
  return sayCount(matches.of, '{1}: {2} of {0} item.', '{1}: {2} of {0} items.', what, matches.matches);
}

/** `is stale or broken, has “TLS” in it and is by Ada`. */
function sayParts({ attention = false, states = [], text, owners = [] }: TreeOptions): string {
  const parts = [
    attention ? say('needs attention') : '',
    states.length > 0 ? say('is {0}', either(states.map(stateWord))) : '',
    text === undefined ? '' : say('has “{0}” in it', text),
    owners.length > 0 ? say('is by {0}', either(owners)) : '',
  ].filter(Boolean);
  return parts.length < 2 ? parts.join('') : say('{0} and {1}', parts.slice(0, -1).join(', '), parts.at(-1)!);
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : say('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}

/** What stands beside the view's title, where there is little room: how many cases there are, or how the tree is arranged if that is not by case. */
export function sayArrangement(cases: string | undefined, { groupBy }: TreeOptions): string | undefined {
  if (cases === undefined || groupBy === undefined || groupBy === 'case') return cases;
  return groupBy === 'state' ? say('by state') : say('by standard');
}

/** What stands in the place of an empty tree that no filter makes empty. */
export function sayEmpty({ groupBy }: TreeOptions): string | undefined {
  return groupBy === 'standard'
    ? say(
        'No claim says which requirement of a standard it satisfies (satisfies: in YAML). Group by Case shows all.',
      )
    : undefined;
}

/** Where words stand in a label, as offsets: each place once, in order, none in another. Letter case does not matter. */
export function placesOf(words: string, label: string): [start: number, end: number][] {
  const folded = label.toLowerCase();
  // Where another case of a letter is longer, what stands behind it would be marked in the wrong place.
  if (folded.length !== label.length) return [];
  const found: [number, number][] = [];
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let last = 0;
  return found.filter(([start, end]) => {
    const isFree = start >= last;
    if (isFree) last = end;
    return isFree;
  });
}

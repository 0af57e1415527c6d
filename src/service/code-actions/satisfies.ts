import { say } from '../../l10n/say.ts';
import { isSupportable } from '../../model/kinds.ts';
import { addSatisfied } from '../../project/editing/edit-node.ts';
import type { Standard } from '../../model/standard.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { briefName } from '../wording.ts';
import type { EditActions } from './edit-request.ts';

/** How many requirements are offered. */
const MOST = 3;
/** Shorter titles are words of any sentence, in characters. */
const SHORTEST = 8;

/** Says of a claim that it satisfies a requirement that its text names, by its id or its title. */
export const satisfiesAction: EditActions = ({ spot, lookup, claimText }) => {
  const node = spot?.node.node;
  if (!spot || !node || !isSupportable(node.kind)) return [];
  const known = new Set(node.satisfies.map(({ requirement }) => requirement));
  const named = namedIn(node.text, lookup.snapshot.standards).filter(({ name }) => !known.has(name));
  return named.slice(0, MOST).flatMap(({ name, title }) => {
    const edit = addSatisfied(spot.case, spot.node, name, claimText);
    if (!edit) return [];
    return [
      {
        title: say('{0} satisfies {1}', briefName(node), `${name} ${title}`),
        kind: 'refactor.rewrite',
        edit: workspaceEdit([edit]),
      },
    ];
  });
};

function namedIn(text: string, standards: readonly Standard[]): { name: string; title: string }[] {
  const said = text.toLowerCase();
  const stands = (words: string): boolean => {
    const at = said.indexOf(words.toLowerCase());
    return at >= 0 && !/[\p{L}\p{N}]/u.test((said[at - 1] ?? ' ') + (said[at + words.length] ?? ' '));
  };
  const named = standards.flatMap((standard) =>
    standard.requirements.flatMap(({ id, title }) => {
      const name = `${standard.id}:${id}`;
      const isNamed = stands(name) || (title.length >= SHORTEST && stands(title));
      return isNamed ? [{ name, title }] : [];
    }),
  );
  // `Broken Access Control` does not mean `Access control`.
  const isPartOf = (one: string, other: string): boolean =>
    other.length > one.length && other.toLowerCase().includes(one.toLowerCase());
  return named.filter(({ title }) => !named.some((other) => isPartOf(title, other.title)));
}

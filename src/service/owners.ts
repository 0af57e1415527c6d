import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';

/*
 * Who answers for a part of an argument, as far as it says so or git does: whoever reviewed a link last, else whoever wrote the lines that make it
 * (and so judged the evidence as it was then); of a node also its `owner:`, and whoever accepted its residual risk.
 */

/** Who judged a link last, by name; undefined where nobody did, or nobody can say. */
export function ownerOfLink({ verdict: { review, baseline } }: JudgedLink): string | undefined {
  const name = nameOf(review?.by ?? baseline?.author ?? '');
  return name === '' ? undefined : name;
}

/** Who answers for a node, by name, each once: its owner, who accepted it, and who judged the links directly below it. */
export function ownersOfNode(one: JudgedCase, { node, links }: JudgedNode): readonly string[] {
  const owners = new Set<string>();
  for (const { name, value } of node.fields) if (name === 'owner') owners.add(nameOf(value));
  if (node.accepted?.by !== undefined) owners.add(nameOf(node.accepted.by));
  for (const key of links) {
    const link = one.links.get(key);
    owners.add((link && ownerOfLink(link)) ?? '');
  }
  owners.delete('');
  return [...owners];
}

/** `Ada Author` of `Ada Author <ada@example.org>`. */
function nameOf(person: string): string {
  const mail = person.indexOf('<');
  return (mail > 0 ? person.slice(0, mail) : person).trim();
}

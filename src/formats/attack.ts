/**
 * The nodes that speak against the argument because what they support does. Nodes below a defeater answer it, so one that supports it instead
 * must not stay a claim or evidence.
 *
 * @param attacks whether a node speaks against what it hangs under
 * @param supports whether a node speaks for what it hangs under, as claims and evidence do
 */
export function attackers<Node>(
  nodes: readonly Node[],
  parentOf: ReadonlyMap<Node, Node>,
  attacks: (node: Node) => boolean,
  supports: (node: Node) => boolean,
): ReadonlySet<Node> {
  const known = new Map<Node, boolean>();
  const judge = (node: Node): boolean | undefined => {
    if (known.has(node)) return known.get(node);
    if (attacks(node)) return true;
    return supports(node) && parentOf.has(node) ? undefined : false;
  };
  for (const start of nodes) {
    const way = [start];
    let answer = judge(start);
    while (answer === undefined) {
      const below = way.at(-1)!;
      // So that a circle, which no tree has, ends here.
      known.set(below, false);
      const above = parentOf.get(below)!;
      answer = judge(above);
      way.push(above);
    }
    for (const node of way) known.set(node, answer);
  }
  return new Set(nodes.filter((node) => known.get(node)));
}

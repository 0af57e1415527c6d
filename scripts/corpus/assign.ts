/** A possible pair; the greater its weight, the sooner it is made. */
export interface Candidate {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** Pairs up greedily, the best first; each side is used once. Of equal weight the earlier wins. Left to right. */
export function assign(candidates: readonly Candidate[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const sorted = [...candidates].sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right);
  for (const { left, right } of sorted) {
    if (pairs.has(left) || taken.has(right)) continue;
    pairs.set(left, right);
    taken.add(right);
  }
  return pairs;
}

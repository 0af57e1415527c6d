import { type NodeKind, isDefeater } from '../../model/kinds.ts';
import type { Branch } from './branches.ts';

/**
 * Whether something that would support its parent stands under a defeater. Here that answers the defeater; in GSN's dialectic extension and in
 * LTAC it would make it stronger, so there it must speak against it.
 */
export function isAnswer(kind: NodeKind, parent: Branch | undefined): boolean {
  return parent !== undefined && isDefeater(parent.node.kind) && SUPPORTS.has(kind);
}

const SUPPORTS: ReadonlySet<NodeKind> = new Set<NodeKind>(['claim', 'control', 'strategy', 'evidence']);

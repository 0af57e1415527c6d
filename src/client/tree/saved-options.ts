import { NODE_STATES, type NodeState } from '../../model/state.ts';
import type { TreeGrouping, TreeOptions } from '../../server/protocol.ts';

const GROUPINGS: ReadonlySet<unknown> = new Set<TreeGrouping>(['case', 'state', 'standard']);

/** What was remembered of a filter and an arrangement, as far as it still makes sense: another version may have written it. Total. */
export function parseOptions(value: unknown): TreeOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { groupBy, states, attention, text, owners } = value as Record<string, unknown>;
  const names = strings(owners);
  const known = strings(states).filter((state): state is NodeState =>
    NODE_STATES.some((one) => one === state),
  );
  return {
    ...(GROUPINGS.has(groupBy) && groupBy !== 'case' && { groupBy: groupBy as TreeGrouping }),
    ...(known.length > 0 && { states: known }),
    ...(attention === true && { attention }),
    ...(typeof text === 'string' && text.trim() !== '' && { text: text.trim() }),
    ...(names.length > 0 && { owners: names }),
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

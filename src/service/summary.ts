import { say } from '../l10n/say.ts';
import { baseName } from '../model/paths.ts';
import type { NodeState } from '../model/state.ts';
import { sayWithoutGit } from '../project/judging/explain.ts';
import type { Snapshot } from '../project/snapshot.ts';
import { toUri } from './uris.ts';
import type { CaseStanding, Summary } from './views.ts';

/** The whole in numbers, and what a person should know of it. */
export function summarizeSnapshot({ cases }: Snapshot): Summary {
  const states: Partial<Record<NodeState, number>> = {};
  let evidence = 0;
  let claims = 0;
  let reviewed = 0;
  const standings: CaseStanding[] = [];
  for (const one of cases) {
    const links: Partial<Record<NodeState, number>> = {};
    claims += one.case.nodes.filter(({ kind }) => kind === 'claim').length;
    for (const { link, verdict } of one.links.values()) {
      if (!link.cited) continue;
      evidence++;
      if (verdict.review) reviewed++;
      states[verdict.state] = (states[verdict.state] ?? 0) + 1;
      links[verdict.state] = (links[verdict.state] ?? 0) + 1;
    }
    const { defeaters, answered } = one.counts;
    standings.push({
      title: one.case.title,
      state: one.state,
      files: one.files.map(toUri),
      links,
      unanswered: defeaters - answered,
      ...(one.unread && { unread: true as const }),
    });
  }
  const attention = (states.broken ?? 0) + (states.failing ?? 0) + (states.stale ?? 0);
  return {
    cases: cases.length,
    claims,
    evidence,
    states,
    attention,
    reviewed,
    standings,
    notices: notices(cases),
  };
}

function notices(cases: Snapshot['cases']): string[] {
  const roots = new Set(cases.map(({ subject }) => subject.root));
  const said = new Set<string>();
  for (const { subject } of cases) {
    if (!subject.withoutGit) continue;
    const notice = sayWithoutGit(subject.withoutGit);
    said.add(roots.size > 1 ? say('{0}: {1}', baseName(subject.root), notice) : notice);
  }
  return [...said];
}

import type { InlayHint } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { EVIDENCE_STATES, type Reason } from '../model/state.ts';
import { type LineIndex, type Range } from '../model/text.ts';
import { summarize } from '../project/judging/explain.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import type { LinkPart } from './file-parts.ts';
import { describeLink } from './hover.ts';
import type { Lookup } from './lookup.ts';

/** How many links of one line a hint speaks of. */
const MOST_LINKS = 3;

/** What is wrong with a locator by itself. The error below it says so, and while somebody types it is wrong all the time. */
const AS_WRITTEN: ReadonlySet<Reason> = new Set(['missing', 'symbol-missing', 'range-outside', 'ambiguous']);

/** The links that a hint is about, to explain it when somebody points at it. */
export interface HintData {
  readonly links: readonly { readonly case: string; readonly link: string }[];
}

/**
 * At the end of each line with cited evidence, in what state it is and since when. Mentions in prose have none.
 *
 * @param file absolute, with `/`
 * @param lines the file as the editor has it
 */
export function inlayHints(
  lookup: Lookup,
  file: string,
  range: Range,
  lines: LineIndex,
  now: Date,
): InlayHint[] {
  const byLine = new Map<number, LinkPart[]>();
  for (const part of lookup.partsIn(file).links) {
    const { line } = part.judged.link.range.end;
    const { link, verdict } = part.judged;
    if (!link.cited || AS_WRITTEN.has(verdict.reason)) continue;
    if (line < range.start.line || line > range.end.line) continue;
    const others = byLine.get(line);
    if (others) others.push(part);
    else byLine.set(line, [part]);
  }
  return [...byLine]
    .filter(([line]) => line < lines.lineCount)
    .sort(([a], [b]) => a - b)
    .map(([line, parts]) => ({
      position: { line, character: lines.line(line).trimEnd().length },
      label: hintLabel(
        parts.map(({ judged }) => judged),
        now,
      ),
      paddingLeft: true,
      data: {
        links: parts.map((part) => ({ case: part.case.key, link: part.judged.link.key })),
      } satisfies HintData,
    }));
}

/** `stale: 2 changes since 3 May`, `current`; of several links the worst first, each once. Since when something holds is said of what was reviewed: of the rest git is asked only where it changed. */
function hintLabel(links: readonly JudgedLink[], now: Date): string {
  const worstFirst = [...links].sort((a, b) => rank(a) - rank(b));
  const said = [...new Set(worstFirst.map(({ verdict }) => summarize(verdict, now)))];
  const hidden = said.length - MOST_LINKS;
  return [...said.slice(0, MOST_LINKS), ...(hidden > 0 ? [say('{0} more', hidden)] : [])].join(' · ');
}

function rank({ verdict }: JudgedLink): number {
  return EVIDENCE_STATES.indexOf(verdict.state);
}

/** Why the links of a hint are as they are: what a hover on each of them says. */
export function explainHint(lookup: Lookup, hint: InlayHint, now: Date): InlayHint {
  const links = (hint.data as HintData | undefined)?.links ?? [];
  const said = links.flatMap(({ case: key, link }) => {
    const one = lookup.caseOf(key);
    const judged = one?.links.get(link);
    return one && judged ? [describeLink(one, judged, now)] : [];
  });
  return said.length === 0
    ? hint
    : { ...hint, tooltip: { kind: 'markdown', value: said.join('\n\n---\n\n') } };
}

import { splitLines } from '../../../evidence/lines.ts';
import type { Comparer, Lines, Version } from '../changes/compare.ts';

/** How much of a symbol's lines it has to share with another, as git has it for files, to be that under a new name. */
const LIKE = 0.5;

/**
 * Whether a symbol has another name in a later version of its file: one name went, the other came, and most of their lines are alike. Both names are as locators
 * have them: `Type.method`.
 */
export async function isRenamed(
  [before, from]: readonly [Version, string],
  [after, to]: readonly [Version, string],
  comparer: Comparer,
): Promise<boolean> {
  const renamed = await calledSo(before, from, to, comparer);
  if (!renamed) return false;
  const place = (version: Version, name: string) => comparer.locate(version, { kind: 'symbol', name });
  const [wasThere, isGone] = [await place(before, from), await place(after, from)];
  const [wasNot, isThere] = [await place(before, to), await place(after, to)];
  if (wasThere.kind !== 'lines' || isThere.kind !== 'lines') return false;
  if (isGone.kind !== 'missing' || wasNot.kind !== 'missing') return false;
  const old = linesOf(renamed, { start: wasThere.startLine, end: wasThere.endLine });
  const now = linesOf(after, { start: isThere.startLine, end: isThere.endLine });
  return alike(old, now) >= LIKE * Math.max(old.length, now.length);
}

/**
 * A version in which a symbol is called by its later name (see `evidence/called-so.ts`); undefined where more than the last part of the name changed, or it is
 * not to be found.
 */
export async function calledSo(
  version: Version,
  from: string,
  to: string,
  comparer: Comparer,
): Promise<Version | undefined> {
  const [old, now] = [from, to].map((name) => /^(?:(.*)([.:]))?([\w$]+)$/s.exec(name));
  if (!old || !now || old[1] !== now[1] || old[2] !== now[2]) return undefined;
  const there = await comparer.locate(version, { kind: 'symbol', name: from });
  if (there.kind !== 'lines') return undefined;
  const renaming = {
    from: old[3]!,
    to: now[3]!,
    owner: old[1]?.split(/[.:]/).at(-1),
    lines: { start: there.startLine, end: there.endLine },
  };
  const text = await comparer.renamed(version, renaming);
  return text === undefined ? undefined : { ...version, oid: `${version.oid} ${from} ${to}`, text };
}

function linesOf({ text }: Version, { start, end }: Lines): string[] {
  return splitLines(text)
    .slice(start - 1, end)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** How many lines two lists have in common. */
function alike(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b) {
    const count = left.get(line) ?? 0;
    if (count > 0) common++;
    left.set(line, count - 1);
  }
  return common;
}

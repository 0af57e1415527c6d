import type { ClaimText } from './claims.ts';
import type { Random } from './random.ts';
import { type Shape, evidenceFiles } from './shape.ts';
import { pathOf, sourceText } from './sources.ts';

/** In how many commits the claims are written, and the evidence that changes changes, however long the history is. */
const CLAIM_COMMITS = 10;
const CHANGING_COMMITS = 40;
const FIRST_SECOND = Date.UTC(2020, 0, 1) / 1000;

type Files = readonly (readonly [path: string, text: string])[];

/**
 * The history of a repository, as `git fast-import` reads it: all code first; in the middle the claims; evidence that changes in forty commits
 * spread over the second half; and every other commit changes a file that is no evidence.
 */
export function* historyStream(
  shape: Shape,
  claims: readonly ClaimText[],
  random: Random,
): Generator<string> {
  const { commits, files } = shape;
  const code = Array.from(
    { length: files },
    (_, file) => [pathOf(file), sourceText(file, 0, random)] as const,
  );
  yield commit(0, [...code, ['src/log.ts', 'export const log = console.log;\n']]);
  const middle = Math.max(1, Math.floor(commits / 2) - CLAIM_COMMITS);
  const step = Math.max(1, Math.floor((commits - middle - CLAIM_COMMITS) / CHANGING_COMMITS));
  const changed = [...changedEvidence(shape, random)];
  const perCommit = Math.ceil(changed.length / CHANGING_COMMITS);
  for (let at = 1; at < commits; at++) {
    const sinceClaims = at - middle - CLAIM_COMMITS;
    if (sinceClaims < 0 && at >= middle) {
      yield commit(
        at,
        part(claims, at - middle).map(({ path, text }) => [path, text]),
      );
    } else if (sinceClaims >= 0 && sinceClaims % step === 0 && changed.length > 0) {
      yield commit(
        at,
        changed.splice(0, perCommit).map((file) => [pathOf(file), sourceText(file, at, random)]),
      );
    } else yield commit(at, [otherFile(shape, at, random)]);
  }
}

function part(claims: readonly ClaimText[], index: number): readonly ClaimText[] {
  return claims.filter((_, i) => i % CLAIM_COMMITS === index);
}

function changedEvidence(shape: Shape, random: Random): Set<number> {
  const limit = evidenceFiles(shape);
  const changed = new Set<number>();
  while (changed.size < Math.min(shape.changedFiles, limit)) changed.add(random.below(limit));
  return changed;
}

function otherFile(shape: Shape, at: number, random: Random): readonly [string, string] {
  const first = evidenceFiles(shape);
  const others = shape.files - first;
  if (others === 0) return ['CHANGES.txt', `Change ${at}.\n`];
  const file = first + random.below(others);
  return [pathOf(file), sourceText(file, at, random)];
}

function commit(at: number, files: Files): string {
  const message = `Change ${at}`;
  const who = `Ada Author <ada@example.org> ${FIRST_SECOND + 3600 * at} +0000`;
  const head = `commit refs/heads/main\nmark :${at + 1}\nauthor ${who}\ncommitter ${who}\n${data(message)}`;
  return `${head}${files.map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`).join('')}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

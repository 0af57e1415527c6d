import { findHeading } from '../../evidence/prose/find-heading.ts';
import { isProse, readProse } from '../../evidence/prose/read-prose.ts';
import { destinationsIn } from '../../formats/editing/markdown-destinations.ts';
import { redirect } from '../../formats/editing/redirect.ts';
import type { Repointing } from '../../formats/editing/repoint-all.ts';
import type { TextEdit } from '../../formats/editing/text-edit.ts';
import { fileOf } from '../../model/file-of.ts';
import { push } from '../../model/multimap.ts';
import { joinPath } from '../../model/paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileEdits, Texts } from './file-edits.ts';
import { pathFrom } from './moved-paths.ts';

/** A document whose headings an edit writes otherwise. */
export interface EditedDocument {
  /** Absolute, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What becomes of the links to headings that are called otherwise. */
export interface FollowedHeadings {
  readonly files: readonly FileEdits[];
  /** Links that cannot be written otherwise. */
  readonly left: readonly { readonly file: string; readonly locator: string }[];
}

interface LinkToHeading extends Repointing {
  /** As it is written now. */
  readonly locator: string;
}

/**
 * The edits by which links still lead to the headings of a document, whose names are made of their words: locators in all claim files, and links in
 * documents that are claim files.
 */
export function followHeadings(
  { cases, claimFiles }: Snapshot,
  document: EditedDocument,
  texts: Texts,
): FollowedHeadings {
  const nameNow = newNames(document);
  if (!nameNow) return { files: [], left: [] };
  const byFile = new Map<string, LinkToHeading[]>();
  for (const one of cases) {
    for (const { link, verdict } of one.links.values()) {
      const hash = link.locator.indexOf('#');
      const [target, ...others] = verdict.targets;
      if (hash < 0 || !target || others.length > 0) continue;
      if (joinPath(one.subject.root, target.path) !== document.file) continue;
      const name = nameNow(link.locator.slice(hash + 1));
      if (name === undefined) continue;
      const wanted = [`${link.locator.slice(0, hash)}#${name}`];
      push(byFile, fileOf(one, link), {
        place: { case: one.case.id, key: link.key },
        wanted,
        locator: link.locator,
      });
    }
  }
  const files: FileEdits[] = [];
  const left: { file: string; locator: string }[] = [];
  for (const file of new Set([...claimFiles, ...byFile.keys()])) {
    const links = byFile.get(file) ?? [];
    if (links.length === 0 && !isProse(file)) continue;
    const found = texts.claimText(file);
    // Drawings are edited in a tool for drawings, which may hold one now.
    const claimText = found?.read.cases[0]?.format === 'drawio' ? undefined : found;
    const { edits, left: missed } = claimText
      ? redirect(
          claimText.text,
          claimText.read,
          links,
          isProse(file) ? destinationsTo(document.file, file, claimText.text, nameNow) : [],
          (other) => claimText.reread(other),
        )
      : { edits: [], left: links };
    if (claimText && edits.length > 0) files.push({ file, text: claimText.text, edits });
    const isMissed = new Set<Repointing>(missed);
    const isLeft = links.filter((link) => isMissed.has(link));
    left.push(...isLeft.map(({ locator }) => ({ file, locator })));
  }
  return { files, left };
}

/** What the heading that a link names is called now; undefined where the link still leads to it. Undefined altogether where none has another name. */
function newNames({
  file,
  before,
  after,
}: EditedDocument): ((fragment: string) => string | undefined) | undefined {
  if (!isProse(file)) return undefined;
  const old = readProse(file, before)?.headings ?? [];
  const now = readProse(file, after)?.headings ?? [];
  if (old.length !== now.length || old.every(({ slug }, i) => slug === now[i]!.slug)) return undefined;
  return (fragment) => {
    const heading = findHeading(old, fragment);
    const same = heading && now[old.indexOf(heading)]!;
    return !same || findHeading(now, fragment) === same ? undefined : same.slug;
  };
}

/** The edits of a document's links to places in another document, or in itself. */
function destinationsTo(
  target: string,
  file: string,
  text: string,
  nameNow: (fragment: string) => string | undefined,
): TextEdit[] {
  return destinationsIn(text).flatMap(({ span, path, written, tail }) => {
    if (!tail.startsWith('#')) return [];
    const there = path === '' ? file : pathFrom(file, path);
    const name = there === target ? nameNow(tail.slice(1)) : undefined;
    return name === undefined
      ? []
      : [{ start: span.start + written.length, end: span.end, newText: `#${name}` }];
  });
}

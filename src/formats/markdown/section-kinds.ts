import type { NodeKind } from '../../model/kinds.ts';
import { push } from '../../model/multimap.ts';
import type { Prefixes } from '../../model/settings.ts';
import { lettersOf } from '../scan.ts';
import type { Draft } from './drafts.ts';
import type { Section } from './outline.ts';
import type { Senses } from './senses.ts';

/** Sections whose headings are nodes of their kind, whatever letters their ids begin with. Below *Mitigations* `T1` is the threat they counter. */
const NAMING: ReadonlySet<NodeKind> = new Set<NodeKind>(['threat', 'asset', 'assumption']);
/** Spoofing, information disclosure, denial of service, elevation of privilege; tampering and repudiation have letters that mean more. */
const STRIDE: ReadonlySet<string> = new Set(['S', 'I', 'D', 'E']);
const ENOUGH = 2;

/**
 * What the heading above says of a node whose kind only the letters of its id told. Of headings it says what they are; of lines it does where
 * the letters in its section are those of STRIDE.
 */
export function withSectionKinds(drafts: readonly Draft[], senses: Senses, prefixes?: Prefixes): Draft[] {
  const stride = strideSections(drafts);
  return drafts.map((draft) => {
    const { entry, guessed, inSectionOf: kind, id = '' } = draft;
    if (!guessed || !kind || kind === draft.kind || !NAMING.has(kind)) return draft;
    if (prefixes?.has(lettersOf(id))) return draft;
    const heading = entry.form === 'heading';
    const section = heading ? entry.section.parent : entry.section;
    if (!section || senses.get(section)?.several) return draft;
    const named = heading || (kind === 'threat' && stride.has(section) && (entry.item?.depth ?? 1) === 1);
    return named ? { ...draft, kind } : draft;
  });
}

/** The sections with ids of at least two of the letters that only STRIDE has. */
function strideSections(drafts: readonly Draft[]): Set<Section> {
  const letters = new Map<Section, string[]>();
  for (const { entry, id, guessed } of drafts) {
    if (guessed && id !== undefined && STRIDE.has(lettersOf(id))) push(letters, entry.section, lettersOf(id));
  }
  return new Set([...letters].flatMap(([section, all]) => (new Set(all).size >= ENOUGH ? [section] : [])));
}

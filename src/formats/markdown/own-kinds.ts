import type { NodeKind } from '../../model/kinds.ts';
import type { LineEntry } from './outline.ts';

const ASSUMED =
  /\b(?:assum(?:e[sd]?|ing|ptions?)|trust(?:s|ed)|rel(?:y|ies|ied) (?:on|upon)|must|expected to|is required to)\b/i;
/** Among trust boundaries: who is trusted, not where trust ends. */
const TAKEN =
  /\bassum(?:e[sd]?|ing|ptions?)\b|(?<!un|not |partly |partially )\btrusted(?: to\b|$| (?:at|when|while|because|by|not to)\b)/i;
const LIMITED =
  /\b(?:(?:does|do|can|will) not|doesn't|don't|cannot|can't|won't) (?:yet )?(?:protect|cover|defend|detect|prevent|support|address|handle|guarantee|mitigate|verify|validate|check|stop)|\bnot (?:yet |fully |currently |re-?)?(?:covered|supported|implemented|verified|validated|tested|checked|mitigated|protected|addressed|enforced|detected)\b|\bno (?:protection|guarantee|defen[cs]e|coverage)\b/i;

/**
 * What an item is of the kinds that its heading names together, as *Assumptions and limitations* does: what is taken for granted is an
 * assumption, and what does not hold a limitation. The first kind where its words tell neither, or both.
 */
export function ownKind(
  { line }: LineEntry,
  first: NodeKind,
  { kinds }: { readonly kinds?: readonly NodeKind[] },
): NodeKind {
  if (!kinds?.includes('assumption')) return first;
  const beginning = line.text.split(/[.:;](?:\s|$)/, 1)[0]!;
  if (first === 'context') return TAKEN.test(beginning) ? 'assumption' : first;
  if (!kinds.includes('rebuttal')) return first;
  const [assumed, limited] = [ASSUMED.test(beginning), LIMITED.test(beginning)];
  if (assumed === limited) return first;
  return assumed ? 'assumption' : 'rebuttal';
}

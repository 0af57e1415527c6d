import { push } from './multimap.ts';
import type { Range } from './text.ts';

/** One requirement of a standard, or a chapter that holds requirements. */
export interface Requirement {
  /** Unique within the standard: `A03`, `V1`, `8.25`. */
  readonly id: string;
  readonly title: string;
  /** The id of the chapter it stands in. */
  readonly parent?: string;
  /** Where its id is written in the standard's file. */
  readonly range?: Range;
}

/** A standard that claims say they satisfy requirements of. */
export interface Standard {
  /** By which cases name it, as in `OWASP-2021:A03`; holds no colon. */
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  /** Where it is published. */
  readonly url?: string;
  /** In the order of the standard; a chapter stands before what it holds. */
  readonly requirements: readonly Requirement[];
  /** Only chapters are listed: `V3.4.1` is known by standing below `V3`. */
  readonly partial?: boolean;
  /** Absolute path of the file it was read from, with `/`; none for the standards that ship with the product. */
  readonly file?: string;
}

/** A requirement with the standard it belongs to. */
export interface FoundRequirement {
  readonly standard: Standard;
  readonly requirement: Requirement;
}

/** The parts of `OWASP-2021:A03`; undefined for a text that does not name both. */
export function splitRequirement(name: string): { standard: string; requirement: string } | undefined {
  const colon = name.indexOf(':');
  if (colon < 1 || colon === name.length - 1) return undefined;
  return { standard: name.slice(0, colon).trim(), requirement: name.slice(colon + 1).trim() };
}

/** The name by which cases refer to a requirement: `OWASP-2021:A03`. */
export function requirementName(standard: Standard, requirement: Requirement): string {
  return `${standard.id}:${requirement.id}`;
}

/** The standard with this id; letter case matters. */
export function findStandard(standards: readonly Standard[], id: string): Standard | undefined {
  return standards.find((standard) => standard.id === id);
}

/**
 * The requirement that a name such as `OWASP-2021:A03` stands for; letter case matters. Where a standard lists chapters only, `ASVS-5.0:V3.4.1`
 * is found by its chapter, under its own id and without a title.
 */
export function findRequirement(standards: readonly Standard[], name: string): FoundRequirement | undefined {
  const parts = splitRequirement(name);
  const standard = parts && findStandard(standards, parts.standard);
  const requirement = standard && requirementOf(standard, parts.requirement);
  return requirement && { standard, requirement };
}

function requirementOf({ requirements, partial }: Standard, id: string): Requirement | undefined {
  const listed = requirements.find((one) => one.id === id);
  if (listed || !partial || !/^[\w.-]{1,40}$/.test(id)) return listed;
  const chapter = requirements.findLast((one) => id.startsWith(`${one.id}.`));
  return chapter && { id, title: '', parent: chapter.id };
}

/** The chapters and requirements directly below each chapter, by its id; those at the top under undefined. */
export function requirementsByParent(standard: Standard): Map<string | undefined, Requirement[]> {
  const below = new Map<string | undefined, Requirement[]>();
  for (const requirement of standard.requirements) push(below, requirement.parent, requirement);
  return below;
}

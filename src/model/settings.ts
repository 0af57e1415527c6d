import type { Severity } from './finding.ts';
import type { NodeKind } from './kinds.ts';
import type { ReviewPolicy } from './review.ts';
import type { Range } from './text.ts';

/** How loud a rule is. */
export const RULE_LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const;

export type RuleLevel = Severity | 'off';

/** A path or glob in a settings file, relative to its folder. */
export interface SettingsPath {
  readonly path: string;
  readonly range: Range;
}

/** What the letters before the number of an id mean: `R` is a rebuttal here and a requirement there. */
export type Prefixes = ReadonlyMap<string, NodeKind>;

/** What a person set in `warrant.yaml`. */
export interface Settings {
  /** Absolute path, with `/`. */
  readonly file: string;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Further files that are read as cases. */
  readonly cases: readonly SettingsPath[];
  /** Files with standards. */
  readonly standards: readonly SettingsPath[];
  /** In all documents. */
  readonly prefixes: Prefixes;
  /** In the documents that a glob matches; later entries win. */
  readonly prefixesOf: readonly { readonly glob: string; readonly prefixes: Prefixes }[];
  readonly reviews: ReviewPolicy;
}

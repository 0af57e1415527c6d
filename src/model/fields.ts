/** What may be said of a node besides its text, by the name of its key in YAML. */
export const FIELD_NAMES = [
  'entryPoints',
  'impact',
  'likelihood',
  'scope',
  'implementation',
  'owner',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** What a person calls a field. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  entryPoints: 'Entry points',
  impact: 'Impact',
  likelihood: 'Likelihood',
  scope: 'Scope',
  implementation: 'Implementation',
  owner: 'Owner',
};

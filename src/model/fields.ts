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

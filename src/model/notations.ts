/** A notation that cases can be converted to. */
export interface Notation {
  readonly label: string;
  /** What a file of it is called behind its stem. */
  readonly ending: string;
  /** Whether one file can hold several cases. */
  readonly holdsSeveral: boolean;
  /** The language of its text in an editor. */
  readonly language: string;
}

/** The notations that cases can be converted to, by the name they have on the command line. */
export const NOTATIONS = {
  yaml: { label: 'YAML', ending: '.case.yaml', holdsSeveral: true, language: 'yaml' },
  markdown: { label: 'Markdown', ending: '.case.md', holdsSeveral: true, language: 'markdown' },
  gsn: { label: 'GSN (gsn2x)', ending: '.gsn.yaml', holdsSeveral: false, language: 'yaml' },
  ltac: { label: 'LTAC', ending: '.ltac', holdsSeveral: false, language: 'plaintext' },
  mermaid: { label: 'Mermaid flowchart', ending: '.mmd', holdsSeveral: true, language: 'mermaid' },
} as const satisfies Record<string, Notation>;

export type NotationName = keyof typeof NOTATIONS;

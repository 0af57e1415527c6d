import { type Message, message } from '../l10n/say.ts';

/** A notation that cases can be converted to. */
export interface Notation {
  /** What a person calls it. */
  readonly label: Message;
  /** What a file of it is called behind its stem. */
  readonly ending: string;
  /** Whether one file can hold several cases. */
  readonly holdsSeveral: boolean;
  /** The language of its text in an editor. */
  readonly language: string;
}

/** The notations that cases can be converted to, by the name they have on the command line. */
export const NOTATIONS = {
  yaml: { label: message('YAML'), ending: '.case.yaml', holdsSeveral: true, language: 'yaml' },
  markdown: { label: message('Markdown'), ending: '.case.md', holdsSeveral: true, language: 'markdown' },
  gsn: { label: message('GSN (gsn2x)'), ending: '.gsn.yaml', holdsSeveral: false, language: 'yaml' },
  ltac: { label: message('LTAC'), ending: '.ltac', holdsSeveral: false, language: 'plaintext' },
  mermaid: { label: message('Mermaid flowchart'), ending: '.mmd', holdsSeveral: true, language: 'mermaid' },
} as const satisfies Record<string, Notation>;

export type NotationName = keyof typeof NOTATIONS;

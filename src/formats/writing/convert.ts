import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import type { NotationName } from '../../model/notations.ts';
import { readGsn2x } from '../gsn2x/read-gsn2x.ts';
import { gsn2xWriter } from '../gsn2x/write-gsn2x.ts';
import { readLtac } from '../ltac/read-ltac.ts';
import { ltacWriter } from '../ltac/write-ltac.ts';
import { markdownWriter } from '../markdown/write-markdown.ts';
import { MERMAID_SAYS, mermaidWriter } from '../mermaid/write-mermaid.ts';
import type { Reader } from '../format.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { yamlWriter } from '../yaml/write-yaml.ts';
import { branchesOf } from './branches.ts';
import { lossesBetween, lossesBeyond } from './losses.ts';
import type { Topic } from './statements.ts';
import type { CaseStates, Loss, OutlinedCase, Writer } from './writer.ts';

/** How a notation is written, and what tells which parts of a case its text holds: its reader, or a list where nothing reads it. */
interface Target {
  readonly writer: Writer;
  readonly check: { readonly reader: Reader } | { readonly says: ReadonlySet<Topic> };
}

const TARGETS: Readonly<Record<NotationName, Target>> = {
  yaml: { writer: yamlWriter, check: { reader: readYaml } },
  markdown: { writer: markdownWriter, check: { reader: readMarkdown } },
  gsn: { writer: gsn2xWriter, check: { reader: readGsn2x } },
  ltac: { writer: ltacWriter, check: { reader: readLtac } },
  mermaid: { writer: mermaidWriter, check: { says: MERMAID_SAYS } },
};

/** Cases in another notation. */
export interface Converted {
  readonly text: string;
  /** What the notation cannot say; empty where nothing is lost. */
  readonly losses: readonly Loss[];
}

/**
 * Writes cases in another notation, and names what it cannot say: the text is read again and compared with what it was made from, so
 * nothing is lost in silence.
 *
 * @param states of the same cases in the same order, for what is a picture of them; none where nobody judged them
 */
export function convert(
  cases: readonly Case[],
  to: NotationName,
  states: readonly CaseStates[] = [],
): Converted {
  const { writer, check } = TARGETS[to];
  const outlined = cases.map((one, index) => ({
    case: one,
    ...branchesOf(one, writer.idRules),
    ...(states[index] && { states: states[index] }),
  }));
  const text = writer.write(outlined);
  const losses = outlined.flatMap((one) => one.losses);
  if ('says' in check)
    return { text, losses: [...losses, ...outlined.flatMap(({ roots }) => lossesBeyond(roots, check.says))] };
  const { cases: again } = check.reader(text, { file: '/converted', stem: cases[0]?.id ?? 'case' });
  return { text, losses: [...losses, ...outlined.flatMap((one, i) => lostOfCase(one, again[i], writer))] };
}

function lostOfCase(
  { case: one, roots }: OutlinedCase,
  again: Case | undefined,
  { idRules }: Writer,
): Loss[] {
  if (!again) return roots.length === 0 ? [] : [{ message: say('{0}: the whole case', one.id) }];
  const head: Loss[] = [];
  if (again.title !== one.title) head.push({ message: say('{0}: its title, "{1}"', one.id, one.title) });
  if (again.id !== one.id) head.push({ message: say('{0}: its id, {1}', again.id, one.id) });
  const subject = describe(one);
  if (subject !== describe(again)) head.push({ message: say('{0}: its subject, {1}', one.id, subject) });
  return [...head, ...lossesBetween(roots, branchesOf(again, idRules).roots)];
}

function describe({ subject }: Case): string {
  return [subject?.repo, subject?.rev, subject?.path].filter(Boolean).join(' ');
}

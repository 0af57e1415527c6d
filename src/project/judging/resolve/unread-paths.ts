import { isUnusualPath } from '../../../formats/markdown/path-like.ts';
import { say } from '../../../l10n/say.ts';
import type { Case, EvidenceLink } from '../../../model/case.ts';
import { fileOf } from '../../../model/file-of.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Subject } from '../../subject/subject.ts';

/**
 * Says of what a document cites that it is no evidence, though it looks like a path: one with spaces or other characters that few paths have counts
 * only where there is such a file. Undefined for everything else that is none, such as a command.
 *
 * @param link that leads nowhere
 */
export function unreadPath(
  link: EvidenceLink,
  { file, case: one }: { readonly file: string; readonly case: Case },
  { index }: Pick<Subject, 'index'>,
): Finding | undefined {
  const { locator, cited, doubtful, range, parent } = link;
  const [path] = locator.split('#', 1);
  if (!cited || !doubtful || !isUnusualPath(path!)) return undefined;
  const [program] = path!.split(/\s/, 1);
  if (program !== path && index.has(program!)) return undefined;
  const node = one.nodes.find(({ key }) => key === parent);
  return {
    rule: 'evidence-unread',
    severity: 'information',
    message: say(
      '`{0}` is cited as evidence and looks like a path, but there is no such file, so it is not read as one. Correct the path, or write it without the marks of code if it is none.',
      locator,
    ),
    file: fileOf({ file }, link),
    range,
    ...(node && !node.derived && { node: node.id }),
  };
}

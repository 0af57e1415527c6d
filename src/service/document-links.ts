import type { DocumentLink } from 'vscode-languageserver-protocol';
import { subjectUri } from './uris.ts';
import type { LinkPart } from './file-parts.ts';
import type { Lookup } from './lookup.ts';
import { targetRange } from './targets.ts';

/**
 * The locators of a claim file as links that open what they lead to, at the line; web addresses as they are. A locator that leads to several files or to
 * a folder is none: a click could open but one of them, and *Go to Definition* lists them. Nor is a hyperlink of Markdown, which is one already.
 */
export function documentLinks(lookup: Lookup, file: string): DocumentLink[] {
  return lookup.partsIn(file).links.flatMap((part) => {
    const target = part.judged.link.hyperlink ? undefined : targetOf(part);
    return target === undefined ? [] : [{ range: part.judged.link.range, target }];
  });
}

function targetOf({ case: one, judged: { link, verdict } }: LinkPart): string | undefined {
  const [target, ...others] = verdict.targets;
  if (target === undefined) return /^https?:\/\/[^\s]+$/i.test(link.locator) ? link.locator : undefined;
  if (others.length > 0 || target.startLine === 0) return undefined;
  const uri = subjectUri(one.subject.root, target.path);
  const { line } = targetRange(target).start;
  return target.whole ? uri : `${uri}#L${line + 1}`;
}

import { KIND_LABELS } from '../../model/kinds.ts';
import { folded } from '../yaml/scalars.ts';
import type { Named } from './argument.ts';
import type { Draft, Use } from './drafts.ts';
import type { Report } from './problem.ts';
import type { Written } from './written.ts';

/** Reports a citation that calls its node something else, or has another text. */
export function checkCitation({ entry: { line }, name }: Use, cited: Draft, report: Report): void {
  const { keyword, text, whole } = line;
  const there = cited.entry.line;
  const related = { message: `Here \`${name}\` is written`, span: (there.id ?? there.whole).span };
  if (keyword !== 'link' && keyword !== cited.kind) {
    const message = `\`${name}\` is cited as ${KIND_LABELS[keyword].toLowerCase()}, and is a ${KIND_LABELS[cited.kind].toLowerCase()}. Use one word for both.`;
    report({ rule: 'citation-differs', severity: 'warning', message, span: whole.span, node: name, related });
  }
  if (text.text === '' || folded(text.text) === folded(there.text.text)) return;
  const message = `\`${name}\` says something else where it is written. Give both the same text, or leave this one out.`;
  report({
    rule: 'citation-differs',
    severity: 'information',
    message,
    span: text.span,
    node: name,
    related,
  });
}

/** Reports a use of a node that stands under none, so that it joins nothing. */
export function reportTopUse({ entry, name }: Use, report: Report): void {
  const message = `Nothing stands above this line that \`${name}\` could support. Indent it below an element, or take the \`^\` away to write \`${name}\` here.`;
  report({ rule: 'misplaced-node', severity: 'error', message, span: entry.line.whole.span, node: name });
}

/** Reports a node that stands under a use of another. */
export function reportUnderUse({ entry, name: node }: Draft, { name }: Use, report: Report): void {
  const message = `\`${name}\` is only used here, so nothing can stand below it. This is read as if it stood where \`${name}\` is written; move it there.`;
  report({ rule: 'misplaced-node', severity: 'warning', message, span: entry.line.whole.span, node });
}

/** Reports a pair of nodes that is joined twice. */
export function reportRepeated(again: Named, first: Named, report: Report): void {
  const { parent, child, at } = again;
  report({
    rule: 'reference-repeated',
    severity: 'warning',
    message: `\`${child.name}\` stands below \`${parent.name}\` twice; one of the two can go.`,
    span: at.span,
    node: parent.name,
    related: { message: 'The first time', span: first.at.span },
  });
}

/** Reports a node of the argument that is used below something that speaks against it. */
export function reportCrossed(parent: Draft, child: Draft, at: Written, report: Report): void {
  const message = `\`${parent.name}\` speaks against the argument, and \`${child.name}\` for it elsewhere: this use is not counted.`;
  report({ rule: 'unrelated', severity: 'information', message, span: at.span, node: parent.name });
}

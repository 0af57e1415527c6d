import { say } from '../../l10n/say.ts';
import { aKind, sayKind } from '../../model/kinds.ts';
import { folded } from '../yaml/scalars.ts';
import type { Named } from './argument.ts';
import type { Draft, Use } from './drafts.ts';
import type { Report } from './problem.ts';
import type { Written } from './written.ts';

/** Reports a citation that calls its node something else, or has another text. */
export function checkCitation({ entry: { line }, name }: Use, cited: Draft, report: Report): void {
  const { keyword, text, whole } = line;
  const there = cited.entry.line;
  const related = { message: say('Here `{0}` is written', name), span: (there.id ?? there.whole).span };
  if (keyword !== 'link' && keyword !== cited.kind) {
    const message = say(
      '`{0}` is cited as {1}, and is {2}. Use one word for both.',
      name,
      sayKind(keyword),
      aKind(cited.kind),
    );
    report({ rule: 'citation-differs', severity: 'warning', message, span: whole.span, node: name, related });
  }
  if (text.text === '' || folded(text.text) === folded(there.text.text)) return;
  const message = say(
    '`{0}` says something else where it is written. Give both the same text, or leave this one out.',
    name,
  );
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
  const message = say(
    'Nothing stands above this line that `{0}` could support. Indent it below an element, or take the `^` away to write `{0}` here.',
    name,
  );
  report({ rule: 'misplaced-node', severity: 'error', message, span: entry.line.whole.span, node: name });
}

/** Reports a node that stands under a use of another. */
export function reportUnderUse({ entry, name: node }: Draft, { name }: Use, report: Report): void {
  const message = say(
    '`{0}` is only used here, so nothing can stand below it. This is read as if it stood where `{0}` is written; move it there.',
    name,
  );
  report({ rule: 'misplaced-node', severity: 'warning', message, span: entry.line.whole.span, node });
}

/** Reports a pair of nodes that is joined twice. */
export function reportRepeated(again: Named, first: Named, report: Report): void {
  const { parent, child, at } = again;
  report({
    rule: 'reference-repeated',
    severity: 'warning',
    message: say('`{0}` stands below `{1}` twice; one of the two can go.', child.name, parent.name),
    span: at.span,
    node: parent.name,
    related: { message: say('The first time'), span: first.at.span },
  });
}

/** Reports a node of the argument that is used below something that speaks against it. */
export function reportCrossed(parent: Draft, child: Draft, at: Written, report: Report): void {
  const message = say(
    '`{0}` speaks against the argument, and `{1}` for it elsewhere: this use is not counted.',
    parent.name,
    child.name,
  );
  report({ rule: 'unrelated', severity: 'information', message, span: at.span, node: parent.name });
}

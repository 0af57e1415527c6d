import { say } from '../../l10n/say.ts';
import type { Written } from '../yaml/scalars.ts';
import type { Argument } from './argument.ts';
import type { Element } from './element.ts';
import type { Module } from './module.ts';
import type { Report } from './problem.ts';

/**
 * Reports what elements say of relations that are not there, of others twice, and of ids that are given twice. References that lead nowhere are
 * left to the rules, as their targets may be in other modules.
 *
 * @param isWhole no other file belongs to the argument
 */
export function checkElements(
  elements: readonly Element[],
  argument: Argument,
  isWhole: boolean,
  report: Report,
): void {
  for (const element of elements) {
    reportDuplicate(element, argument, report);
    checkChallenge(element, argument, isWhole, report);
    checkClaimPoints(element, report);
  }
  for (const { again, first } of argument.repeated) {
    report({
      rule: 'reference-repeated',
      severity: 'warning',
      message: say(
        '`{0}` and `{1}` are joined twice; one of the two can go.',
        again.parent.id.text,
        again.child.id.text,
      ),
      span: again.at.span,
      node: again.parent.id.text,
      related: { message: say('The first time'), span: first.at.span },
    });
  }
  for (const { parent, child, at } of argument.crossed) {
    report({
      rule: 'unrelated',
      severity: 'warning',
      message: say(
        '`{0}` speaks against the argument, and `{1}` for it: this is not counted. Let counter goals and counter solutions support it.',
        parent.id.text,
        child.id.text,
      ),
      span: at.span,
      node: parent.id.text,
    });
  }
}

/** Reports elements that should develop one of another module and are not there. */
export function checkDevelopments({ develops }: Module, { byId }: Argument, report: Report): void {
  for (const { element, by } of develops) {
    for (const id of by) if (!byId.has(id.text)) reportUnknown(id, element.text, report);
  }
}

function reportDuplicate({ id }: Element, { byId }: Argument, report: Report): void {
  const first = byId.get(id.text)!;
  if (first.id === id) return;
  report({
    rule: 'duplicate-id',
    severity: 'error',
    message: say('The id `{0}` is taken already in this file. Give this element another one.', id.text),
    span: id.span,
    node: id.text,
    related: { message: say('The first `{0}`', id.text), span: first.id.span },
  });
}

function checkChallenge(
  { id, relations }: Element,
  { byId, relations: all }: Argument,
  isWhole: boolean,
  report: Report,
): void {
  for (const { target, over } of relations) {
    if (!over) continue;
    const missing = [target, over].filter((end) => !byId.has(end.text));
    // The other end makes a reference, which the rules look at.
    if (missing.length === 2 && isWhole) reportUnknown(target, id.text, report);
    if (missing.length === 1 && isWhole && missing[0] === target) reportUnknown(target, id.text, report);
    if (missing.length > 0 || all.isAbove(target, over) || all.isAbove(over, target)) continue;
    report({
      rule: 'unrelated',
      severity: 'error',
      message: say(
        'There is no relation between `{0}` and `{1}` that `{2}` could challenge. Write two elements that support, explain or challenge one another.',
        target.text,
        over.text,
        id.text,
      ),
      span: {
        start: Math.min(target.span.start, over.span.start),
        end: Math.max(target.span.end, over.span.end),
      },
      node: id.text,
    });
  }
}

function reportUnknown(target: Written, node: string, report: Report): void {
  const message = say('There is no {0}. Write the id of an element.', target.text);
  report({ rule: 'reference-unknown-node', severity: 'error', message, span: target.span, node });
}

/** A claim point and a defeated relation are about something that their element says. */
function checkClaimPoints({ id, relations, claimPoints, defeatedRelations }: Element, report: Report): void {
  const named = new Set(relations.map(({ target }) => target.text));
  const unrelated = (target: Written, what: string): void => {
    const message = say('{0} is about `{1}`, to which `{2}` has no relation.', what, target.text, id.text);
    report({ rule: 'unrelated', severity: 'warning', message, span: target.span, node: id.text });
  };
  for (const { name, target } of claimPoints) {
    if (target.text !== id.text && !named.has(target.text)) unrelated(target, `\`${name}\``);
  }
  for (const target of defeatedRelations) {
    if (!named.has(target.text)) unrelated(target, '`defeatedRelation`');
  }
}

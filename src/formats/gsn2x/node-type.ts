import { say } from '../../l10n/say.ts';
import { type NodeKind, aKind } from '../../model/kinds.ts';
import type { Written } from '../yaml/scalars.ts';
import { shown } from '../yaml/wording.ts';
import { ELEMENT_TYPES, isCounter, kindOfType, similarType, typeNamed, typeOfId } from './kinds.ts';
import type { ElementType } from './kinds.ts';
import type { Relation } from './relations.ts';
import type { GsnReading } from './reading.ts';

/**
 * What kind of node an element is, by its `nodeType` or else by the beginning of its id. What challenges another speaks against it, whatever it
 * is called; what challenges a relation is an undercut.
 */
export function readType(
  reading: GsnReading,
  id: Written,
  nodeType: Written | undefined,
  relations: readonly Relation[],
): NodeKind {
  const challenge = relations.find(({ key }) => key === 'challenges');
  const type = namedType(reading, id, nodeType) ?? typeOfId(id.text);
  if (!type) reportUnknown(reading, id, challenge ? 'CounterGoal' : 'Goal');
  if (challenge && type && !isCounter(type)) reportNoCounter(reading, id, type, challenge);
  if (challenge) return challenge.over ? 'undercut' : 'rebuttal';
  return kindOfType(type ?? 'Goal');
}

function namedType(reading: GsnReading, id: Written, nodeType: Written | undefined): ElementType | undefined {
  if (!nodeType) return undefined;
  const type = typeNamed(nodeType.text);
  if (type) return type;
  const similar = similarType(nodeType.text);
  const advice = similar
    ? say('Did you mean `{0}`?', similar)
    : say('It can be {0}.', ELEMENT_TYPES.join(', '));
  reading.report({
    rule: 'unknown-kind',
    severity: 'error',
    message: `${say('`{0}` is no `nodeType` of gsn2x.', shown(nodeType.text))} ${advice}`,
    span: nodeType.span,
    node: id.text,
  });
  return similar;
}

function reportUnknown(reading: GsnReading, id: Written, type: ElementType): void {
  const similar = typeOfId(id.text.charAt(0).toUpperCase() + id.text.slice(1));
  reading.report({
    rule: 'unknown-kind',
    severity: 'error',
    message: say(
      similar
        ? 'The id `{0}` does not say what it is; it is read as {1}. Begin it with a capital letter, or add `nodeType: {2}`.'
        : 'The id `{0}` does not say what it is; it is read as {1}. Begin it with G, S, Sn, C, A, J, CG or CSn, or add `nodeType: {2}`.',
      shown(id.text),
      aKind(kindOfType(type)),
      similar ?? type,
    ),
    span: id.span,
    node: id.text,
  });
}

function reportNoCounter(reading: GsnReading, id: Written, type: ElementType, challenge: Relation): void {
  const counter = type === 'Solution' ? 'CounterSolution' : 'CounterGoal';
  reading.report({
    rule: 'unknown-kind',
    severity: 'warning',
    message: say(
      'Only counter goals and counter solutions challenge others; `{0}` is read as one. Add `nodeType: {1}`.',
      id.text,
      counter,
    ),
    span: challenge.keySpan,
    node: id.text,
  });
}

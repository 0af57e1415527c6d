import type { NodeKind } from '../../model/kinds.ts';
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
  const advice = similar ? `Did you mean \`${similar}\`?` : `It can be ${ELEMENT_TYPES.join(', ')}.`;
  reading.report({
    rule: 'unknown-kind',
    severity: 'error',
    message: `\`${shown(nodeType.text)}\` is no \`nodeType\` of gsn2x. ${advice}`,
    span: nodeType.span,
    node: id.text,
  });
  return similar;
}

function reportUnknown(reading: GsnReading, id: Written, type: ElementType): void {
  const similar = typeOfId(id.text.charAt(0).toUpperCase() + id.text.slice(1));
  const rename = similar ? 'Begin it with a capital letter' : 'Begin it with G, S, Sn, C, A, J, CG or CSn';
  reading.report({
    rule: 'unknown-kind',
    severity: 'error',
    message: `The id \`${shown(id.text)}\` does not say what it is; it is read as a ${kindOfType(type)}. ${rename}, or add \`nodeType: ${similar ?? type}\`.`,
    span: id.span,
    node: id.text,
  });
}

function reportNoCounter(reading: GsnReading, id: Written, type: ElementType, challenge: Relation): void {
  const counter = type === 'Solution' ? 'CounterSolution' : 'CounterGoal';
  reading.report({
    rule: 'unknown-kind',
    severity: 'warning',
    message: `Only counter goals and counter solutions challenge others; \`${id.text}\` is read as one. Add \`nodeType: ${counter}\`.`,
    span: challenge.keySpan,
    node: id.text,
  });
}

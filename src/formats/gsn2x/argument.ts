import type { Span } from '../span.ts';
import { attackers } from '../attack.ts';
import { nest } from '../nest.ts';
import type { Mention } from '../nest.ts';
import type { Written } from '../yaml/scalars.ts';
import type { Element } from './element.ts';
import type { Module } from './module.ts';
import { lowerEnd, relationsOf } from './ends.ts';
import type { Relations } from './ends.ts';

/** One element named by another, both in this file. */
export interface Named extends Mention<Element> {
  readonly at: Written;
  /** The element that names the other hangs under it. */
  readonly upward: boolean;
}

/** A mention that makes no part of the tree; what it names may be in another file. */
export interface Reference {
  readonly from: Element;
  /** The id of an element; with the name of its module before it, `Base/G1`, where the author gives that. */
  readonly to: Written;
  readonly upward: boolean;
}

/** The elements of a file, joined. */
export interface Argument {
  readonly byId: ReadonlyMap<string, Element>;
  readonly relations: Relations;
  readonly parentOf: ReadonlyMap<Element, Element>;
  readonly references: readonly Reference[];
  readonly repeated: readonly { readonly again: Named; readonly first: Named }[];
  /** Elements that support what speaks against the argument. */
  readonly attacking: ReadonlySet<Element>;
  /** Mentions by which something would answer a counter argument that it is written to support. */
  readonly crossed: readonly Named[];
}

/** Joins the elements of one document by what they say of each other. */
export function joinElements(elements: readonly Element[], module: Module): Argument {
  const byId = new Map<string, Element>();
  for (const element of elements) if (!byId.has(element.id.text)) byId.set(element.id.text, element);
  const relations = relationsOf(elements);
  const named: Named[] = [];
  const elsewhere: Reference[] = [];
  const mention = (here: Element, to: Written, upward: boolean): void => {
    const there = byId.get(to.text);
    if (!there) elsewhere.push({ from: here, to, upward });
    else if (upward) named.push({ parent: there, child: here, at: to, upward });
    else named.push({ parent: here, child: there, at: to, upward });
  };
  for (const element of elements) {
    for (const relation of element.relations) {
      if (relation.key === 'challenges') mention(element, lowerEnd(relation, relations), true);
      else mention(element, relation.target, false);
    }
  }
  for (const { module: name, element, by } of module.develops) {
    const to = { text: `${name}/${element.text}`, span: element.span };
    for (const id of by) {
      const from = byId.get(id.text);
      if (from) elsewhere.push({ from, to, upward: true });
    }
  }
  const { parentOf, others, repeated } = nest(named);
  const attacking = attackers(elements, parentOf, isDefeater, isSupport);
  const isCrossed = ({ parent, child }: Named): boolean =>
    attacking.has(parent) && isSupport(child) && !attacking.has(child);
  return {
    byId,
    relations,
    parentOf,
    references: [...elsewhere, ...others.filter((other) => !isCrossed(other)).map(asReference)],
    repeated,
    attacking,
    crossed: others.filter(isCrossed),
  };
}

function asReference({ parent, child, at, upward }: Named): Reference {
  return { from: upward ? child : parent, to: at, upward };
}

function isDefeater({ kind }: Element): boolean {
  return kind === 'rebuttal' || kind === 'undercut';
}

function isSupport({ kind }: Element): boolean {
  return kind === 'claim' || kind === 'strategy' || kind === 'evidence';
}

/** Where an element says what it is. */
export function statementOf({ id, text }: Element): Span[] {
  return [id.span, ...(text ? [text.span] : [])];
}

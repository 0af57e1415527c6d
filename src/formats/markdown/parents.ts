import { isDefeater } from '../../model/kinds.ts';
import { ClaimsAbove, compareLevels, isStructural, levelOf, levelUnder } from './claims-above.ts';
import type { Level } from './claims-above.ts';
import type { Draft } from './drafts.ts';
import { ANY_ID } from './id-pattern.ts';
import { numberedParents } from './numbered-parents.ts';
import { itemsAround } from './outline.ts';
import type { Entry, ListItem } from './outline.ts';
import type { Reading } from './readings.ts';
import type { Distinct } from './restated.ts';
import { linksOfRow } from './tables.ts';

/** Items of one list do not enclose one another, whatever their kinds. */
const ABOVE_ALL = -2;

/** What may be the ids of other nodes, in a text. */
const IDS = new RegExp(String.raw`\b${ANY_ID}\b`, 'g');

/** What hangs under what in one case. */
export interface Placement {
  readonly parentOf: ReadonlyMap<Draft, Draft>;
  /** The node that the evidence of a label, or of a row that states no node, belongs to. */
  readonly ownerOf: ReadonlyMap<Entry, Draft>;
  /** Labels and rows with evidence that no node stands above. */
  readonly ownerless: readonly Entry[];
  /** Labelled parts of a node that stand in none, or only say what their node says of itself: they are no nodes. */
  readonly dropped: ReadonlySet<Draft>;
  /** Defeaters of which nothing tells which claim they attack. */
  readonly unclear: readonly Draft[];
}

/**
 * Finds the parent of every node: the list item or section it stands in, else the last claim above that stands higher in the outline, else
 * what ids and keywords say. What is about a claim (defeaters, context, evidence) takes the last claim above in any case, and an undercut
 * the inference rule beside it.
 */
export function placeNodes(readings: readonly Reading[], distinct: Distinct): Placement {
  const placer = new Placer(distinct);
  for (const reading of readings) placer.read(reading);
  return placer.finish();
}

class Placer {
  private readonly parentOf = new Map<Draft, Draft>();
  private readonly ownerOf = new Map<Entry, Draft>();
  private readonly ownerless: Entry[] = [];
  private readonly dropped = new Set<Draft>();
  private readonly ownerOfDropped = new Map<Draft, Draft>();
  private readonly unclear: Draft[] = [];
  private readonly above = new ClaimsAbove();
  private readonly nodeOfItem = new Map<ListItem, Draft>();
  private readonly claimById = new Map<string, Draft>();
  private readonly rules: Draft[] = [];
  private readonly top: Draft | undefined;
  private readonly firstClaim: Draft | undefined;
  private readonly stated: boolean;
  private readonly claims: number;
  private readonly byId: ReadonlyMap<string, Draft>;
  private readonly numbered: ReadonlyMap<Draft, Draft>;
  private lastClaim: Draft | undefined;
  private lastMainClaim: Draft | undefined;

  constructor(private readonly distinct: Distinct) {
    const claims = distinct.nodes.filter(
      (node) => node.kind === 'claim' && node.entry.form !== 'row' && !isApart(node),
    );
    this.firstClaim = claims[0];
    this.claims = claims.length;
    this.top = topClaim(distinct.nodes);
    this.stated = distinct.nodes.some(
      (node) => (node.id !== undefined || node.role === 'top') && !isApart(node),
    );
    this.byId = uniqueIds(distinct.nodes);
    this.numbered = numberedParents(distinct.nodes);
  }

  read(reading: Reading): void {
    const { entry } = reading;
    if (entry.form === 'heading') this.above.enterSection(entry.section.depth);
    const node = this.distinct.nodeAt.get(entry);
    if (node && !this.distinct.again.has(entry)) this.place(node);
    if (node) this.open(node, entry);
    else if (reading.label?.evidence || asksForOwner(entry)) this.own(entry);
  }

  finish(): Placement {
    const unclear = new Set(this.unclear);
    for (const node of this.distinct.nodes) {
      if (node.within) this.hang(node, this.mainOf(node.within));
      else if (node.ofLabel)
        this.hang(node, this.ownerOf.get(node.entry) ?? this.distinct.nodeAt.get(node.entry));
      else if (!this.parentOf.has(node) && !isStructural(node) && !isApart(node) && !unclear.has(node))
        this.hang(node, this.firstClaim);
    }
    for (const node of this.distinct.nodes) if (node.kind === 'strategy') this.hangNamed(node);
    const { parentOf, ownerOf, ownerless, dropped } = this;
    return { parentOf, ownerOf, ownerless, dropped, unclear: this.unclear };
  }

  /** The claims that a strategy names by their ids are those it leads to, if they support the same claim as it does. */
  private hangNamed(strategy: Draft): void {
    const parent = this.parentOf.get(strategy);
    if (!parent) return;
    for (const id of new Set(strategy.text.match(IDS))) {
      const claim = this.byId.get(id);
      if (claim?.kind === 'claim' && this.parentOf.get(claim) === parent) this.hang(claim, strategy);
    }
  }

  private place(node: Draft): void {
    const about = node.about === undefined ? undefined : this.byId.get(node.about);
    if (about && about !== node) return this.hang(node, about);
    const numbered = this.numbered.get(node);
    if (numbered) return this.hang(node, numbered);
    if (isApart(node)) return this.placeApart(node);
    if (isStructural(node)) return this.hang(node, this.parentOfClaim(node));
    const around = this.around(node.entry) ?? this.above.find(levelOf(node), isAboutStrategies(node));
    if (!around && this.isUnclear(node)) return;
    const parent = around ?? this.lastClaim;
    this.hang(node, node.kind === 'undercut' ? (this.ruleFor(node, around) ?? parent) : parent);
  }

  private placeApart(node: Draft): void {
    const part = node.placing === 'part' || node.placing === 'loose part';
    const beside = !part || node.opens;
    const level = beside ? { ...levelUnder(node.entry), step: ABOVE_ALL } : levelUnder(node.entry);
    const owner = this.around(node.entry) ?? this.above.findOpen(level);
    if (part && (owner ? owner.kind === node.kind || !mayHold(owner, node) : node.placing === 'part')) {
      this.dropped.add(node);
      if (owner) this.ownerOfDropped.set(node, owner);
    } else this.hang(node, owner);
  }

  /** A defeater that stands in no section or list item of a claim, where there are several. One that names a single claim attacks that. */
  private isUnclear(node: Draft): boolean {
    if (!isDefeater(node.kind) || node.kind === 'undercut' || this.claims < 2) return false;
    const named = new Set((node.text.match(IDS) ?? []).flatMap((id) => this.byId.get(id) ?? []));
    named.delete(node);
    const [only] = named;
    if (named.size === 1 && only) this.hang(node, only);
    else this.unclear.push(node);
    return true;
  }

  /** The node that a part belongs to, if the row it stands in only names a node again, or its line only says what the node around it is. */
  private mainOf(draft: Draft): Draft | undefined {
    const main = draft.within ? draft : (this.distinct.nodeAt.get(draft.entry) ?? draft);
    return this.dropped.has(main) ? this.ownerOfDropped.get(main) : main;
  }

  private parentOfClaim(node: Draft): Draft | undefined {
    const around = this.around(node.entry);
    if (around) return around;
    const level = levelOf(node);
    const byId = this.claimById.get(node.id?.replace(/\.[^.]*$/, '') ?? '');
    if (byId && byId.id !== node.id && isNeighbour(levelOf(byId), level)) return byId;
    const found = this.above.find(level, true);
    if (found) return found;
    return node.role === 'sub' && this.lastMainClaim ? this.lastMainClaim : this.top;
  }

  /** The rule an undercut attacks: the last one in its section, else the last one for the same claim, else, if it stands in no node, the last. */
  private ruleFor(undercut: Draft, around: Draft | undefined): Draft | undefined {
    if (around?.kind === 'inference') return around;
    const { section } = undercut.entry;
    return (
      this.rules.findLast((rule) => rule.entry.section === section) ??
      this.rules.findLast((rule) => !around || this.parentOf.get(rule) === around)
    );
  }

  private own(entry: Entry): void {
    const around = this.around(entry) ?? this.above.find(levelUnder(entry), false);
    const owner = around ?? (this.stated ? (this.lastClaim ?? this.firstClaim) : undefined);
    if (owner) this.ownerOf.set(entry, owner);
    else this.ownerless.push(entry);
  }

  /** The node that the innermost list item around an entry begins with. */
  private around(entry: Entry): Draft | undefined {
    for (const item of itemsAround(entry.form === 'item' ? entry.item?.parent : entry.item)) {
      const node = this.nodeOfItem.get(item);
      if (node) return node;
    }
    return undefined;
  }

  private open(node: Draft, entry: Entry): void {
    if (this.dropped.has(node) || node.saysHeading) return;
    if (entry.form === 'item' && entry.item) this.nodeOfItem.set(entry.item, node);
    if ((node.placing === 'part' || node.placing === 'loose part') && !node.opens) return;
    this.above.add(node, entry);
    if (this.distinct.again.has(entry)) return;
    if (isApart(node)) return;
    if (node.kind === 'inference') this.rules.push(node);
    if (!isStructural(node) || entry.form === 'row') return;
    if (node.kind === 'claim' || node.kind === 'control') this.lastClaim = node;
    if (node.kind === 'claim' && node.role !== 'sub') this.lastMainClaim = node;
    if (node.id !== undefined && !this.claimById.has(node.id)) this.claimById.set(node.id, node);
  }

  /** An argument has no circles, whatever order its lines come in. */
  private hang(node: Draft, parent: Draft | undefined): void {
    for (let at = parent; at; at = this.parentOf.get(at)) {
      if (at === node) return;
    }
    if (parent) this.parentOf.set(node, parent);
  }
}

/** The claim that all others support: the one called so, else the first, if it stands higher than all others. */
function topClaim(nodes: readonly Draft[]): Draft | undefined {
  const claims = nodes.filter((node) => isStructural(node) && !isApart(node));
  const called = claims.find(({ role }) => role === 'top');
  const [first, ...others] = claims;
  if (called || !first) return called;
  const level = levelOf(first);
  const isHighest = others.every((other) => compareLevels(level, levelOf(other)) < 0);
  return first.kind === 'claim' && first.entry.form !== 'row' && isHighest ? first : undefined;
}

/** Whether the claims above have no say in where a node belongs: what threatens, and what is worth protecting, stands by itself. */
function isApart({ placing, kind, within }: Draft): boolean {
  return placing !== undefined || within !== undefined || kind === 'threat' || kind === 'asset';
}

/** What implements a claim is a control below it; of a control or threat it only says more. */
function mayHold(owner: Draft, part: Draft): boolean {
  return owner.kind === 'claim' || (!part.ofClaims && part.kind !== 'strategy');
}

function uniqueIds(nodes: readonly Draft[]): Map<string, Draft> {
  const byId = new Map<string, Draft>();
  const twice = new Set<string>();
  for (const node of nodes) {
    if (node.id === undefined) continue;
    if (byId.has(node.id)) twice.add(node.id);
    byId.set(node.id, node);
  }
  for (const id of twice) byId.delete(id);
  return byId;
}

function isNeighbour(a: Level, b: Level): boolean {
  return a.depth === b.depth && a.list === b.list;
}

function isAboutStrategies({ kind }: Draft): boolean {
  return kind === 'context' || kind === 'assumption' || kind === 'justification';
}

function asksForOwner(entry: Entry): boolean {
  return entry.form === 'row' && linksOfRow(entry).cited.length > 0;
}

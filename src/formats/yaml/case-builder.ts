import { say } from '../../l10n/say.ts';
import type {
  Acceptance,
  CaseNode,
  EvidenceLink,
  NodeKey,
  NodeReference,
  NodeStatus,
  PlainValue,
} from '../../model/case.ts';
import type { FieldName } from '../../model/fields.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { LineIndex } from '../../model/text.ts';
import type { Watch } from '../../model/watch.ts';
import { createWholeLines } from './whole-lines.ts';
import { derivedId } from './derived-id.ts';
import type { Report } from './problem.ts';
import { folded } from './scalars.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';

/** What is written of one node. */
export interface NodeSpec {
  readonly kind: NodeKind;
  /** Undefined where the id has to be derived from the text. */
  readonly id?: Written;
  readonly text: Written;
  readonly span: Span;
  readonly parent?: NodeKey;
  readonly undeveloped: boolean;
  readonly defeated?: boolean;
  readonly status?: WrittenStatus;
  readonly accepted?: WrittenAcceptance;
  readonly satisfies: readonly Written[];
  readonly fields?: readonly WrittenField[];
}

/** What is written of a node besides its text. */
export interface WrittenField extends Written {
  readonly name: FieldName;
}

/** What is written of `status`. */
export interface WrittenStatus extends Written {
  readonly is: NodeStatus['is'];
}

/** What is written of `accepted`. */
export interface WrittenAcceptance extends Omit<Acceptance, 'range'> {
  /** Where its key stands. */
  readonly span: Span;
}

/** What is written of one link. */
export interface LinkSpec {
  readonly parent: NodeKey;
  readonly node?: NodeKey;
  readonly locator: Written;
  readonly expect?: PlainValue;
  readonly watch?: Watch;
  /** Default: evidence. */
  readonly role?: EvidenceLink['role'];
  /** What of the file makes this link: its own words and its claim's. */
  readonly madeBy: readonly Span[];
}

/** A node that was added. */
export interface AddedNode {
  readonly key: NodeKey;
  readonly id: string;
  /** An alias leads to a node that is in the case already: it has one parent more, and its children are there. */
  readonly repeated: boolean;
}

/** The parts of a case, in the order in which they are added. */
export interface CaseBuilder {
  readonly nodes: readonly CaseNode[];
  readonly evidence: readonly EvidenceLink[];
  readonly references: readonly NodeReference[];
  addNode(spec: NodeSpec): AddedNode;
  addLink(spec: LinkSpec): void;
  /** @param upward the node hangs under the target, instead of being supported by it */
  addReference(from: NodeKey, target: Written, upward?: boolean): void;
}

interface Entered {
  readonly node: CaseNode & { readonly parents: NodeKey[] };
  readonly idSpan: Span;
}

/** Starts a case. Ids that are taken are reported, and the node is kept under another key. */
export function buildCase(lines: LineIndex, report: Report): CaseBuilder {
  const nodes: CaseNode[] = [];
  const evidence: EvidenceLink[] = [];
  const references: NodeReference[] = [];
  const byPlace = new Map<string, Entered>();
  const byId = new Map<string, Entered>();
  const nodeKeys = uniqueNames();
  const linkKeys = uniqueNames();
  const derivedIds = uniqueNames('-');
  const wholeLines = createWholeLines(lines);

  const reportDuplicate = (id: Written, first: Entered): void => {
    report({
      rule: 'duplicate-id',
      severity: 'error',
      message: say('The id `{0}` is taken already in this case. Give this node another one.', id.text),
      span: id.span,
      node: id.text,
      related: { message: say('The first `{0}`', id.text), span: first.idSpan },
    });
  };

  const acceptance = ({ span, ...parts }: WrittenAcceptance): Acceptance => ({
    ...parts,
    range: lines.range(span.start, span.end),
  });

  const status = ({ is, text, span }: WrittenStatus): NodeStatus => ({
    is,
    word: text,
    range: lines.range(span.start, span.end),
  });

  return {
    nodes,
    evidence,
    references,
    addNode: (spec) => {
      const written = spec.id ?? spec.text;
      const place = `${spec.kind} ${written.span.start}`;
      const present = byPlace.get(place);
      if (present) {
        if (spec.parent !== undefined && !present.node.parents.includes(spec.parent)) {
          present.node.parents.push(spec.parent);
        }
        return { key: present.node.key, id: present.node.id, repeated: true };
      }
      const id = spec.id?.text ?? derivedIds(derivedId(spec.kind, spec.text.text));
      const first = byId.get(id);
      if (spec.id && first && !first.node.derived) reportDuplicate(spec.id, first);
      const node = {
        key: nodeKeys(id),
        id,
        kind: spec.kind,
        text: folded(spec.text.text),
        range: lines.range(spec.span.start, spec.span.end),
        idRange: lines.range(written.span.start, written.span.end),
        textRange: lines.range(spec.text.span.start, spec.text.span.end),
        parents: spec.parent === undefined ? [] : [spec.parent],
        derived: !spec.id,
        undeveloped: spec.undeveloped,
        ...(spec.defeated && { defeated: true }),
        ...(spec.status && { status: status(spec.status) }),
        ...(spec.accepted && { accepted: acceptance(spec.accepted) }),
        satisfies: spec.satisfies.map(({ text, span }) => ({
          requirement: text,
          range: lines.range(span.start, span.end),
        })),
        fields: (spec.fields ?? []).map(({ name, text, span }) => ({
          name,
          value: folded(text),
          range: lines.range(span.start, span.end),
        })),
      };
      const entered: Entered = { node, idSpan: written.span };
      nodes.push(node);
      byPlace.set(place, entered);
      if (!first || first.node.derived) byId.set(id, entered);
      return { key: node.key, id, repeated: false };
    },
    addLink: ({ parent, node, locator, expect, watch, role = 'evidence', madeBy }) => {
      evidence.push({
        key: linkKeys(`${node ?? parent}:${locator.text}`),
        parent,
        ...(node !== undefined && { node }),
        locator: locator.text,
        range: lines.range(locator.span.start, locator.span.end),
        madeBy: wholeLines(madeBy),
        cited: true,
        ...(expect !== undefined && { expect }),
        ...(watch !== undefined && { watch }),
        role,
      });
    },
    addReference: (from, { text, span }, upward = false) => {
      const range = lines.range(span.start, span.end);
      references.push({ from, target: text, range, ...(upward && { upward }) });
    },
  };
}

/** Makes names unique: the second `C2` becomes `C2~2`. */
export function uniqueNames(separator = '~'): (name: string) => string {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return (name) => {
    let count = counts.get(name) ?? 0;
    let unique: string;
    do unique = ++count === 1 ? name : `${name}${separator}${count}`;
    while (taken.has(unique));
    counts.set(name, count);
    taken.add(unique);
    return unique;
  };
}

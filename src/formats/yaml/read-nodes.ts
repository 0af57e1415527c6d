import type { NodeKey } from '../../model/case.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { AddedNode, CaseBuilder } from './case-builder.ts';
import { reportCoercion } from './coercion.ts';
import { reportCutText } from './cut-text.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entries.ts';
import { CHILD_KINDS } from './keys.ts';
import { readBody } from './node-body.ts';
import type { NodeBody } from './node-body.ts';
import { reportTooDeep, reportUnusedEvidence, reportWhatIsMissing } from './node-problems.ts';
import type { Field } from './pairs.ts';
import { plainValue } from './plain-value.ts';
import type { Reading } from './reading.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';

/** How deep nodes may stand below each other; all later layers may rely on it. */
const MAX_DEPTH = 100;

/** The node that others stand below. */
export interface Parent {
  readonly key: NodeKey;
  readonly depth: number;
  /** Where the nearest node that is no evidence is stated: what the evidence below was judged against. */
  readonly statement: readonly Span[];
}

/** Reads all nodes below some fields, `claims: …`, `evidence: …`, into the case. */
export function readChildren(
  reading: Reading,
  builder: CaseBuilder,
  fields: readonly Field[],
  parent: Parent | undefined,
): void {
  for (const field of fields) {
    const kind = CHILD_KINDS.get(field.key.text);
    if (kind === undefined) continue;
    if ((parent?.depth ?? 0) >= MAX_DEPTH) {
      reportTooDeep(reading, field, MAX_DEPTH);
      continue;
    }
    for (const entry of entriesOf(reading, field, kind)) readNode(reading, builder, kind, entry, parent);
  }
}

function readNode(
  reading: Reading,
  builder: CaseBuilder,
  kind: NodeKind,
  entry: Entry,
  parent: Parent | undefined,
): void {
  const body = readBody(reading, entry, kind);
  const node = isBareLink(kind, body, parent)
    ? undefined
    : addNode(reading, builder, kind, entry, body, parent);
  if (!node?.repeated) reportWhatIsMissing(reading, kind, entry, body);
  addLinks(reading, builder, kind, body, node, parent);
  if (!node || node.repeated) return;
  for (const target of body.below) builder.addReference(node.key, target);
  for (const target of body.above) builder.addReference(node.key, target, true);
  const statement = kind === 'evidence' && parent ? parent.statement : spansOf([body.id, body.text]);
  readChildren(reading, builder, body.children, {
    key: node.key,
    depth: (parent?.depth ?? 0) + 1,
    statement,
  });
}

/** Evidence that is nothing but a locator below a claim is a link and no node of its own. */
function isBareLink(kind: NodeKind, body: NodeBody, parent: Parent | undefined): boolean {
  if (kind !== 'evidence' || parent === undefined) return false;
  const { id, text, accepted, status, undeveloped, defeated } = body;
  if (id?.text || text || accepted || status || undeveloped || defeated) return false;
  const { children, below, above, satisfies, fields, entryPoints } = body;
  const isRelated = children.length > 0 || below.length > 0 || above.length > 0;
  return !isRelated && satisfies.length === 0 && fields.length === 0 && entryPoints.length === 0;
}

function addNode(
  reading: Reading,
  builder: CaseBuilder,
  kind: NodeKind,
  entry: Entry,
  body: NodeBody,
  parent: Parent | undefined,
): AddedNode {
  const id = body.id?.text ? body.id : undefined;
  const atStart: Written = { text: '', span: { start: entry.span.start, end: entry.span.start } };
  const text = body.text ?? (kind === 'evidence' ? body.locators[0] : undefined);
  const node = builder.addNode({
    kind,
    id,
    text: text ?? { text: '', span: (id ?? atStart).span },
    span: entry.span,
    parent: parent?.key,
    undeveloped: body.undeveloped,
    defeated: body.defeated,
    status: body.status,
    accepted: body.accepted,
    satisfies: body.satisfies,
    fields: body.fields,
  });
  if (id && !node.repeated) reportCoercion(reading, id, 'id', id.text);
  if (body.text && !node.repeated) {
    reportCoercion(reading, body.text, 'text', id?.text);
    reportCutText(reading, body.text, id?.text);
  }
  if (kind === 'evidence' && !parent && !id && !node.repeated) {
    reportUnusedEvidence(reading, (text ?? atStart).span);
  }
  return node;
}

/** One link for each locator. Evidence at the top of a case hangs under its own node, to which claims refer. */
function addLinks(
  reading: Reading,
  builder: CaseBuilder,
  kind: NodeKind,
  body: NodeBody,
  node: AddedNode | undefined,
  parent: Parent | undefined,
): void {
  const isEvidence = kind === 'evidence';
  const under = isEvidence ? (parent?.key ?? node?.key) : node?.key;
  if (under === undefined) return;
  const own = spansOf([body.id, body.text, body.expect, body.watch]);
  const statement = isEvidence && parent ? parent.statement : [];
  for (const locator of body.locators) {
    builder.addLink({
      parent: under,
      node: isEvidence ? node?.key : undefined,
      locator,
      expect: body.expect && plainValue(reading, body.expect.value),
      watch: body.watch?.is,
      madeBy: [locator.span, ...own, ...statement],
    });
  }
  if (!node || node.repeated) return;
  for (const locator of body.entryPoints) {
    const madeBy = [locator.span, ...spansOf([body.id, body.text])];
    builder.addLink({ parent: node.key, locator, role: 'entry-point', madeBy });
  }
}

function spansOf(parts: readonly ({ readonly span: Span } | undefined)[]): Span[] {
  const spans: Span[] = [];
  for (const part of parts) if (part) spans.push(part.span);
  return spans;
}

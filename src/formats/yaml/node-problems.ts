import { KIND_LABELS, isDefeater } from '../../model/kinds.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { Entry } from './entries.ts';
import type { NodeBody } from './node-body.ts';
import type { Field } from './pairs.ts';
import type { Reading } from './reading.ts';
import type { Span } from '../span.ts';

/** Reports a node that lacks what its kind needs: a text or, for evidence, a locator. */
export function reportWhatIsMissing(reading: Reading, kind: NodeKind, entry: Entry, body: NodeBody): void {
  const node = body.id?.text;
  const name = node ? `\`${node}\`` : `This ${KIND_LABELS[kind].toLowerCase()}`;
  const span = body.id?.span ?? entry.span;
  if (!isDefeater(kind) && kind !== 'asset') reportFieldsOfThreats(reading, name, body);
  if (kind !== 'evidence') {
    reportMisplacedLocator(reading, name, body);
    if (body.text || entry.halfTyped) return;
    const message = `${name} has no text. Write what it says behind the colon, or as \`text: …\`.`;
    reading.report({ rule: 'missing-text', severity: 'warning', message, span, node });
  } else if (body.locators.length === 0 && body.below.length === 0 && !entry.halfTyped) {
    const message = `${name} leads to nothing. Write where the evidence is, such as \`src/app.py#main\`.`;
    reading.report({ rule: 'missing-locator', severity: 'warning', message, span, node });
  }
}

function reportMisplacedLocator(
  reading: Reading,
  name: string,
  { id, locators, expect, watch }: NodeBody,
): void {
  const span = expect?.key.span ?? watch?.span ?? locators[0]?.span;
  if (!span) return;
  const message = `Only evidence has \`at\`, \`expect\` and \`watch\`. In ${name} write \`evidence:\` with the locator below it.`;
  reading.report({ rule: 'misplaced-key', severity: 'warning', message, span, node: id?.text });
}

/** `entryPoints` of a claim look like evidence, and support nothing. */
function reportFieldsOfThreats(reading: Reading, name: string, { id, fields, entryPoints }: NodeBody): void {
  const found = fields.find((field) => ['entryPoints', 'impact', 'likelihood'].includes(field.name));
  const span = entryPoints[0]?.span ?? found?.span;
  if (!span) return;
  const key = entryPoints.length > 0 ? 'entryPoints' : found!.name;
  const message = `Only threats and other defeaters have \`${key}\`, and ${name} is none. Move it to the threat below which it belongs.`;
  reading.report({ rule: 'misplaced-key', severity: 'warning', message, span, node: id?.text });
}

/** Reports evidence at the top of a case that nothing can refer to. */
export function reportUnusedEvidence(reading: Reading, span: Span): void {
  const message =
    'This evidence supports no claim. Move it below one, or give it an id and name that in `supportedBy` of a claim.';
  reading.report({ rule: 'evidence-without-claim', severity: 'warning', message, span });
}

/** Reports nodes that stand more than `depth` deep, and are not read. */
export function reportTooDeep(reading: Reading, field: Field, depth: number): void {
  const message = `Nodes stand more than ${depth} deep here; what is below \`${field.key.text}\` is not read. Refer to nodes written elsewhere with \`supportedBy\`.`;
  reading.report({ rule: 'too-complex', severity: 'error', message, span: field.key.span });
}

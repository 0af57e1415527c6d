import { say } from '../../l10n/say.ts';
import { isDefeater, thisKind } from '../../model/kinds.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { capitalized } from '../../model/phrases.ts';
import type { Entry } from './entries.ts';
import type { NodeBody } from './node-body.ts';
import type { Field } from './pairs.ts';
import type { Reading } from './reading.ts';
import type { Span } from '../span.ts';

/** Reports a node that lacks what its kind needs: a text or, for evidence, a locator. */
export function reportWhatIsMissing(reading: Reading, kind: NodeKind, entry: Entry, body: NodeBody): void {
  const node = body.id?.text;
  const name = node ? `\`${node}\`` : thisKind(kind);
  const span = body.id?.span ?? entry.span;
  if (!isDefeater(kind) && kind !== 'asset') reportFieldsOfThreats(reading, name, body);
  if (kind !== 'evidence') {
    reportMisplacedLocator(reading, name, body);
    if (body.text || entry.halfTyped) return;
    const message = say(
      '{0} has no text. Write what it says behind the colon, or as `text: …`.',
      capitalized(name),
    );
    reading.report({ rule: 'missing-text', severity: 'warning', message, span, node });
  } else if (body.locators.length === 0 && body.below.length === 0 && !entry.halfTyped) {
    const message = say(
      '{0} leads to nothing. Write where the evidence is, such as `src/app.py#main`.',
      capitalized(name),
    );
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
  const message = say(
    'Only evidence has `at`, `expect` and `watch`. In {0} write `evidence:` with the locator below it.',
    name,
  );
  reading.report({ rule: 'misplaced-key', severity: 'warning', message, span, node: id?.text });
}

/** `entryPoints` of a claim look like evidence, and support nothing. */
function reportFieldsOfThreats(reading: Reading, name: string, { id, fields, entryPoints }: NodeBody): void {
  const found = fields.find((field) => ['entryPoints', 'impact', 'likelihood'].includes(field.name));
  const span = entryPoints[0]?.span ?? found?.span;
  if (!span) return;
  const key = entryPoints.length > 0 ? 'entryPoints' : found!.name;
  const message = say(
    'Only threats and other defeaters have `{0}`, and {1} is none. Move it to the threat below which it belongs.',
    key,
    name,
  );
  reading.report({ rule: 'misplaced-key', severity: 'warning', message, span, node: id?.text });
}

/** Reports evidence at the top of a case that nothing can refer to. */
export function reportUnusedEvidence(reading: Reading, span: Span): void {
  const message = say(
    'This evidence supports no claim. Move it below one, or give it an id and name that in `supportedBy` of a claim.',
  );
  reading.report({ rule: 'evidence-without-claim', severity: 'warning', message, span });
}

/** Reports nodes that stand more than `depth` deep, and are not read. */
export function reportTooDeep(reading: Reading, field: Field, depth: number): void {
  const message = say(
    'Nodes stand more than {0} deep here; what is below `{1}` is not read. Refer to nodes written elsewhere with `supportedBy`.',
    depth,
    field.key.text,
  );
  reading.report({ rule: 'too-complex', severity: 'error', message, span: field.key.span });
}

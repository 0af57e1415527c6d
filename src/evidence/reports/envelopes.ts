import { say } from '../../l10n/say.ts';
import { type Json, at, listOf, objectOf, parseJson, textOf } from './json.ts';
import { MalformedReport, type ReportRead, type Statement, inShort, oldest } from './report.ts';
import { isStatement, readStatement } from './statements.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A JSON value of a report, and the 1-based line it begins in. */
export interface PlacedJson {
  readonly value: Json;
  readonly line: number;
}

/** Whether JSON is an in-toto statement, an envelope of DSSE, or a bundle of sigstore that holds one. */
export function isAttestation(value: Json): boolean {
  return isStatement(value) || envelopeIn(value) !== undefined;
}

/** Reads statements. Signatures are not verified. @throws MalformedReport */
export function readAttestations(values: readonly PlacedJson[]): ReportRead {
  const statements: Statement[] = [];
  for (const { value, line } of values) {
    const read = readOne(value, line);
    if ('kind' in read) return read;
    statements.push(read);
  }
  const time = oldest(statements.map((statement) => statement.at));
  return {
    kind: 'report',
    report: { about: 'statements', format: 'in-toto', statements, ...(time !== undefined && { at: time }) },
  };
}

function readOne(value: Json, line: number): Statement | ReportRead {
  const malformed = (why: string): ReportRead => ({ kind: 'malformed', line, column: 1, why });
  const toRead = (inner: Json, isSigned: boolean): Statement | ReportRead => {
    const read = readStatement(inner, isSigned, line);
    return typeof read === 'string' ? malformed(read) : read;
  };
  const envelope = envelopeIn(value);
  if (envelope === undefined) return toRead(value, false);
  const { payload, payloadType, signatures } = objectOf(envelope);
  if (payloadType !== PAYLOAD_TYPE) {
    const type = inShort(textOf(payloadType) ?? say('no type'), 60);
    return {
      kind: 'unsupported',
      why: say('its envelope holds {0}, and Warrant reads {1}', type, PAYLOAD_TYPE),
    };
  }
  const text = typeof payload === 'string' ? decodeBase64(payload) : undefined;
  if (text === undefined) return malformed(say('the "payload" of its envelope is not base64'));
  try {
    return toRead(parseJson(text), listOf(signatures).length > 0);
  } catch (error) {
    if (!(error instanceof MalformedReport)) throw error;
    return malformed(
      say('the "payload" of its envelope is no JSON (in its line {0}, {1})', error.line, error.why),
    );
  }
}

/** The envelope itself, that of a bundle, or that of a bundle as sites list them. */
function envelopeIn(value: Json): Json | undefined {
  const candidates = [value, at(value, 'dsseEnvelope'), at(value, 'bundle', 'dsseEnvelope')];
  return candidates.find((one) => at(one, 'payloadType') !== undefined && at(one, 'payload') !== undefined);
}

function decodeBase64(text: string): string | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import { type Message, message, say } from '../../l10n/say.ts';
import { readCobertura } from './cobertura.ts';
import { decodeReport } from './decode.ts';
import { type PlacedJson, isAttestation, readAttestations } from './envelopes.ts';
import { type Json, parseJson } from './json.ts';
import { readJUnit } from './junit.ts';
import { isLcov, readLcov } from './lcov.ts';
import { MalformedReport, type ReportRead } from './report.ts';
import { isSarif, readSarif } from './sarif.ts';
import { rootName, scanXml } from './xml.ts';

/** Reports larger than this, in bytes, are not read: several times as much as code, as scanners say much. */
export const REPORT_LIMIT = 50 * 1024 * 1024;

/** What Warrant reads, for messages. */
const READS = message('SARIF, JUnit XML, LCOV, Cobertura and in-toto');

/** XML of other tools, by its outermost element. */
const OTHER_XML: Readonly<Record<string, Message>> = {
  report: message('coverage as JaCoCo writes it'),
  'test-run': message('test results as NUnit writes them'),
  assemblies: message('test results as xUnit.net writes them'),
  assembly: message('test results as xUnit.net writes them'),
  TestRun: message('test results as Visual Studio writes them (TRX)'),
  html: message('a web page'),
};

/** Reads a report of any kind, told by what it holds. Total. */
export function readReport(bytes: Uint8Array): ReportRead {
  const text = decodeReport(bytes);
  if (text === undefined)
    return { kind: 'malformed', line: 1, column: 1, why: say('it is not text in UTF-8') };
  try {
    return readText(text);
  } catch (error) {
    if (!(error instanceof MalformedReport)) throw error;
    const { line, column, why } = error;
    return { kind: 'malformed', line, column, why };
  }
}

function readText(text: string): ReportRead {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) return { kind: 'malformed', line: 1, column: 1, why: say('it is empty') };
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return { kind: 'not-fetched' };
  if (start === '{' || start === '[') return readJson(text);
  if (start === '<') return readXml(text);
  if (isLcov(text)) return readLcov(text);
  return noReport();
}

function readXml(text: string): ReportRead {
  const root = rootName(text);
  if (root === 'testsuites' || root === 'testsuite') return readJUnit(text);
  if (root === 'coverage') return readCobertura(text);
  const other = root !== undefined && Object.hasOwn(OTHER_XML, root) ? OTHER_XML[root] : undefined;
  // Says what is wrong with it, if that is why there is no element.
  if (root === undefined) scanXml(text, { opened: () => {}, closed: () => {} });
  return other === undefined
    ? noReport()
    : { kind: 'unsupported', why: say('it is {0}; Warrant reads {1}', say(other), say(READS)) };
}

function readJson(text: string): ReportRead {
  const rows = jsonLines(text);
  if (rows) return readAttestations(rows);
  const value = parseJson(text);
  if (isAttestation(value)) return readAttestations([{ value, line: 1 }]);
  return isSarif(value) ? readSarif(text, value) : noReport();
}

/** The values of a file with one attestation a line; undefined where it is something else. @throws MalformedReport */
function jsonLines(text: string): PlacedJson[] | undefined {
  const lines = text.split('\n', 100_000);
  const first = lines.findIndex((line) => line.trim() !== '');
  const more = lines.slice(first + 1).some((line) => line.trim() !== '');
  if (!more || !/^\s*\{.*\}\s*$/.test(lines[first]!)) return undefined;
  const begin = tryJson(lines[first]!);
  if (begin === undefined || !isAttestation(begin)) return undefined;
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [{ value: parseJson(line), line: i + 1 }];
    } catch (error) {
      throw error instanceof MalformedReport ? new MalformedReport(i + 1, error.column, error.why) : error;
    }
  });
}

function tryJson(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function noReport(): ReportRead {
  return {
    kind: 'malformed',
    line: 1,
    column: 1,
    why: say('it is no report that Warrant reads ({0})', say(READS)),
  };
}

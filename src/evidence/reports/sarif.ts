import { say } from '../../l10n/say.ts';
import { type Json, type JsonObject, at, listOf, objectOf, textOf } from './json.ts';
import { linesAt } from './json-lines.ts';
import {
  type FindingsReport,
  type ReportRead,
  type ReportedFinding,
  inShort,
  oldest,
  readTime,
} from './report.ts';
import { SarifRules, idOf } from './sarif-rules.ts';

/** Whether JSON is a SARIF log, of whatever version. */
export function isSarif(value: Json): boolean {
  const { version, $schema, runs } = objectOf(value);
  if (typeof $schema === 'string' && /sarif/i.test($schema)) return true;
  return Array.isArray(runs) && typeof version === 'string';
}

/** Reads a SARIF log of version 2.1. Total but for what is no log at all. */
export function readSarif(text: string, value: Json): ReportRead {
  const { version, runs } = objectOf(value);
  if (typeof version === 'string' && !/^2\.1\./.test(version)) {
    return { kind: 'unsupported', why: say('it is SARIF {0}, and Warrant reads 2.1', inShort(version, 20)) };
  }
  if (version === undefined || !Array.isArray(runs)) {
    const lacks = version === undefined ? 'version' : 'runs';
    return { kind: 'malformed', line: 1, column: 1, why: say('it is a SARIF log without "{0}"', lacks) };
  }
  const lines = linesAt(text, ['runs', '*', 'results', '*']);
  const lineOfRun = (i: number): number => linesAt(text, ['runs', '*']).get(String(i)) ?? 1;
  const read = listOf(runs).map((run, i) => {
    const lineOf = (result: number): number => lines.get(`${i}/${result}`) ?? 1;
    return readRun(objectOf(run), lineOf, () => lineOfRun(i));
  });
  const external = listOf(runs).some(
    (run) => at(run, 'externalPropertyFileReferences', 'results') !== undefined,
  );
  if (external)
    return { kind: 'unsupported', why: say('its results lie in other files, which Warrant does not read') };
  const time = oldest(read.map((run) => run.at));
  const report: FindingsReport = {
    about: 'findings',
    format: 'SARIF',
    tools: [...new Set(read.flatMap((run) => run.tools))],
    rules: new Set(read.flatMap((run) => [...run.rules])),
    listsAll: read.length > 0 && read.every((run) => run.listsAll),
    findings: read.flatMap((run) => run.findings),
    left: {
      suppressed: read.reduce((sum, run) => sum + run.left.suppressed, 0),
      absent: read.reduce((sum, run) => sum + run.left.absent, 0),
    },
    failures:
      read.length > 0 ? read.flatMap((run) => run.failures) : [{ message: say('no tool ran'), line: 1 }],
    ...(time !== undefined && { at: time }),
  };
  return { kind: 'report', report };
}

function readRun(run: JsonObject, lineOf: (result: number) => number, ownLine: () => number): FindingsReport {
  const rules = new SarifRules(run);
  const listed = new Set(rules.ids);
  const named = new Set(listOf(run['results']).flatMap((one) => rulesOf(objectOf(one), rules)));
  const left = { suppressed: 0, absent: 0 };
  const findings = listOf(run['results']).flatMap((value, i) => {
    const result = objectOf(value);
    if (!isProblem(result)) return [];
    if (result['baselineState'] === 'absent') {
      left.absent++;
      return [];
    }
    if (isSuppressed(result)) {
      left.suppressed++;
      return [];
    }
    return [toFinding(result, rules, lineOf(i))];
  });
  const tools = [at(run, 'tool', 'driver'), ...listOf(at(run, 'tool', 'extensions'))];
  const time = oldest(listOf(run['invocations']).map(timeOf));
  return {
    about: 'findings',
    format: 'SARIF',
    tools: tools.flatMap((tool) => textOf(at(tool, 'name')) ?? []),
    rules: new Set([...listed, ...named]),
    listsAll: [...listed].some((id) => !named.has(id)),
    findings,
    left,
    failures: failuresOf(run, textOf(at(run, 'tool', 'driver', 'name')) ?? say('a tool')).map((message) => ({
      message,
      line: ownLine(),
    })),
    ...(time !== undefined && { at: time }),
  };
}

/** What passed, does not apply, or is only told, is no problem; what is open or to be reviewed by a person may be one. */
function isProblem({ kind }: JsonObject): boolean {
  return kind === undefined || kind === 'fail' || kind === 'open' || kind === 'review';
}

/** A suppression that is under review, or was rejected, does not suppress. */
function isSuppressed({ suppressions }: JsonObject): boolean {
  const all = listOf(suppressions);
  return all.length > 0 && all.every((one) => (at(one, 'status') ?? 'accepted') === 'accepted');
}

function toFinding(result: JsonObject, rules: SarifRules, line: number): ReportedFinding {
  const rule = rules.of(result);
  const [id] = rulesOf(result, rules);
  const whole = textOf(rule['id']);
  const score = scoreOf(result) ?? scoreOf(rule);
  const place = placeOf(result);
  const message = textOf(at(result, 'message', 'text')) ?? textOf(at(rule, 'shortDescription', 'text'));
  return {
    level: levelOf(result, rule),
    ...(id !== undefined && { rule: id }),
    ...(whole !== undefined && whole !== id && { partOf: whole }),
    ...(score !== undefined && { score }),
    message: inShort(message ?? id ?? say('a finding without a text')),
    ...(place !== undefined && { place }),
    line,
  };
}

/** The id that a result gives its rule, and that of the rule it is a part of. */
function rulesOf(result: JsonObject, rules: SarifRules): string[] {
  return [idOf(result), textOf(rules.of(result)['id'])].filter((id) => id !== undefined);
}

function levelOf(result: JsonObject, rule: JsonObject): ReportedFinding['level'] {
  const level = result['level'] ?? at(rule, 'defaultConfiguration', 'level');
  return level === 'error' || level === 'note' || level === 'none' ? level : 'warning';
}

/** From 0 to 10, as code hosting sites read it of rules. */
function scoreOf(holder: JsonObject): number | undefined {
  const written = at(holder, 'properties', 'security-severity');
  const score = typeof written === 'string' && written.trim() !== '' ? Number(written) : written;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}

function placeOf(result: JsonObject): string | undefined {
  const physical = at(listOf(result['locations'])[0], 'physicalLocation');
  const uri = textOf(at(physical, 'artifactLocation', 'uri'));
  const line = at(physical, 'region', 'startLine');
  return uri === undefined ? undefined : inShort(typeof line === 'number' ? `${uri}:${line}` : uri);
}

function failuresOf(run: JsonObject, tool: string): string[] {
  const failed = listOf(run['invocations']).filter((one) => at(one, 'executionSuccessful') === false);
  const said = failed.map((one) => {
    const notes = [
      ...listOf(at(one, 'toolExecutionNotifications')),
      ...listOf(at(one, 'toolConfigurationNotifications')),
    ];
    const worst = notes.find((note) => at(note, 'level') === 'error') ?? notes[0];
    const why = textOf(at(worst, 'message', 'text')) ?? textOf(at(one, 'exitCodeDescription'));
    return why === undefined
      ? say('{0} did not run successfully', inShort(tool, 40))
      : say('{0} did not run successfully ({1})', inShort(tool, 40), inShort(why));
  });
  // A scan that found nothing has an empty list.
  const scanned = Array.isArray(run['results']);
  return scanned || said.length > 0
    ? said
    : [say('{0} has no list of results, so it did not scan', inShort(tool, 40))];
}

function timeOf(invocation: Json): string | undefined {
  return readTime(at(invocation, 'endTimeUtc')) ?? readTime(at(invocation, 'startTimeUtc'));
}

import { fileOf } from '../model/file-of.ts';
import { type NodeInCase, type StandardCoverage, coverageCounts } from '../project/coverage.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import type { ThreatCoverage } from '../project/threat-coverage.ts';
import type { Coverage } from './coverage.ts';
import { type Report, shown } from './report.ts';

/** The result as one JSON document. `line` is 1-based; `state` is null for what no claim satisfies. */
export function coverageJson({ standards, unknown, threatModel }: Coverage, report: Report): string {
  const { assets, threats, residualRisks } = threatModel;
  const document = {
    schema: 1,
    root: report.root,
    standards: standards.map((one) => standardFacts(one, report)),
    unknown: unknown.map((one) => ({ ...nodeFacts(one, report), requirement: one.requirement })),
    assets: assets.map((one) => ({ ...nodeFacts(one, report), threats: one.threats.map(idOf) })),
    threats: threats.map((one) => threatFacts(one, report)),
    residualRisks: residualRisks.map((one) => threatFacts(one, report)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function standardFacts(one: StandardCoverage, report: Report) {
  const { id, title, version, file } = one.standard;
  return {
    id,
    title,
    version: version ?? null,
    file: file === undefined ? null : shown(report, file),
    summary: coverageCounts(one),
    requirements: one.requirements.map(({ requirement, isChapter, inPart, satisfiedBy, state }) => ({
      id: requirement.id,
      title: requirement.title,
      parent: requirement.parent ?? null,
      chapter: isChapter,
      state: state ?? null,
      inPart,
      satisfiedBy: satisfiedBy.map((by) => ({ ...nodeFacts(by, report), requirement: by.requirement })),
    })),
  };
}

function nodeFacts(one: NodeInCase, report: Report) {
  return {
    case: one.case.case.id,
    id: one.node.id,
    kind: one.node.kind,
    text: one.node.text,
    state: one.state,
    file: shown(report, fileOf(one.case, one.node)),
    line: one.node.idRange.start.line + 1,
  };
}

function threatFacts(one: ThreatCoverage, report: Report) {
  const { accepted, fields } = one.node;
  const valuesOf = (name: string): string[] =>
    fields.filter((field) => field.name === name).map(({ value }) => value);
  return {
    ...nodeFacts(one, report),
    impact: valuesOf('impact')[0] ?? null,
    likelihood: valuesOf('likelihood')[0] ?? null,
    entryPoints: [...valuesOf('entryPoints').map((route) => ({ route })), ...one.entryPoints.map(linkFacts)],
    assets: one.assets.map(idOf),
    answers: [
      ...one.answers.map((by) => nodeFacts(by, report)),
      ...one.evidence.map((link) => ({ kind: 'evidence', ...linkFacts(link) })),
    ],
    accepted: accepted
      ? {
          by: accepted.by ?? null,
          why: accepted.why ?? null,
          until: accepted.until ?? null,
          problems: one.acceptanceProblems ?? [],
        }
      : null,
  };
}

function linkFacts({ link, verdict }: JudgedLink) {
  return { locator: link.locator, state: verdict.state };
}

/** `case-id/node-id`, as cases name each other's nodes. */
function idOf(one: NodeInCase): string {
  return `${one.case.case.id}/${one.node.id}`;
}

import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver-protocol';
import { fileOf } from '../model/file-of.ts';
import type { Finding, Related, Severity } from '../model/finding.ts';
import { push } from '../model/multimap.ts';
import type { Snapshot } from '../project/snapshot.ts';
import { COMMIT_SCHEME, revisionUri } from './revision-uri.ts';
import { subjectUri, toUri } from './uris.ts';
import { briefName } from './wording.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * The findings of each claim file by its URI; files with none have an empty list, so that old ones go.
 *
 * @param pages the folder with a page for every rule, absolute, to which each diagnostic then leads
 */
export function diagnosticsByUri(
  { findings, claimFiles, cases }: Snapshot,
  pages?: string,
): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>(claimFiles.map((file) => [toUri(file), []]));
  for (const finding of findings) {
    const said = DRAWING.test(finding.file) ? { ...finding, message: sayOfShape(finding, cases) } : finding;
    push(byUri, toUri(finding.file), toDiagnostic(said, pages));
  }
  return byUri;
}

const DRAWING = /\.(?:drawio|dio|svg|png)(?:\.xml)?$/i;

/** A picture has no lines, and who looks at a drawing sees none either: so the message says which shape is meant. */
function sayOfShape({ message, node: id, file }: Finding, cases: Snapshot['cases']): string {
  if (id === undefined) return message;
  for (const one of cases) {
    if (!one.files.includes(file)) continue;
    const found = one.case.nodes.find((node) => node.id === id && fileOf(one, node) === file);
    const name = found && briefName(found);
    if (name !== undefined) return message.includes(name) ? message : `${name}: ${message}`;
  }
  return message;
}

function toDiagnostic(
  { rule, severity, message, range, related = [] }: Finding,
  pages: string | undefined,
): Diagnostic {
  return {
    range,
    message,
    severity: SEVERITIES[severity],
    code: rule,
    ...(pages !== undefined && { codeDescription: { href: toUri(`${pages}/${rule}.md`) } }),
    source: 'warrant',
    ...(related.length > 0 ? { relatedInformation: related.map(toRelated) } : {}),
  };
}

function toRelated({ message, place }: Related): DiagnosticRelatedInformation {
  switch (place.kind) {
    case 'claim-file':
      return { message, location: { uri: toUri(place.file), range: place.range } };
    case 'subject-file':
      return { message, location: { uri: subjectUri(place.root, place.path), range: place.range } };
    case 'commit': {
      const { root, commit, path } = place;
      return { message, location: { uri: revisionUri(COMMIT_SCHEME, { root, commit, path }), range: TOP } };
    }
  }
}

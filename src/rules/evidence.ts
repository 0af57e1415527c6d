import { say } from '../l10n/say.ts';
import type { EvidenceLink } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { Finding, Related, Severity } from '../model/finding.ts';
import { sayDateOnly } from '../model/phrases.ts';
import type { Verdict } from '../model/verdict.ts';
import type { CaseView, Check } from './rule.ts';

/** How many commits a finding leads to. */
const MOST_COMMITS = 5;

/** `evidence-missing`, `evidence-changed` …: evidence that is broken, fails, or has changed since its claim was judged. */
export const evidenceRule: Check = (view) => {
  const ids = new Map(view.case.nodes.map(({ key, id }) => [key, id]));
  return view.case.evidence.flatMap((link) => {
    const verdict = view.verdicts.get(link.key);
    const severity = verdict && severityOf(link, verdict);
    if (!verdict || !severity) return [];
    const finding = toFinding(view, link, verdict, severity, ids.get(link.parent));
    return [finding, ...missingReview(finding, verdict)];
  });
};

/** Said beside what is worse, so that whoever makes its rule an error need not make every change one. */
function missingReview({ related: _, ...finding }: Finding, { missingReview: message }: Verdict): Finding[] {
  if (message === undefined) return [];
  return [{ ...finding, rule: 'evidence-review-required', severity: 'warning', message }];
}

/** Undefined for what is shown in the tree but needs nobody's attention. */
function severityOf(link: EvidenceLink, { state, reason }: Verdict): Severity | undefined {
  if (!link.cited) return state === 'broken' ? 'information' : undefined;
  switch (state) {
    case 'broken':
    case 'failing':
      return 'error';
    case 'stale':
      return 'warning';
    case 'unreviewed':
      // Where people demand a review, want of one is theirs to know.
      return reason === 'never-reviewed' ? undefined : 'warning';
    case 'unknown':
    case 'current':
      return undefined;
  }
}

function toFinding(
  view: CaseView,
  link: EvidenceLink,
  verdict: Verdict,
  severity: Severity,
  node: string | undefined,
): Finding {
  const mention = link.cited ? '' : ` ${say('(The document only mentions it, so it does not count.)')}`;
  return {
    rule: `evidence-${verdict.reason}`,
    severity,
    message: verdict.message + mention,
    file: fileOf(view, link),
    range: link.range,
    ...(node === undefined ? {} : { node }),
    related: [...commits(view, verdict), ...places(view, verdict)],
  };
}

function commits({ subject }: CaseView, { changes }: Verdict): Related[] {
  return changes.slice(0, MOST_COMMITS).map(({ commit, author, date, summary, path }) => ({
    message: `${commit.slice(0, 8)} ${summary} (${author}, ${sayDateOnly(date)})`,
    place: { kind: 'commit', root: subject.root, commit, path },
  }));
}

/** The first target, where there is something to look at besides the commits. */
function places({ subject }: CaseView, { targets }: Verdict): Related[] {
  const target = targets[0];
  if (!target || target.endLine === 0) return [];
  const start = { line: Math.max(0, target.startLine - 1), character: 0 };
  return [
    {
      message: target.whole
        ? target.path
        : say('{0}, lines {1} to {2}', target.path, target.startLine, target.endLine),
      place: { kind: 'subject-file', root: subject.root, path: target.path, range: { start, end: start } },
    },
  ];
}

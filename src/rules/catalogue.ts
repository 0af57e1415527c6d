import { RULES } from './all.ts';
import type { RuleInfo } from './rule.ts';

/** What the readers find while they read. */
const OF_READERS: readonly RuleInfo[] = [
  { id: 'syntax', level: 'error', about: 'text that is not valid in the notation of its file', fixed: true },
  { id: 'unreadable', level: 'error', about: 'claim files that cannot be read as text', fixed: true },
  {
    id: 'too-complex',
    level: 'error',
    about: 'what is too long, too deep or too tangled to be read',
    fixed: true,
  },
  { id: 'not-a-case', level: 'error', about: 'YAML that has nothing of a case', fixed: true },
  { id: 'duplicate-id', level: 'error', about: 'ids that are used twice' },
  { id: 'duplicate-key', level: 'error', about: 'keys that are written twice in one object' },
  { id: 'merge-key', level: 'error', about: 'merge keys (`<<`), which are not read' },
  {
    id: 'wrong-type',
    level: 'error',
    about: 'values of the wrong type, such as a list where a text should be',
  },
  { id: 'misplaced-key', level: 'error', about: 'keys that are right elsewhere' },
  { id: 'unknown-key', level: 'warning', about: 'keys that mean nothing' },
  {
    id: 'contradictory-expectation',
    level: 'error',
    about: 'expectations (`expect`) that no report can meet',
  },
  { id: 'text-cut-off', level: 'warning', about: 'texts that YAML ends at a ` #`' },
  { id: 'missing-text', level: 'warning', about: 'nodes that say nothing' },
  { id: 'missing-locator', level: 'warning', about: 'evidence that leads nowhere' },
  { id: 'evidence-without-claim', level: 'warning', about: 'evidence that supports nothing' },
  { id: 'empty-case', level: 'warning', about: 'claim files and cases with nothing in them' },
  { id: 'no-claims', level: 'information', about: 'documents in which no claim was found' },
  {
    id: 'yaml-coercion',
    level: 'information',
    about: 'ids and texts that other YAML tools read as numbers, dates or booleans',
  },
];

/** What is found in notations other than the native ones. */
const OF_NOTATIONS: readonly RuleInfo[] = [
  { id: 'unknown-kind', level: 'error', about: 'nodes that do not say what they are' },
  { id: 'unrelated', level: 'warning', about: 'statements about a relation that is not there' },
  { id: 'indentation', level: 'error', about: 'lines of LTAC that are indented by no whole level' },
  { id: 'misplaced-node', level: 'error', about: 'citations of LTAC that stand where they join nothing' },
  { id: 'citation-differs', level: 'warning', about: 'citations of LTAC that differ from what they cite' },
  { id: 'unknown-option', level: 'warning', about: 'options of LTAC that mean nothing' },
  { id: 'conflicting-options', level: 'warning', about: 'options of LTAC that contradict one another' },
  { id: 'dubious-reference', level: 'information', about: 'references of LTAC that name no file or address' },
  { id: 'unclear-parent', level: 'warning', about: 'rebuttals in prose that could attack several claims' },
  { id: 'unattached', level: 'warning', about: 'shapes of a drawing that no connector leads to' },
  { id: 'loose-connector', level: 'warning', about: 'connectors of a drawing with a loose end' },
  {
    id: 'guessed-kind',
    level: 'information',
    about: 'shapes of a drawing that only their form makes a node',
  },
  { id: 'no-diagram', level: 'error', about: 'drawings that are nothing but a picture' },
];

/** What is found of references between nodes. */
const OF_REFERENCES: readonly RuleInfo[] = [
  { id: 'reference-unknown-node', level: 'error', about: 'references to nodes that do not exist' },
  { id: 'reference-unknown-case', level: 'error', about: 'references to cases that do not exist' },
  {
    id: 'reference-ambiguous-case',
    level: 'error',
    about: 'references to a case whose id several cases have',
  },
  { id: 'reference-self', level: 'error', about: 'nodes that refer to themselves' },
  { id: 'reference-cycle', level: 'error', about: 'references that close a circle' },
  { id: 'reference-repeated', level: 'warning', about: 'references that are written twice' },
];

/** What is found of the links to evidence. */
const OF_EVIDENCE: readonly RuleInfo[] = [
  { id: 'evidence-missing', level: 'error', about: 'evidence that is not there' },
  {
    id: 'evidence-unread',
    level: 'information',
    about: 'what documents cite as evidence and is no path of a file, though it looks like one',
  },
  { id: 'evidence-deleted', level: 'error', about: 'evidence that was deleted' },
  { id: 'evidence-moved', level: 'error', about: 'evidence that was moved' },
  { id: 'evidence-ambiguous', level: 'error', about: 'evidence that could be several things' },
  {
    id: 'evidence-symbol-missing',
    level: 'error',
    about: 'evidence whose file has no such symbol, heading or region',
  },
  { id: 'evidence-range-outside', level: 'error', about: 'evidence whose lines are not in its file' },
  { id: 'evidence-outside-root', level: 'error', about: 'evidence outside the repository' },
  {
    id: 'evidence-case-mismatch',
    level: 'error',
    about: 'evidence whose path is written in other letter case',
  },
  { id: 'evidence-malformed', level: 'error', about: 'reports that cannot be read as what is expected' },
  { id: 'evidence-expectation', level: 'error', about: 'reports that do not say what is expected' },
  { id: 'evidence-test-failed', level: 'error', about: 'test results in which a test failed' },
  { id: 'evidence-too-old', level: 'error', about: 'reports that are older than they may be' },
  { id: 'evidence-changed', level: 'warning', about: 'evidence that changed since its claim was judged' },
  { id: 'evidence-uncommitted', level: 'warning', about: 'evidence with a change that is not committed' },
  {
    id: 'evidence-claim-changed',
    level: 'warning',
    about: 'claims that were reworded since their evidence was reviewed',
  },
  { id: 'evidence-review-required', level: 'warning', about: 'evidence without the review that is demanded' },
  { id: 'evidence-review-expired', level: 'warning', about: 'evidence whose review is older than it may be' },
  {
    id: 'evidence-review-not-independent',
    level: 'warning',
    about: 'evidence that whoever changed it reviewed',
  },
  {
    id: 'review-without-link',
    level: 'warning',
    about: 'reviews of links that no case has, as after a claim was renamed',
  },
  { id: 'review-in-future', level: 'warning', about: 'reviews that are dated in the future' },
  { id: 'review-unreadable', level: 'warning', about: 'reviews that cannot be read', fixed: true },
  {
    id: 'history-unknown',
    level: 'information',
    about: 'cases of which git cannot tell whether their evidence changed',
  },
  { id: 'subject', level: 'error', about: 'subjects that are not there, or may not be looked into' },
];

/** What is found of comments in code that name claims. */
const OF_COMMENTS: readonly RuleInfo[] = [
  {
    id: 'comment-unknown-claim',
    level: 'warning',
    about: 'comments in code (`warrant: C2`) that name a claim that does not exist',
  },
  {
    id: 'comment-ambiguous-claim',
    level: 'warning',
    about: 'comments in code that could mean several claims',
  },
  {
    id: 'comment-not-evidence',
    level: 'information',
    about: 'comments in code that name a claim which does not list the place as evidence',
  },
];

/** What is found where an argument lies in several files. */
const OF_FILES: readonly RuleInfo[] = [
  { id: 'module-missing', level: 'error', about: 'modules that are not there, or may not be read' },
  { id: 'reference-ambiguous', level: 'error', about: 'references to an id that several nodes have' },
  { id: 'item-missing', level: 'error', about: 'items of a trudag graph that have no file' },
  { id: 'item-ambiguous', level: 'error', about: 'items of a trudag graph that could be several files' },
  { id: 'not-an-item', level: 'warning', about: 'items of a trudag graph without front matter' },
  {
    id: 'picture-missing',
    level: 'information',
    about: 'pictures that are not there, under cases that say nothing else of what they rest on',
  },
  {
    id: 'picture-without-diagram',
    level: 'information',
    about: 'pictures that hold no diagram, under cases that say nothing else of what they rest on',
  },
];

/** What is found of what a person set. */
const OF_SETTINGS: readonly RuleInfo[] = [
  { id: 'settings', level: 'error', about: 'mistakes in `warrant.yaml`', fixed: true },
  {
    id: 'unknown-reviewed-node',
    level: 'warning',
    about: 'reviews that `warrant.yaml` demands of nodes that do not exist',
  },
  { id: 'standard', level: 'error', about: 'mistakes in files with standards' },
  {
    id: 'unknown-rule',
    level: 'warning',
    about: 'comments that silence a rule that does not exist, or cannot be silenced',
  },
  { id: 'unused-suppression', level: 'hint', about: 'comments that silence nothing' },
];

/** Everything that can be found, by the name that `warrant.yaml` sets it by. */
export const CATALOGUE: ReadonlyMap<string, RuleInfo> = new Map(
  [
    ...OF_READERS,
    ...OF_NOTATIONS,
    ...OF_REFERENCES,
    ...RULES,
    ...OF_EVIDENCE,
    ...OF_COMMENTS,
    ...OF_FILES,
    ...OF_SETTINGS,
  ].map(({ id, level, about, fixed }) => [id, { id, level, about, ...(fixed && { fixed }) }]),
);

import assert from 'node:assert/strict';
import { sayIn } from '../../src/l10n/say.ts';
import { summarize } from '../../src/project/judging/explain.ts';
import { ADA, named, withProject } from '../project/reviews/support.ts';
import { judgeReports } from '../project/judging/reports/judged-reports.ts';
import { caseText } from '../support/case-text.ts';
import { openForEachTest } from '../support/each-test.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { TODAY, type TestProject, linksOf } from '../support/project.ts';
import { bundleOf } from './marking.ts';

const SOURCE = `def login(user):
    return check(user)


def logout(user):
    forget(user)
`;
const BEN = { author: 'Ben Builder', email: 'ben@example.org' };

describe('what is said of links, in German', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));
  beforeEach(() => sayIn(bundleOf('bundle.l10n.de.json')));
  afterEach(() => sayIn({}));

  /** What is said of each link, in full and in short. */
  async function said(): Promise<string[][]> {
    const links = linksOf(await opened.project.check());
    return links.map(({ verdict }) => [verdict.message, summarize(verdict, TODAY)]);
  }

  it('tells who changed evidence since when', async () => {
    repository.commitFiles(
      { 'src/a.py': SOURCE, 'a.case.yaml': caseText('src/a.py', 'src/a.py#login', 'src/') },
      { date: '2026-05-03T10:00:00Z' },
    );
    repository.commitFiles(
      { 'src/a.py': SOURCE.replace('check(user)', 'ask(user)') },
      { ...BEN, date: '2026-05-04T10:00:00Z' },
    );
    const text = `${SOURCE.replace('check(user)', 'True')}\n\ndef renew(user):\n    pass\n`;
    const commit = repository.commitFiles(
      { 'src/a.py': text },
      { ...BEN, date: '2026-11-17T10:00:00Z', message: 'Let everybody in' },
    );
    const by = `Ben Builder am 17. Nov. im Commit „Let everybody in“ (${commit.slice(0, 8)})`;
    const since = 'seit die Behauptung zuletzt bearbeitet wurde (3. Mai, Ada Author): 2-mal, zuletzt von';
    const short = 'veraltet: 2 Änderungen seit 3. Mai';
    assert.deepEqual(await said(), [
      [
        `src/a.py hat sich geändert, ${since} ${by}. Geändert: login; neu: renew. Gilt die Behauptung weiterhin?`,
        short,
      ],
      [`src/a.py#login hat sich geändert, ${since} ${by}. Gilt die Behauptung weiterhin?`, short],
      [
        `src/ hat sich geändert, ${since} ${by}. 1 von 1 Datei darin geändert: a.py. Gilt die Behauptung weiterhin?`,
        short,
      ],
    ]);
  });

  it('tells where evidence may be that is not there', async () => {
    repository.commitFiles(
      {
        'src/a.py': SOURCE,
        'old.py': `${SOURCE}old = 1\n`,
        'gone.json': '{"tls": {"min": 1}}\n',
        'a.case.yaml': caseText('lib/a.py', 'src/a.py#logn', 'src/a.py#L90', 'old.py', 'gone.json#/tls/min'),
      },
      { date: '2026-05-03T10:00:00Z' },
    );
    repository.rename('old.py', 'src/new.py');
    const commit = repository.commitFiles(
      { 'gone.json': '{"tls": {"max": 2}}\n' },
      { ...BEN, date: '2025-05-04T10:00:00Z', message: 'Tidy up' },
    );
    const by = `Ben Builder am 4. Mai 2025 im Commit „Tidy up“ (${commit.slice(0, 8)})`;
    assert.deepEqual(await said(), [
      [
        'lib/a.py gibt es nicht. Meinten Sie src/a.py? (derselbe Name an anderer Stelle)',
        'defekt: nicht vorhanden',
      ],
      [
        'In src/a.py gibt es logn nicht. Meinten Sie src/a.py#login? (steht in der Datei)',
        'defekt: kein solches Symbol',
      ],
      ['src/a.py#L90 liegt außerhalb der Datei, die nur 6 Zeilen hat.', 'defekt: Zeilen außerhalb der Datei'],
      [
        `old.py wurde von ${by} nach src/new.py verschoben. Lassen Sie den Verweis dorthin zeigen.`,
        'defekt: verschoben',
      ],
      [`Der Schlüssel /tls/min wurde von ${by} aus gone.json gelöscht.`, 'defekt: kein solches Symbol'],
    ]);
  });

  it('tells what several places fit', async () => {
    repository.commitFiles({
      'a.py': 'class A:\n    def go(self): pass\n\n\nclass B:\n    def go(self): pass\n',
      'a.case.yaml': caseText('a.py#go'),
    });
    assert.deepEqual(await said(), [
      [
        'a.py#go passt auf mehrere Stellen: A.go in Zeile 2 und B.go in Zeile 6. Schreiben Sie, was gemeint ist, etwa a.py#A.go.',
        'defekt: mehrere passen',
      ],
    ]);
  });

  it('tells who reviewed evidence', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': caseText('src/a.py', 'src/a.py#login') });
    const { project } = opened;
    await project.review({ links: named(await project.check(), []), by: ADA });
    repository.write({ 'src/a.py': SOURCE.replace('forget(user)', 'pass') });
    const snapshot = await withProject(repository, ({ project: fresh }) => fresh.check());
    const verdicts = linksOf(snapshot).map(({ verdict }) => verdict);
    assert.equal(
      verdicts[0]?.message,
      'src/a.py hat sich geändert, seit Ada Author es begutachtet hat (15. Juni), und die Änderung ist nicht committet. Geändert: logout. Gilt die Behauptung weiterhin?',
    );
    assert.deepEqual(
      verdicts.map((verdict) => summarize(verdict, TODAY)),
      ['veraltet: geändert, nicht committet', 'begutachtet von Ada Author am 15. Juni'],
    );
  });

  it('tells what a report says', async () => {
    const tests = '<testsuite><testcase name="in"/><testcase name="out"><failure/></testcase></testsuite>';
    const covered = 'TN:\nSF:a.c\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n';
    const verdicts = await judgeReports([
      { expect: '{passed: all}', report: tests },
      { expect: '{min: {lines: 66.6}}', report: covered },
    ]);
    assert.deepEqual(
      verdicts.map(({ message }) => message),
      [
        'report ist nicht wie erwartet: 1 von 2 Tests nicht bestanden: out ist fehlgeschlagen. Berichtigen Sie den Code oder den Test und lassen Sie die Tests noch einmal laufen, oder überdenken Sie die Behauptung.',
        'report: 66,6 % der Zeilen (2 von 3; mindestens: 66,6 %), 1 Datei – wie erwartet.',
      ],
    );
  });
});

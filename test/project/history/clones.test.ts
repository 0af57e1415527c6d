import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { cloneRepository, type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

const SOURCE = `def login(user):\n    return check(user)\n\n\n${linesOf('x', 8)}`;
const CHANGED = SOURCE.replace('check(user)', 'True');

describe('evidence in a clone that has not all of history', () => {
  let origin: TestRepository;
  const clones: TestRepository[] = [];
  beforeEach(() => {
    origin = makeRepository();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  });
  afterEach(() => {
    for (const each of [origin, ...clones.splice(0)]) each.remove();
  });

  function clone(...options: string[]): TestRepository {
    const made = cloneRepository(origin, ...options);
    clones.push(made);
    return made;
  }

  const LOCATORS = ['src/a.py#login', 'src/b.py', 'src/'];
  const FILES = { 'src/a.py': SOURCE, 'src/b.py': 'pass\n', 'a.case.yaml': caseText(...LOCATORS) };
  const STALE = ['stale/changed', 'current/unchanged', 'stale/changed'];

  it('is judged where history is cut off before it matters', async () => {
    origin.commitFiles({ 'README.md': '1\n' });
    origin.commitFiles({ 'README.md': '2\n' });
    origin.commitFiles(FILES);
    origin.commitFiles({ 'src/a.py': CHANGED });
    assert.deepEqual((await check(clone('--depth', '3').root)).all, STALE);
  });

  it('is unknown where it is cut off after', async () => {
    origin.commitFiles(FILES, { date: '2024-01-01T00:00:00Z' });
    origin.commitFiles({ 'src/a.py': CHANGED }, { date: '2024-02-01T00:00:00Z' });
    origin.commitFiles({ 'README.md': '2\n' }, { date: '2024-03-01T00:00:00Z' });
    for (const how of [
      ['--depth', '1'],
      ['--depth', '2'],
      ['--shallow-since', '2024-01-15'],
    ]) {
      const checked = await check(clone(...how).root);
      assert.deepEqual(checked.all, Array(3).fill('unknown/shallow'), how.join(' '));
      assert.match(checked.verdict('src/b.py').message, /git fetch --unshallow/);
    }
    assert.deepEqual((await check(clone('--depth', '3').root)).all, STALE);
  });

  it('is judged without what a partial clone has not fetched, or is unknown, and nothing is fetched', async () => {
    origin.commitFiles(FILES);
    origin.commitFiles({ 'src/a.py': CHANGED });
    origin.commitFiles({ 'src/b.py': 'x\n' });
    origin.commitFiles({ 'src/b.py': 'pass\n' });
    const partial = clone('--filter=blob:none');
    const before = partial.git('count-objects', '-v');
    const checked = await check(partial.root);
    assert.deepEqual(checked.all, ['unknown/not-fetched', 'current/unchanged', 'unknown/not-fetched']);
    assert.match(checked.verdict('src/a.py#login').message, /partial clone.*git log -p -- src\/a\.py does/);
    assert.equal(partial.git('count-objects', '-v'), before);
    partial.git('log', '-p', '--', 'src/a.py');
    assert.equal((await check(partial.root)).all[0], STALE[0]);
  });

  it('is unknown where a sparse checkout leaves out what was never fetched', async () => {
    const report = '{at: my reports/r.xml, expect: {passed: [a]}}';
    const config = '{at: lib/c.json#/a, expect: {equals: 1}}';
    const text = caseText('src/a.py', 'src/a.py#login', report, config);
    const files = {
      'lib/c.json': '{"a": 1}',
      'my reports/r.xml': '<testsuite><testcase name="a"/></testsuite>\n',
    };
    origin.commitFiles({ ...FILES, ...files, 'a.case.yaml': text });
    origin.commitFiles({ 'src/a.py': CHANGED });
    const partial = clone('--filter=blob:none', '--sparse');
    const before = partial.git('count-objects', '-v');
    const checked = await check(partial.root, { countLines: true });
    assert.deepEqual(checked.all, Array(4).fill('unknown/not-fetched'));
    assert.match(checked.verdict('src/a.py').message, /git log -p -- src\/a\.py does/);
    assert.match(checked.verdict('my reports/r.xml').message, /git log -p -- 'my reports\/r\.xml' does/);
    assert.equal(partial.git('count-objects', '-v'), before);
    partial.git('log', '-p');
    const fetched = ['stale/changed', 'stale/changed', 'current/as-expected', 'current/as-expected'];
    assert.deepEqual((await check(partial.root)).all, fetched);
  });

  it('is unknown in a clone without trees', async () => {
    origin.commitFiles({ 'README.md': '1\n' });
    origin.commitFiles(FILES);
    origin.commitFiles({ 'src/a.py': CHANGED });
    const partial = clone('--filter=tree:0');
    const before = partial.git('count-objects', '-v');
    const checked = await check(partial.root);
    assert.deepEqual(checked.all, Array(3).fill('unknown/not-fetched'));
    assert.match(checked.verdict('src/b.py').message, /partial clone/);
    assert.equal(partial.git('count-objects', '-v'), before);
  });

  it('is judged at the revision it is pinned to, or is unknown where that was never fetched', async () => {
    origin.commitFiles({ 'src/a.py': SOURCE, 'src/b.py': 'pass\n' });
    origin.commitFiles({ 'src/a.py': CHANGED });
    const cases = makeRepository();
    clones.push(cases);
    cases.commitFiles({ 'a.case.yaml': caseText(...LOCATORS) });
    const judge = (root: string, rev: string) => check(cases.root, { subject: { root, rev } });
    assert.deepEqual((await judge(origin.root, 'HEAD~1')).all, STALE);
    assert.deepEqual((await judge(origin.root, 'HEAD')).all, Array(3).fill('current/unchanged'));
    const shallow = clone('--depth', '1');
    const first = origin.git('rev-parse', 'HEAD~1');
    const checked = await judge(shallow.root, first);
    assert.deepEqual(checked.all, Array(3).fill('unknown/shallow'));
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { nodeFileWriter } from '../../src/node/file-writer.ts';
import { makeFolder } from '../support/git-repository.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the writer of files', () => {
  const writer = nodeFileWriter();
  let outer: string;
  let root: string;

  beforeEach(() => {
    outer = makeFolder();
    root = `${outer}/root`;
    mkdirSync(root);
  });
  afterEach(() => rmSync(outer, { recursive: true }));

  const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
  const isAlone = (...names: string[]): void => assert.deepEqual(readdirSync(root).sort(), names.sort());

  it('makes a file, and never replaces one', async () => {
    assert.deepEqual(await writer.create(root, 'a.yaml', bytes('one')), { kind: 'written' });
    assert.deepEqual(await writer.create(root, 'a.yaml', bytes('two')), { kind: 'exists' });
    assert.equal(textOf('a.yaml'), 'one');
    isAlone('a.yaml');
  });

  it('replaces a file that is still what was read, and keeps who may read it', async () => {
    writeFileSync(join(root, 'a.yaml'), 'one');
    chmodSync(join(root, 'a.yaml'), 0o640);
    assert.deepEqual(await writer.replace(root, 'a.yaml', bytes('one'), bytes('two')), { kind: 'written' });
    assert.deepEqual(await writer.replace(root, 'a.yaml', bytes('one'), bytes('three')), { kind: 'changed' });
    assert.deepEqual(await writer.replace(root, 'none.yaml', bytes(''), bytes('x')), { kind: 'changed' });
    assert.equal(textOf('a.yaml'), 'two');
    if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a.yaml')).mode & 0o777, 0o640);
    isAlone('a.yaml');
  });

  it('says where there is no folder', async () => {
    assert.deepEqual(await writer.create(root, 'none/a.yaml', bytes('x')), { kind: 'no-folder' });
  });

  it('writes nothing outside of its root, neither by name nor by link', async () => {
    writeFileSync(join(outer, 'out.yaml'), 'mine');
    mkdirSync(join(outer, 'folder'));
    symlinkSync('../out.yaml', join(root, 'link.yaml'));
    symlinkSync('../nothing.yaml', join(root, 'dangling.yaml'));
    symlinkSync('../folder', join(root, 'folder'));
    for (const path of [
      '../out.yaml',
      '../new.yaml',
      'link.yaml',
      'dangling.yaml',
      'folder/a.yaml',
      '',
      '/tmp/x',
    ]) {
      const outside = { kind: 'outside' };
      assert.deepEqual(await writer.create(root, path, bytes('x')), outside, path);
      assert.deepEqual(await writer.replace(root, path, bytes('mine'), bytes('x')), outside, path);
    }
    assert.equal(readFileSync(join(outer, 'out.yaml'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(join(outer, 'folder')), []);
    assert.ok(!existsSync(join(outer, 'nothing.yaml')));
  });

  it('writes what a link within the root leads to', async () => {
    mkdirSync(join(root, 'kept'));
    writeFileSync(join(root, 'kept/a.yaml'), 'one');
    symlinkSync('kept/a.yaml', join(root, 'a.yaml'));
    assert.deepEqual(await writer.replace(root, 'a.yaml', bytes('one'), bytes('two')), { kind: 'written' });
    assert.equal(textOf('kept/a.yaml'), 'two');
    assert.equal(textOf('a.yaml'), 'two');
    isAlone('a.yaml', 'kept');
  });

  it('cleans up after a process that was killed, and after no other', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
    const left = (pid: number, tag: string): string => `.a.yaml.${pid}.${tag}.tmp`;
    const names = [
      left(gone, '00000001'),
      left(process.pid, '00000002'),
      '.a.yaml.notes.tmp',
      left(gone, '00000003'),
    ];
    for (const name of names) writeFileSync(join(root, name), 'half');
    for (const name of names.slice(0, 3)) utimesSync(join(root, name), new Date(0), new Date(0));
    await writer.create(root, 'a.yaml', bytes('one'));
    isAlone('a.yaml', ...names.slice(1));
  });
});

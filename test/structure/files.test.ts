import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Hosts of package registries, in parts so that this file does not name one; and the one that npm uses here. */
const REGISTRIES = [
  ['registry', 'npmjs', 'org'].join('.'),
  ['registry', 'yarnpkg', 'com'].join('.'),
  hostOfRegistry(),
];

/** All files that are or could be committed, as paths with `/`. */
function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function hostOfRegistry(): string | undefined {
  const registry = process.env['npm_config_registry'];
  return registry ? new URL(registry).host : undefined;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function lines(path: string): number {
  return read(path).split('\n').length - 1;
}

describe('the files of the project', () => {
  const files = projectFiles();
  const sources = files.filter((path) => /^src\/.*\.ts$/.test(path));

  it('are short: the median of src is below 100 lines', () => {
    const lengths = sources.map(lines).sort((a, b) => a - b);
    assert.ok(lengths[Math.floor(lengths.length / 2)]! < 100, `lengths: ${lengths.join(' ')}`);
  });

  it('are never longer than 500 lines', () => {
    const code = files.filter((path) => /\.(ts|mts|mjs|js)$/.test(path));
    assert.deepEqual(
      code.filter((path) => lines(path) > 500),
      [],
    );
  });

  it('lock packages by what they are, not by where one machine got them', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const fetched = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'));
    assert.deepEqual(fetched, []);
  });

  it('name no package registry', () => {
    const hosts = REGISTRIES.filter((host) => host !== undefined);
    assert.deepEqual(
      files.filter((path) => hosts.some((host) => read(path).includes(host))),
      [],
    );
  });

  it('know nothing of the folder they lie in', () => {
    // A checkout at the top of a file system (`/app`) has a path that may well stand in a file for its own reasons.
    if (ROOT.split(/[\\/]/).length < 3) return;
    assert.deepEqual(
      files.filter((path) => read(path).includes(ROOT)),
      [],
    );
  });
});

/*
 * What has to be there before anything else can run: Node, git and the installed packages. Plain JavaScript without dependencies,
 * because it runs when nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './npm.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that the packages in package.json run on. */
const OLDEST_NODE = [20, 19];

/**
 * Checks Node and git, and installs the packages unless what is installed is what package-lock.json asks for.
 * Ends the process with a message where it cannot go on.
 */
export function ensure() {
  try {
    checkNode();
    checkGit();
    if (!isInstalled()) install();
  } catch (error) {
    console.error(`warrant: ${error.message}`);
    process.exit(1);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}.`);
}

function checkGit() {
  const result = spawnSync('git', ['--version'], { stdio: 'ignore' });
  if (result.error || result.status !== 0) throw new Error('git is needed, and is not on PATH.');
}

/** Without the packages' own install steps: none of them is needed, and some would download or compile. */
function install() {
  const hasLock = existsSync(join(ROOT, 'package-lock.json'));
  console.log('Installing packages …');
  runNpm([hasLock ? 'ci' : 'install', '--ignore-scripts', '--no-audit', '--no-fund'], ROOT);
}

/** Compares the lock file with the record that npm leaves in node_modules when an installation is complete. */
function isInstalled() {
  const installed = packagesIn(join('node_modules', '.package-lock.json'));
  if (!installed) return false;
  const wanted = packagesIn('package-lock.json') ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

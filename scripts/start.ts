/*
 * `npm start [-- --no-open]`: builds, makes the demo workspace, says what `warrant check` makes of it, and opens it in VS Code: the desktop
 * one if there is one, else a served one whose address it prints, until it is stopped.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { build } from './build.ts';
import { makeDemo } from './demo/make-demo.ts';
import { runMain } from './main.ts';
import { packageExtension, VSIX } from './package.ts';
import { CACHE, DEMO, DIST, ROOT } from './paths.ts';
import { openInDesktop } from './vscode/desktop.ts';
import { installExtension, serveVscode } from './vscode/serve.ts';
import { serverPackage } from './vscode/server-package.ts';
import { windowUrl } from './vscode/window-url.ts';

const DEMO_NAME = relative(ROOT, DEMO);

await runMain(async () => {
  console.log('Building …');
  await build(true);
  console.log(`Making the demo workspace ${DEMO_NAME} …`);
  await makeDemo(DEMO);
  await showCheck();
  if (process.argv.includes('--no-open')) return;
  if (await openInDesktop(ROOT, DEMO)) console.log(`\n${DEMO_NAME} is open in VS Code.`);
  else await serveDemo();
});

/** Its exit status says that the demo has broken evidence, which is what the demo is for. */
async function showCheck(): Promise<void> {
  console.log(`\n$ warrant check --root ${DEMO_NAME}\n`);
  const args = [join(DIST, 'cli.cjs'), 'check', '--root', DEMO_NAME];
  await once(spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }), 'close');
}

async function serveDemo(): Promise<void> {
  console.log('\nNo desktop VS Code was found, so one is served from this machine …');
  await Promise.all([packageExtension(), serverPackage()]);
  const token = randomUUID();
  const extensionsFolder = await installExtension(VSIX, join(CACHE, 'installed'));
  const dataFolder = join(CACHE, 'start');
  const vscode = await serveVscode({ dataFolder, trust: true, extensionsFolder, token });
  console.log(
    `\n  Open this address in a browser:\n\n    ${windowUrl(vscode.authority, { workspace: DEMO, token })}\n`,
  );
  console.log('  Press Ctrl-C to stop.');
  await vscode.ended;
  throw new Error(`VS Code ended by itself. The end of its log:\n${await vscode.logTail()}`);
}

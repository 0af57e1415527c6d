import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../run.ts';
import { installOnce } from './install-once.ts';

/** VS Code 1.139.1, whole, as an npm package. */
const CODE_SERVER = '4.139.1';

/** The Node it is made for, as an npm package too: the one that runs these scripts may be older. */
const NODE = '24.21.0';

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

export interface ServerPackage {
  /** The Node that has to run it. */
  readonly node: string;
  /** The program, for that Node. */
  readonly main: string;
  /** Where it has to be started. */
  readonly folder: string;
}

/**
 * VS Code as a server, installed into the cache the first time (780 MB).
 *
 * @throws Error where the platform has none, or npm cannot install it
 */
export async function serverPackage(): Promise<ServerPackage> {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new Error(
      `There is no served VS Code for ${platform} (only for ${PLATFORMS.join(', ')}). Use the desktop one: put \`code\` on PATH, or run \`npm run test:desktop\`.`,
    );
  }
  const nodePackage = `node-${platform}`;
  const cached = await installOnce(`code-server-${CODE_SERVER}-node-${NODE}`, async (folder) => {
    console.log('Installing VS Code into the cache (once; about 200 MB to download) …');
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await install(folder, [`${nodePackage}@${NODE}`, `code-server@${CODE_SERVER}`]);
    await install(vscodeFolder(folder), ['--omit=dev']);
    await access(join(vscodeFolder(folder), 'out', 'server-main.js'));
  });
  return {
    node: join(cached, 'node_modules', nodePackage, 'bin', 'node'),
    main: join(vscodeFolder(cached), 'out', 'server-main.js'),
    folder: vscodeFolder(cached),
  };
}

/** Without the packages' own install steps, which would compile what is not needed. */
async function install(folder: string, args: readonly string[]): Promise<void> {
  await npm(
    ['install', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund', ...args],
    folder,
  );
}

function vscodeFolder(cached: string): string {
  return join(cached, 'node_modules', 'code-server', 'lib', 'vscode');
}

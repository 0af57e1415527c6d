import { createWriteStream } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lastLines, runOrThrow } from '../run.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';
import { serverPackage } from './server-package.ts';
import type { ServerPackage } from './server-package.ts';
import { writeSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface ServeOptions {
  /** Absolute path of a folder for its data and log; emptied at the start. */
  readonly dataFolder: string;
  /** Whether folders are trusted without asking; otherwise they open in Restricted Mode. */
  readonly trust: boolean;
  /** Whether a window may be told to run tests. */
  readonly testable?: boolean;
  /** What a browser has to know to get in. Without it, every program on this machine gets in. */
  readonly token?: string;
  /** A packaged extension to install. */
  readonly vsix?: string;
  /** Folders of extensions to have there as if they were installed. */
  readonly extensionFolders?: readonly string[];
  readonly settings?: Settings;
  /** Added to the environment of the server and of its extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServedVscode {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** Where packaged extensions are installed. */
  readonly extensionsFolder: string;
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
  /** The end of what the server said. */
  logTail(): Promise<string>;
  stop(): Promise<void>;
}

/** What the server says when it can be reached. */
const READY = /Web UI available at http:\/\/[^\s:]+:(\d+)/;

/** How long it may take to start, in milliseconds; it takes one to two seconds. */
const START = 60_000;

/**
 * Starts VS Code as a server on a free port of this machine, with its own settings and extensions.
 *
 * @throws Error with the end of its log if it does not start
 */
export async function serveVscode(options: ServeOptions): Promise<ServedVscode> {
  const server = await serverPackage();
  const { dataFolder } = options;
  await rm(dataFolder, { recursive: true, force: true });
  await writeSettings(dataFolder, options.settings ?? {});
  for (const folder of options.extensionFolders ?? []) {
    // What lies here when it starts for the first time counts as installed.
    await cp(folder, join(dataFolder, 'extensions', basename(folder)), { recursive: true });
  }
  if (options.vsix) await installExtension(server, options.vsix, dataFolder);
  const group = startGroup(server.node, [server.main, ...serverArguments(options)], {
    cwd: server.folder,
    env: options.env ?? {},
  });
  const log = join(dataFolder, 'server.log');
  const logTail = async () => lastLines(await readFile(log, 'utf8').catch(() => ''), 30);
  try {
    const authority = await started(group, log);
    return {
      authority,
      extensionsFolder: join(dataFolder, 'extensions'),
      ended: group.ended,
      logTail,
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw new Error(`${(error as Error).message} The end of its log (${log}):\n${await logTail()}`);
  }
}

function serverArguments({ dataFolder, trust, testable, token }: ServeOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--user-data-dir', join(dataFolder, 'user'), ...dataArguments(dataFolder)],
    '--disable-telemetry',
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(testable ? ['--enable-smoke-test-driver'] : []),
  ];
}

function dataArguments(dataFolder: string): string[] {
  return ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
}

async function installExtension(
  { node, main, folder }: ServerPackage,
  vsix: string,
  data: string,
): Promise<void> {
  await runOrThrow(node, [main, '--install-extension', vsix, ...dataArguments(data)], {
    cwd: folder,
    timeout: 120_000,
  });
}

/** Copies what the server says into its log until it says where it can be reached. */
async function started({ process: server, ended }: ProcessGroup, log: string): Promise<string> {
  await mkdir(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  let said = '';
  return new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code ${why}.`));
    const timer = setTimeout(() => fail(`did not start within ${START / 1000} s`), START);
    const listen = (chunk: Buffer) => {
      file.write(chunk);
      said += chunk.toString('utf8');
      const port = READY.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      said = '';
      resolve(`127.0.0.1:${port}`);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('error', (error) => fail(`did not start: ${error.message}`));
    void ended.then(() => {
      clearTimeout(timer);
      file.end();
      fail('ended while it started');
    });
  });
}

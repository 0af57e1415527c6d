import { createWriteStream } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lastLines, runOrThrow } from '../run.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';
import { serverPackage } from './server-package.ts';
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
  /** Absolute path of a folder that `installExtension` made; default: one of its own, without extensions but those of `extensionFolders`. */
  readonly extensionsFolder?: string;
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
    await cp(folder, join(extensionsOf(options), basename(folder)), { recursive: true });
  }
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
      extensionsFolder: extensionsOf(options),
      ended: group.ended,
      logTail,
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw new Error(`${(error as Error).message} The end of its log (${log}):\n${await logTail()}`);
  }
}

function extensionsOf({ extensionsFolder, dataFolder }: ServeOptions): string {
  return extensionsFolder ?? join(dataFolder, 'extensions');
}

function serverArguments(options: ServeOptions): string[] {
  const { dataFolder, trust, testable, token } = options;
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--user-data-dir', join(dataFolder, 'user'), '--server-data-dir', dataFolder],
    ...['--extensions-dir', extensionsOf(options)],
    '--disable-telemetry',
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(testable ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * Installs a packaged extension as VS Code does. Any number of servers may use the folder, at the same time too, as long as none installs another.
 *
 * @param vsix absolute path
 * @param folder absolute path of a folder, which is emptied
 * @returns the folder of extensions in it
 */
export async function installExtension(vsix: string, folder: string): Promise<string> {
  const { node, main, folder: cwd } = await serverPackage();
  await rm(folder, { recursive: true, force: true });
  const extensions = join(folder, 'extensions');
  const where = ['--server-data-dir', folder, '--extensions-dir', extensions];
  await runOrThrow(node, [main, '--install-extension', vsix, ...where], { cwd, timeout: 120_000 });
  return extensions;
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

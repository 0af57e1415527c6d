import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, runOrThrow } from '../run.ts';
import { installOnce } from './install-once.ts';

/** Chromium as an npm package; the last version that Node 20 can unpack. */
const CHROMIUM = '147.0.0';

/** That Chromium brings only Open Sans; an editor without a monospaced font is no fair picture of one. */
const FONTS = '2.37.3';

export interface BrowserProgram {
  /** Absolute path. */
  readonly program: string;
  /** Added to the environment in which it is started. */
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacks into the temporary folder; the variable makes it unpack the libraries too that a bare system lacks. */
const UNPACK = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
const UNPACK_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };

/** Finds fonts beside itself, and the system's. */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/**
 * A browser for a Linux machine that has none, installed into the cache the first time (210 MB).
 *
 * @throws Error where the platform has none, or npm cannot install it
 */
export async function packagedBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No browser was found. Install Chrome, Chromium or Edge, or name one in WARRANT_BROWSER.',
    );
  }
  const folder = await installOnce(`chromium-${CHROMIUM}`, install);
  return {
    program: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf'),
    },
  };
}

async function install(folder: string): Promise<void> {
  console.log('Installing a browser into the cache (once; about 70 MB to download) …');
  const packages = join(folder, 'packages');
  await mkdir(packages);
  await writeFile(join(packages, 'package.json'), '{ "private": true }\n');
  const names = [`@sparticuz/chromium@${CHROMIUM}`, `dejavu-fonts-ttf@${FONTS}`];
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names], packages);
  await runOrThrow(process.execPath, ['-e', UNPACK], {
    cwd: packages,
    env: { ...UNPACK_LIBRARIES, TMPDIR: folder },
  });
  await installFonts(folder, join(packages, 'node_modules', 'dejavu-fonts-ttf', 'ttf'));
  await rm(packages, { recursive: true });
}

async function installFonts(folder: string, source: string): Promise<void> {
  const fonts = join(folder, 'fonts');
  for (const name of ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf', 'DejaVuSans.ttf']) {
    await cp(join(source, name), join(fonts, name));
  }
  await rename(join(fonts, 'fonts.conf'), join(fonts, 'fonts.conf.packaged'));
  await writeFile(join(fonts, 'fonts.conf'), FONT_CONFIGURATION);
}

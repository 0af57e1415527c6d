import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

export const LIGHT: Settings = { 'workbench.colorTheme': 'Default Light Modern' };
export const HIGH_CONTRAST: Settings = { 'workbench.colorTheme': 'Default High Contrast' };
export const HIGH_CONTRAST_LIGHT: Settings = { 'workbench.colorTheme': 'Default High Contrast Light' };
export const DARK: Settings = { 'workbench.colorTheme': 'Default Dark Modern' };

/** A window with nothing in it that was not asked for. */
const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  // In a browser VS Code saves by itself; on the desktop it does not.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * Writes the settings of a served VS Code before it starts.
 *
 * @param dataFolder the folder it will be started with
 * @param settings added to those of a quiet, dark window
 */
export async function writeSettings(dataFolder: string, settings: Settings): Promise<void> {
  const text = JSON.stringify({ ...QUIET, ...DARK, ...settings }, null, 2);
  for (const path of ['user/User/settings.json', 'data/Machine/settings.json']) {
    const file = join(dataFolder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FORBIDDEN: readonly [folder: string, module: string][] = [
  ['model', '../formats/format.ts'],
  ['ports', 'node:fs'],
  ['formats', '../evidence/locator.ts'],
  ['evidence', '../history/log.ts'],
  ['history', '../project/project.ts'],
  ['rules', '../project/project.ts'],
  ['project', 'node:fs'],
  ['project', 'simple-git'],
  ['project', '../node/git.ts'],
  ['service', 'vscode'],
  ['service', '../formats/format.ts'],
  ['node', '../project/project.ts'],
  ['server', 'vscode'],
  ['server', '../client/extension.ts'],
  ['cli', '../server/main.ts'],
  ['client', '../server/main.ts'],
  ['client', '../project/project.ts'],
  ['panel', '../client/extension.ts'],
  ['panel', 'node:path'],
];

const ALLOWED: readonly [folder: string, module: string][] = [
  ['formats', '../model/text.ts'],
  ['project', '../evidence/locator.ts'],
  ['service', '../project/project.ts'],
  ['server', '../node/host.ts'],
  ['client', '../server/protocol.ts'],
  ['client', 'vscode'],
  ['cli', 'node:fs'],
];

describe('the walls between folders', () => {
  // Types take seconds to work out and play no part in which imports are allowed.
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });

  /** The rules that a file of `folder` breaks by importing `module`. */
  async function broken(folder: string, module: string): Promise<(string | null)[]> {
    const text = `import { something } from '${module}';\nexport const used = something;\n`;
    const [result] = await eslint.lintText(text, { filePath: `src/${folder}/deliberate-violation.ts` });
    return result!.messages.map(({ ruleId }) => ruleId);
  }

  for (const [folder, module] of FORBIDDEN) {
    it(`keep src/${folder} from importing ${module}`, async () => {
      assert.deepEqual(await broken(folder, module), ['no-restricted-imports']);
    });
  }

  for (const [folder, module] of ALLOWED) {
    it(`let src/${folder} import ${module}`, async () => {
      assert.deepEqual(await broken(folder, module), []);
    });
  }
});

import { build } from '../build.ts';
import { builtInExtensions } from '../../test/syntaxes/base-grammars.ts';
import { packageExtension } from '../package.ts';
import { launchBrowser } from '../vscode/browser.ts';
import { serverPackage } from '../vscode/server-package.ts';
import type { Suite } from './suite.ts';

export const BUILD = preparation('build', 'bundle the product', [], () => build(false));

export const PACKAGE = preparation('package', 'package the extension', ['build'], packageExtension);

export const VSCODE = preparation('vscode', 'see that VS Code and a browser are there', [], async () => {
  await serverPackage();
  const browser = await launchBrowser();
  await browser.close();
});

/** Any VS Code will do, so that a system without a served one can use what `npm run test:desktop` downloaded. */
export const GRAMMARS = preparation(
  'grammars',
  'see that the grammars of VS Code are there',
  [],
  async () => {
    await builtInExtensions();
  },
);

function preparation(name: string, what: string, needs: readonly string[], work: () => Promise<void>): Suite {
  return {
    name,
    what,
    needs,
    prepares: true,
    async run() {
      await work();
      return [];
    },
  };
}

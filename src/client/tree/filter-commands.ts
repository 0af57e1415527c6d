import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { NODE_STATES, type NodeState } from '../../model/state.ts';
import {
  type TreeGrouping,
  type TreeMatches,
  type TreeOptions,
  TREE_MATCHES,
} from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ShownOptions } from './shown-options.ts';
import { stateIconName } from './state-icons.ts';
import { stateWord } from '../../model/state-words.ts';

/** How long a person has to stop typing before the tree follows, in milliseconds. */
const REST = 200;

/** What each state means, for who chooses among them. */
const meanings = (): Readonly<Record<NodeState, string>> => ({
  broken: say('a link does not lead to what it names'),
  failing: say('a report or a test speaks against the claim'),
  stale: say('the evidence changed since it was judged'),
  challenged: say('something attacks it, and nothing answers that'),
  undeveloped: say('nothing supports it yet'),
  unreviewed: say('nobody has judged the evidence yet'),
  unknown: say('it could not be judged'),
  current: say('judged, and unchanged in meaning'),
});

/** The commands that say what of the argument the tree shows, and how it is arranged. */
export function registerFilterCommands(server: ServerConnection, options: ShownOptions): vscode.Disposable {
  const matches = async (): Promise<TreeMatches | undefined> =>
    (await server.ask(TREE_MATCHES, { options: options.current() })) ?? undefined;

  async function filterStates(): Promise<void> {
    const { states = {} } = (await matches()) ?? {};
    const { states: picked = [] } = options.current();
    const items = NODE_STATES.map((state) => ({
      label: `$(${stateIconName(state)}) ${stateWord(state)}`,
      description: `${states[state] ?? 0}`,
      detail: meanings()[state],
      picked: picked.includes(state),
      state,
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: say('Show only what is in these states'),
      placeHolder: say('None chosen: all are shown'),
      canPickMany: true,
    });
    if (chosen) options.change({ states: chosen.map(({ state }) => state) });
  }

  async function filterOwners(): Promise<void> {
    const { owners: known = [] } = (await matches()) ?? {};
    const { owners: picked = [] } = options.current();
    const gone = picked.filter((name) => !known.some((one) => one.name === name));
    const items = [...known, ...gone.map((name) => ({ name, count: 0 }))].map(({ name, count }) => ({
      label: name,
      description: `${count}`,
      picked: picked.includes(name),
    }));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(
        say(
          'Warrant: nobody is named here yet. An owner: in the case, a review, or git for evidence that changed says who answers for it.',
        ),
      );
      return;
    }
    const chosen = await vscode.window.showQuickPick(items, {
      title: say('Show only what these people own or judged last'),
      placeHolder: say('None chosen: all are shown'),
      canPickMany: true,
    });
    if (chosen) options.change({ owners: chosen.map(({ label }) => label) });
  }

  const group = (groupBy: TreeGrouping) => (): void => {
    options.change({ groupBy });
  };
  const commands: Record<string, () => unknown> = {
    'warrant.tree.filterText': () => askText(options),
    'warrant.tree.filterStates': filterStates,
    'warrant.tree.filterOwners': filterOwners,
    'warrant.tree.showAttention': () => {
      options.change({ attention: true });
    },
    'warrant.tree.showAll': () => {
      options.change({ attention: undefined });
    },
    'warrant.tree.clearFilter': () => {
      options.change(NO_FILTER);
    },
    'warrant.tree.groupByCase': group('case'),
    'warrant.tree.groupByState': group('state'),
    'warrant.tree.groupByStandard': group('standard'),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

const NO_FILTER = { states: undefined, attention: undefined, text: undefined, owners: undefined };

/** Asks for words, while the tree shows what they find; leaving without Enter brings back what was there. */
function askText(options: ShownOptions): void {
  const { text: before } = options.current();
  const box = vscode.window.createInputBox();
  box.title = say('Show only what these words are in');
  box.prompt = say('Words of ids, texts and locators. Enter keeps the filter; without words all is shown.');
  box.placeholder = say('For example C2, TLS or nginx.conf');
  box.value = before ?? '';
  let timer: NodeJS.Timeout | undefined;
  let isKept = false;
  const show = (text: TreeOptions['text']): void => {
    clearTimeout(timer);
    options.change({ text });
  };
  box.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(show, REST, value);
  });
  box.onDidAccept(() => {
    isKept = true;
    show(box.value);
    box.hide();
  });
  box.onDidHide(() => {
    if (!isKept) show(before);
    box.dispose();
  });
  box.show();
}

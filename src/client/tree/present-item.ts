import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { type TreeItem, type TreeOptions, isFiltering } from '../../server/protocol.ts';
import { placesOf } from './filter-words.ts';
import { MENTION_URI } from './mention-decoration.ts';
import { stateIcon } from './state-icons.ts';

/** An item as VS Code shows it. Clicking evidence that is somewhere goes there; clicking anything else goes to where it is written. */
export function presentItem(item: TreeItem, options: TreeOptions = {}): vscode.TreeItem {
  const highlights = placesOf(options.text ?? '', item.label);
  const label = highlights.length > 0 ? { label: item.label, highlights } : item.label;
  const shown = new vscode.TreeItem(label, collapsibleState(item));
  shown.id = rememberedAs(item.key, options);
  shown.description = item.description;
  shown.tooltip = asPlainMarkdown(item.tooltip);
  shown.iconPath = stateIcon(item);
  shown.accessibilityInformation = { label: item.accessibilityLabel };
  shown.contextValue = contextValue(item);
  if (item.mention) shown.resourceUri = MENTION_URI;
  const opensEvidence = item.target !== undefined;
  shown.command = {
    command: opensEvidence ? 'warrant.openEvidence' : 'warrant.openSource',
    title: opensEvidence ? say('Open Evidence') : say('Go to Claim File'),
    arguments: [item.key],
  };
  return shown;
}

/** VS Code remembers by it what a person folded. With another filter other branches are unfolded, and without one those that were. */
function rememberedAs(key: string, options: TreeOptions): string {
  return isFiltering(options) ? `${JSON.stringify(options)}\n${key}` : key;
}

/** What the menus in package.json go by: words, of which a `when` clause asks for one. */
function contextValue(item: TreeItem): string {
  // What is no part of the argument leads somewhere when it is clicked, and nothing can be done with it.
  if (item.kind === 'comment') return 'group';
  const words = [NOT_NODES.has(item.kind) ? item.kind : 'node'];
  if (item.target !== undefined) words.push('target');
  if (item.difference !== undefined) words.push('difference');
  if (item.review !== undefined) words.push('review');
  if (item.challenge !== undefined) words.push('challenge');
  if (item.narrow !== undefined) words.push('narrow');
  if (item.reason) words.push('reason');
  if (item.names?.id !== undefined) words.push('id');
  if (item.names?.locator !== undefined) words.push('locator');
  return words.join(' ');
}

const NOT_NODES: ReadonlySet<TreeItem['kind']> = new Set<TreeItem['kind']>(['case', 'group', 'link']);

function collapsibleState(item: TreeItem): vscode.TreeItemCollapsibleState {
  if (!item.expandable) return vscode.TreeItemCollapsibleState.None;
  return item.kind === 'case' || item.unfold
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** Much of a tooltip comes from files, so it runs no commands and holds no HTML. */
function asPlainMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, false);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

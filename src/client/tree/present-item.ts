import * as vscode from 'vscode';
import type { TreeItem } from '../../server/protocol.ts';
import { MENTION_URI } from './mention-decoration.ts';
import { stateIcon } from './state-icons.ts';

/** An item as VS Code shows it. Clicking evidence that is somewhere goes there; clicking anything else goes to where it is written. */
export function presentItem(item: TreeItem): vscode.TreeItem {
  const shown = new vscode.TreeItem(item.label, collapsibleState(item));
  shown.id = item.key;
  shown.description = item.description;
  shown.tooltip = asPlainMarkdown(item.tooltip);
  shown.iconPath = stateIcon(item);
  shown.accessibilityInformation = { label: item.accessibilityLabel };
  shown.contextValue = contextValue(item);
  if (item.mention) shown.resourceUri = MENTION_URI;
  const opensEvidence = item.target !== undefined;
  shown.command = {
    command: opensEvidence ? 'warrant.openEvidence' : 'warrant.openSource',
    title: opensEvidence ? 'Open Evidence' : 'Go to Claim File',
    arguments: [item.key],
  };
  return shown;
}

/** What the menus in package.json go by: words, of which a `when` clause asks for one. */
function contextValue(item: TreeItem): string {
  const words = [NOT_NODES.has(item.kind) ? item.kind : 'node'];
  if (item.target !== undefined) words.push('target');
  if (item.difference !== undefined) words.push('difference');
  if (item.review !== undefined) words.push('review');
  if (item.challenge !== undefined) words.push('challenge');
  if (item.narrow !== undefined) words.push('narrow');
  return words.join(' ');
}

const NOT_NODES: ReadonlySet<TreeItem['kind']> = new Set<TreeItem['kind']>(['case', 'group', 'link']);

function collapsibleState(item: TreeItem): vscode.TreeItemCollapsibleState {
  if (!item.expandable) return vscode.TreeItemCollapsibleState.None;
  return item.kind === 'case'
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

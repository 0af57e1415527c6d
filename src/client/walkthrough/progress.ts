import * as vscode from 'vscode';
import type { Summary } from '../../server/protocol.ts';
import { progressOf } from './progress-of.ts';

/** Tells VS Code how far a person is with their case, so that the steps of the walkthrough (package.json) are ticked off. */
export function tellProgress(summary: Summary): void {
  for (const [key, value] of Object.entries(progressOf(summary))) {
    if (value) void vscode.commands.executeCommand('setContext', key, true);
  }
}

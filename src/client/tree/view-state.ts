import type { ChangedParams } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';

/** What the view has to show, as one word; the welcome texts in package.json depend on it through the context key `warrant.state`. */
export type ViewStateName = 'noFolder' | 'reading' | 'stopped' | 'noCase' | 'ready';

/** Everything around the tree's items. */
export interface ViewState {
  readonly name: ViewStateName;
  /** Dimmed, beside the view's title. */
  readonly description: string | undefined;
  /** Above the items. While there is one, VS Code shows no welcome text, so it is left out where that has to show. */
  readonly message: string | undefined;
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined;
}

export interface ViewInputs {
  readonly hasFolder: boolean;
  readonly server: 'starting' | 'running' | 'stopped';
  /** What the server said last. */
  readonly changed: ChangedParams | undefined;
}

/** What the view shows, given what is known. What a stopped server said earlier is not shown: nobody checks it any more. */
export function viewStateOf({ hasFolder, server, changed }: ViewInputs): ViewState {
  if (server === 'stopped') return bare('stopped');
  const summary = changed?.summary;
  if (summary !== undefined && summary.cases > 0) {
    return {
      name: 'ready',
      description: summary.cases === 1 ? say('1 case') : say('{0} cases', summary.cases),
      message: summary.notices.length > 0 ? summary.notices.join(' ') : undefined,
      badge: badgeOf(summary.attention),
    };
  }
  if (!hasFolder) return bare('noFolder');
  return bare(changed === undefined || changed.busy ? 'reading' : 'noCase');
}

function bare(name: ViewStateName): ViewState {
  return { name, description: undefined, message: undefined, badge: undefined };
}

function badgeOf(attention: number): ViewState['badge'] {
  if (attention === 0) return undefined;
  return {
    value: attention,
    tooltip:
      attention === 1
        ? say('1 evidence link needs attention: broken, failing or stale')
        : say('{0} evidence links need attention: broken, failing or stale', attention),
  };
}

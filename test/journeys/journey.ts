import type { Settings } from '../../scripts/vscode/settings.ts';
import type { Window } from './window.ts';

/** What a window is opened on, and how. */
export interface WindowRequest {
  /** Absolute path of a folder or of a `.code-workspace` file. */
  readonly workspace: string;
  /** Whether the workspace is trusted; default: yes. */
  readonly trust?: boolean;
  readonly settings?: Settings;
}

/** What a journey may ask for. All of it is ended and removed after the journey. */
export interface Stage {
  /** Opens a workspace in a VS Code of its own, with the packaged extension installed. */
  open(request: WindowRequest): Promise<Window>;
  /** Does something when the journey has ended, whether or not it succeeded. */
  after(work: () => void | Promise<void>): void;
}

/** Something a person does with the product, from the start to the end. */
export interface Journey {
  readonly title: string;
  /** Whether nothing else may run meanwhile, since it measures how fast the window is. */
  readonly alone?: true;
  /** @throws Error if the product does not do what the person expects */
  readonly walk: (stage: Stage) => Promise<void>;
}

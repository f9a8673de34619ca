import type { TextEdit } from 'vscode-languageserver-types';

/*
 * What client and server say to each other beyond LSP. Both sides import this file; it holds names and types alone,
 * so that it weighs nothing in either bundle. Positions and ranges are LSP's: lines from 0, columns in UTF-16 units.
 */

// ---------------------------------------------------------------------------------------------- at the beginning

/** `initializationOptions`: what this client can do that LSP has no capability for. All may be left out. */
export interface InitializationOptions {
  /** The client has the command SAVE_FILE; without it a code action leaves an edited project file unsaved. */
  readonly canSaveFile?: boolean;
  /** The client answers READ_FILE; without it there are no project files (settings alone count). */
  readonly canReadFile?: boolean;
  /** The folder of the rules' documentation (docs/rules) as a URI; without it diagnostics link to none. */
  readonly docs?: string;
}

/**
 * A command of the client, run after a code action has edited a project file: saves the document with the URI that is
 * its one argument (a string), opened or not. Resolves when it is on disk.
 */
export const SAVE_FILE = 'newspaper.saveFile';

/** Semantic token types; the client contributes each with its TextMate scopes (`semanticTokenScopes`). No modifiers. */
export const TOKEN_TYPES = [
  'headline',
  /** Kicker and deck: the lines above and below the headline. */
  'deck',
  'subhead',
  'byline',
  'dateline',
  /** 本报讯 and its like. */
  'lead',
  'caption',
  'jump',
  /** Folio, masthead, credits, notices, standing heads. */
  'furniture',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** The file, beside the pages or in a folder above them, that holds a project's settings and ignored findings. */
export const PROJECT_FILE = 'newspaper.config.json';

/** Kind of the code action that applies every safe fix of a page; `editor.codeActionsOnSave` names it. */
export const FIX_ALL_KIND = 'source.fixAll.newspaper';

/** `data` of a diagnostic. */
export interface FindingData {
  /** The version of the document in which it was found. */
  readonly version: number;
  /** Class of its preferred fix; null where it has none. */
  readonly fixClass: 'A' | 'Q' | null;
}

// ---------------------------------------------------------------------------------- requests of the server, to the client

/** Asks for a file of the workspace as text (UTF-8; an open editor's unsaved text counts). Params: ReadFileParams. Answer: string, or null where there is none. */
export const READ_FILE = 'newspaper/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Asks for a file of the extension's own dist folder, which a Worker cannot read. Params: ResourceParams. Answer: the bytes in Base64. */
export const RESOURCE = 'newspaper/resource';

export interface ResourceParams {
  readonly name: ResourceName;
}

export type ResourceName = 'lexicon.bin' | 'confusions.bin';

// ------------------------------------------------------------------------------- notifications of the server, to the client

/** Tells what a document holds, after each reading of it. Params: PageStatus. */
export const STATUS = 'newspaper/status';

export interface PageStatus {
  readonly uri: string;
  /** The version of the document that was read. */
  readonly version: number;
  readonly pages: number;
  readonly stories: number;
  /** Findings shown as diagnostics, hints left out. */
  readonly findings: number;
  /** How many of them "fix all safe" would repair. */
  readonly safe: number;
}

// ---------------------------------------------------------------------------------- requests of the client, to the server

/** Asks for the repairs of a document, as edits not yet applied. Params: FixParams. Answer: VersionedEdits, or null where nothing is to do. */
export const FIX = 'newspaper/fix';

export interface FixParams {
  readonly textDocument: { readonly uri: string };
  /** Only this rule's fixes; left out: all rules'. */
  readonly rule?: string;
  /** 'safe' (class A, the default) or 'quick' (classes A and Q). */
  readonly include?: 'safe' | 'quick';
}

/** Asks for a document, or some of its stories, in reading order with the marks written. Params: MarkUpParams. Answer: MarkedUp, or null where it reads so already. */
export const MARK_UP = 'newspaper/markUp';

/** With neither `stories` nor `position` the whole document is marked up. */
export interface MarkUpParams {
  readonly textDocument: { readonly uri: string };
  /** Only these stories, by their index in MarkedUp.stories. */
  readonly stories?: readonly number[];
  /** Only the story at this position. */
  readonly position?: { readonly line: number; readonly character: number };
}

export interface MarkedUp extends VersionedEdits {
  /** All stories of the document, in its order, by their names in the outline. */
  readonly stories: readonly { readonly name: string; readonly included: boolean }[];
}

/** Edits for one version of a document: to be dropped if the document has another one by now. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: TextEdit[];
}

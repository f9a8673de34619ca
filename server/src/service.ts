import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionTriggerKind,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Position,
  type Range,
  type SemanticTokens,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type ActionsWanted, fixActions, type LaterFix } from './features/actions';
import { correctionActions } from './features/corrections';
import { diagnostics } from './features/diagnostics';
import { type EditSupport, textEdits, versionedEdit } from './features/edits';
import { foldingRanges } from './features/folding';
import { formattingEdits } from './features/formatting';
import { hover } from './features/hover';
import { type MarkUpWanted, markUpEditSteps } from './features/markUp';
import { projectActions } from './features/projectActions';
import type { Tell } from './features/reading';
import { pageStatus } from './features/status';
import { documentSymbols } from './features/symbols';
import { semanticTokens } from './features/tokens';
import type { ProjectFile } from './projects';
import type { FixParams, MarkedUp, PageStatus, VersionedEdits } from './protocol';
import { type Checked, type Means, Revisions } from './revisions';
import { fixSteps } from './rules/fix';
import type { Settings } from './rules/settings';
import { Stopped } from './slices';
import { minimalEdits } from './text/diff';

/** What the service needs of the world around it. */
export interface World extends Means {
  /** The settings that hold for a document: the same object until they change. */
  settings(uri: string): Promise<Settings>;
  /** The project file for a document; null for one that is in no folder. */
  projectFile(uri: string): Promise<ProjectFile | null>;
  readonly tell: Tell;
  /** The folder of the rules' documentation as a URI, or null. */
  readonly docs: string | null;
  readonly edits: EditSupport;
  /** Whether the client asks for the edit of a code action when it is chosen; else it must be there at once. */
  readonly resolvesEdits: boolean;
  /** Whether the client can save a project file that a code action has edited (protocol.ts, SAVE_FILE). */
  readonly canSaveFile: boolean;
}

/** What a check of a document tells. */
export interface Report {
  /** Another one for each report: a client that has it need not be sent the same again. */
  readonly id: string;
  readonly version: number;
  readonly diagnostics: Diagnostic[];
  readonly status: PageStatus;
}

/** Whether the answer is still wanted; LSP's cancellation token is one. */
export interface Token {
  readonly isCancellationRequested: boolean;
}

/**
 * Everything the editor asks about pages: documents in, answers out. Each answer is for the version that the document
 * had at the call; work for a version that has been replaced rejects with Stopped.
 */
export class PageService {
  private readonly revisions: Revisions;
  private readonly reports = new WeakMap<Checked, Report>();
  private reportCount = 0;

  constructor(private readonly world: World) {
    this.revisions = new Revisions(world);
  }

  /** To be called when a document is closed. */
  forget(uri: string): void {
    this.revisions.forget(uri);
  }

  async documentSymbols(source: TextDocument): Promise<DocumentSymbol[]> {
    return documentSymbols(await this.revisions.of(source).reading, this.world.tell);
  }

  async foldingRanges(source: TextDocument): Promise<FoldingRange[]> {
    return foldingRanges(await this.revisions.of(source).reading);
  }

  async hover(source: TextDocument, position: Position): Promise<Hover | null> {
    return hover(await this.revisions.of(source).reading, position, this.world.tell);
  }

  async semanticTokens(source: TextDocument): Promise<SemanticTokens> {
    return semanticTokens(await this.revisions.of(source).reading);
  }

  /** Re-flow of the document or, with a range, of the lines it touches. */
  async formatting(source: TextDocument, range?: Range): Promise<TextEdit[]> {
    return formattingEdits(await this.revisions.of(source).reading, range);
  }

  /** Diagnostics and status: the same object as long as neither document nor settings have changed. */
  async report(source: TextDocument): Promise<Report> {
    const checked = await this.check(source);
    const known = this.reports.get(checked);
    if (known) return known;
    const { reading, settings, findings } = checked;
    const { tell, docs } = this.world;
    const report = {
      id: String(++this.reportCount),
      version: reading.source.version,
      diagnostics: diagnostics(reading, findings, { settings, tell, docs }),
      status: pageStatus(reading, findings, settings),
    };
    this.reports.set(checked, report);
    return report;
  }

  async codeActions(source: TextDocument, wanted: ActionsWanted, token: Token): Promise<CodeAction[]> {
    const { reading, findings } = await this.check(source);
    const { tell, edits: support, canSaveFile: canSave } = this.world;
    const actions = fixActions(reading, findings, wanted, { tell, support });
    // Any line can be corrected: a light bulb at every line would tell nothing, so these are for those who ask.
    if (wanted.triggerKind !== CodeActionTriggerKind.Automatic) {
      actions.push(...correctionActions(reading, findings, wanted, { tell, support }));
    }
    const file = await this.world.projectFile(source.uri);
    if (file) actions.push(...projectActions(reading, findings, file, wanted, { tell, support, canSave }));
    if (this.world.resolvesEdits) return actions;
    return Promise.all(actions.map((action) => this.resolveCodeAction(source, action, token)));
  }

  /** Makes the edit of an action of `codeActions` that came without one. Rejects with Stopped for an older version's. */
  async resolveCodeAction(source: TextDocument, action: CodeAction, token: Token): Promise<CodeAction> {
    const later: LaterFix | undefined = action.data;
    if (!later || action.edit) return action;
    if (later.version !== source.version) throw new Stopped();
    const fixes = await this.fixes(source, later, token);
    const { data: _, ...rest } = action;
    return {
      ...rest,
      edit: versionedEdit(source.uri, fixes ?? { version: later.version, edits: [] }, this.world.edits),
    };
  }

  /**
   * Fix, read again, fix again until nothing changes: the few edits that come to the same; null where nothing is to do.
   * It does not wait for the document's reading, for most rules need none: of 1 MB that is seconds against a minute.
   */
  async fixes(
    source: TextDocument,
    { rule, include }: Omit<FixParams, 'textDocument'>,
    token: Token,
  ): Promise<VersionedEdits | null> {
    const revision = this.revisions.of(source);
    const snapshot = revision.source;
    const [resources, settings] = [await this.world.resources(), await this.world.settings(source.uri)];
    const text = snapshot.getText();
    const steps = fixSteps(text, resources, settings, {
      rules: rule === undefined ? undefined : [rule],
      classes: include === 'quick' ? ['A', 'Q'] : ['A'],
      onFailure: this.world.onFailure,
      known: revision.known,
    });
    const fixed = await revision.work(steps, () => token.isCancellationRequested);
    const edits = minimalEdits(text, fixed.text);
    return edits.length === 0 ? null : { version: snapshot.version, edits: textEdits(snapshot, edits) };
  }

  /** The document, or some of its stories, restored and marked up; null where it reads so already. */
  async markUp(source: TextDocument, wanted: MarkUpWanted, token: Token): Promise<MarkedUp | null> {
    const revision = this.revisions.of(source);
    const reading = await revision.reading;
    const [resources, settings] = [await this.world.resources(), await this.world.settings(source.uri)];
    const steps = markUpEditSteps(reading, wanted, { resources, settings, tell: this.world.tell });
    return revision.work(steps, () => token.isCancellationRequested);
  }

  private async check(source: TextDocument): Promise<Checked> {
    const revision = this.revisions.of(source);
    return revision.check(await this.world.settings(source.uri));
  }
}

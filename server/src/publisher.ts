import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { STATUS } from './protocol';
import type { PageService, Report } from './service';
import { Stopped } from './slices';

/** Milliseconds after the last change before diagnostics are pushed: between two keystrokes nobody looks at them. */
const PUSH_DELAY = 200;

/** Tells the client unasked: the status of each document that is checked and, where the client cannot pull them, diagnostics. */
export class Publisher {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly service: PageService,
  ) {}

  /** Checks a document and tells its status, unless it has changed meanwhile. */
  async report(document: TextDocument): Promise<Report> {
    const report = await this.service.report(document);
    if (this.isCurrent(document, report)) void this.connection.sendNotification(STATUS, report.status);
    return report;
  }

  /** Pushes the diagnostics of a document soon. The old ones stay until the new ones are there. */
  push(document: TextDocument): void {
    clearTimeout(this.waiting.get(document.uri));
    this.waiting.set(
      document.uri,
      setTimeout(() => void this.pushNow(document), PUSH_DELAY),
    );
  }

  /** Takes back the diagnostics of a document that was closed. */
  withdraw({ uri }: TextDocument): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private async pushNow(document: TextDocument): Promise<void> {
    this.waiting.delete(document.uri);
    try {
      const report = await this.report(document);
      const { uri } = document;
      const { version, diagnostics } = report;
      if (this.isCurrent(document, report)) await this.connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      if (!(error instanceof Stopped)) this.connection.console.error(`${document.uri} could not be checked: ${error}`);
    }
  }

  private isCurrent({ uri }: TextDocument, { version }: Report): boolean {
    return this.documents.get(uri)?.version === version;
  }
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reading } from './features/reading';
import { type NewspaperDocument, type Resources, readSteps } from './page/document';
import { rules } from './rules';
import { isIgnored } from './rules/ignore';
import type { Finding } from './rules/rule';
import { checkSteps, type OnFailure, severityOf } from './rules/run';
import type { Settings } from './rules/settings';
import { inSlices } from './slices';
import type { Steps } from './text/steps';

/** What a reading was found to hold under some settings. */
export interface Checked {
  readonly reading: Reading;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/** What reading and checking need. */
export interface Means {
  resources(): Promise<Resources>;
  /** Told of a rule that failed; the others go on. */
  readonly onFailure: OnFailure;
}

/** One version of a document: read once, checked once for each settings, whoever asks. */
class Revision {
  readonly reading: Promise<Reading>;
  /** A newer version is there, or the document was closed: whatever is still being done for this one is in vain. */
  outdated = false;
  /** What was read last: of this version or, until it is read, of one before it. Its unchanged pages are taken over. */
  private lastRead: NewspaperDocument | null;
  private checked: { readonly settings: Settings; readonly result: Promise<Checked> } | null = null;

  /** `source` must not change any more. */
  constructor(
    readonly source: TextDocument,
    former: Revision | null,
    private readonly means: Means,
  ) {
    this.lastRead = former?.lastRead ?? null;
    this.reading = this.read();
  }

  get version(): number {
    return this.source.version;
  }

  /** What is read already, be it of a version before: for work that need not wait for the rest. */
  get known(): NewspaperDocument | undefined {
    return this.lastRead ?? undefined;
  }

  check(settings: Settings): Promise<Checked> {
    if (this.checked?.settings !== settings) this.checked = { settings, result: this.findings(settings) };
    return this.checked.result;
  }

  /** Does the steps in slices; rejects with Stopped once this revision is outdated or `cancelled` says so. */
  work<T>(steps: Steps<T>, cancelled: () => boolean = () => false): Promise<T> {
    return inSlices(steps, () => this.outdated || cancelled());
  }

  private async read(): Promise<Reading> {
    const resources = await this.means.resources();
    const document = await this.work(readSteps(this.source.getText(), resources, this.known));
    this.lastRead = document;
    return { source: this.source, document };
  }

  private async findings(settings: Settings): Promise<Checked> {
    const [reading, resources] = [await this.reading, await this.means.resources()];
    const enabled = rules.filter((rule) => severityOf(rule, settings) !== 'off');
    const steps = checkSteps(enabled, reading.document, resources, settings, this.means.onFailure);
    const found = await this.work(steps);
    const findings = found.filter((finding) => !isIgnored(reading.document.text, finding, settings));
    return { reading, settings, findings };
  }
}

/** The latest revision of each open document. A newer one stops the work on the older and takes over its unchanged pages. */
export class Revisions {
  private readonly latest = new Map<string, Revision>();

  constructor(private readonly means: Means) {}

  of(source: TextDocument): Revision {
    const { uri, languageId, version } = source;
    const former = this.latest.get(uri) ?? null;
    if (former?.version === version) return former;
    if (former) former.outdated = true;
    // Documents change in place; what is read must not.
    const snapshot = TextDocument.create(uri, languageId, version, source.getText());
    const revision = new Revision(snapshot, former, this.means);
    this.latest.set(uri, revision);
    // A reading that failed is tried again by the next request.
    revision.reading.catch(() => {
      if (this.latest.get(uri) === revision) this.latest.delete(uri);
    });
    return revision;
  }

  forget(uri: string): void {
    const revision = this.latest.get(uri);
    if (revision) revision.outdated = true;
    this.latest.delete(uri);
  }
}

import { CancellationTokenSource, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';

/** Milliseconds without an answer after which the person is shown that work goes on. */
const PATIENCE = 1000;

/** Why there is no answer: the person stopped the work, or the document changed meanwhile. */
export type Unanswered = 'cancelled' | 'changed';

/** Asks the server about a document. Where that takes long, a notification says so, and can stop it. */
export async function ask<R extends object>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  title: string,
): Promise<R | null | Unanswered> {
  const source = new CancellationTokenSource();
  try {
    const answer = client.sendRequest<R | null>(method, params, source.token);
    await withProgressIfSlow(answer, title, source);
    return await answer;
  } catch (error) {
    if (source.token.isCancellationRequested) return 'cancelled';
    if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return 'changed';
    throw error;
  } finally {
    source.dispose();
  }
}

async function withProgressIfSlow(work: Promise<unknown>, title: string, source: CancellationTokenSource) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, true);
  });
  const isSlow = await Promise.race([slow, work.then(() => false)]);
  clearTimeout(timer);
  if (!isSlow) return;
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => source.cancel());
    return work;
  });
}

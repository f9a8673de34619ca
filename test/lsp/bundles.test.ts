import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { AbstractMessageReader, AbstractMessageWriter } from 'vscode-languageserver';
import {
  createProtocolConnection,
  type DataCallback,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type Message,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { RESOURCE, type ResourceParams } from '../../server/src/protocol';
import { TestClient } from './client';

/* The bundles as they are shipped (npm run build makes them): each host starts the server in its own way. */

const dist = (name: string): string => join('dist', name);

async function checkServer(client: TestClient): Promise<void> {
  const uri = await client.open('昨⽇无雨。\n');
  const report: DocumentDiagnosticReport = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  assert.ok(report.kind === 'full');
  assert.deepEqual(
    report.items.map(({ code }) => code),
    ['radical-form'],
  );
}

describe('the bundles', () => {
  it('a process: dist/server.js over its standard streams', async () => {
    const server = spawn(process.execPath, [dist('server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = await TestClient.over(
      createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)),
    );
    await checkServer(client);
    await client.connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await client.connection.sendNotification('exit');
    assert.equal(await ended, 0);
    client.stop();
  });

  it('a Worker: dist/server.worker.js with what a Worker has, its data files from the client', async () => {
    const asked: string[] = [];
    const { reader, writer } = startWorker(dist('server.worker.js'));
    const connection = createProtocolConnection(reader, writer);
    connection.onRequest(RESOURCE, ({ name }: ResourceParams) => {
      asked.push(name);
      return readFileSync(dist(name)).toString('base64');
    });
    const client = await TestClient.over(connection);
    assert.deepEqual(asked, [], 'nothing is read before the first page');
    await checkServer(client);
    assert.deepEqual(asked.sort(), ['confusions.bin', 'lexicon.bin']);
    client.stop();
  });
});

/** Runs a script in a global scope that has only what a Web Worker has, and talks to it by messages. */
function startWorker(script: string): { reader: MessageReader; writer: MessageWriter } {
  const listeners: DataCallback[] = [];
  const scope: Record<string, unknown> = {
    onmessage: null,
    addEventListener: () => {},
    postMessage: (message: Message) =>
      setImmediate(() => {
        for (const listener of listeners) listener(structuredClone(message));
      }),
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, atob, console },
    ...{ TextDecoder, TextEncoder, URL, Uint8Array, ArrayBuffer },
  };
  scope.self = scope;
  runInContext(readFileSync(script, 'utf8'), createContext(scope));

  class Reader extends AbstractMessageReader {
    listen(listener: DataCallback) {
      listeners.push(listener);
      return { dispose: () => void listeners.splice(listeners.indexOf(listener), 1) };
    }
  }
  class Writer extends AbstractMessageWriter {
    async write(message: Message): Promise<void> {
      const receive = scope.onmessage as ((event: { data: Message }) => void) | null;
      setImmediate(() => receive?.({ data: structuredClone(message) }));
    }
    end(): void {}
  }
  return { reader: new Reader(), writer: new Writer() };
}

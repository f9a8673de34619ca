import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { RESOURCE, type ResourceParams } from './protocol';
import { startServer } from './server';

// A Worker's own scope sends and receives as a Worker seen from outside does; the types of the two exclude each other.
const port = globalThis as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));

/** A Worker cannot read the extension's files itself; the client does, and sends them in Base64. */
startServer(connection, async (name) => {
  const params: ResourceParams = { name };
  const base64 = await connection.sendRequest<string>(RESOURCE, params);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** The server as a process of its own; the build puts its data files beside it. */
startServer(createConnection(ProposedFeatures.all), (name) => readFile(join(__dirname, name)));

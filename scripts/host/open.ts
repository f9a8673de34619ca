/*
 * Serves VS Code with this extension on a page and prints the address to open; runs until Ctrl+C.
 *   npx tsx scripts/host/open.ts FILE
 */
import path from 'node:path';
import { root } from './fetch';
import { remoteUri, startServer, workbenchUrl } from './server';

serve(path.resolve(process.argv[2]), Number(process.env.PORT ?? 0)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

async function serve(file: string, port: number): Promise<void> {
  const server = await startServer({ port });
  const address = workbenchUrl(server.port, {
    folder: path.dirname(file),
    payload: [
      ['extensionDevelopmentPath', remoteUri(server.port, root)],
      ['openFile', remoteUri(server.port, file)],
    ],
  });
  console.log(
    `\nVS Code with Newspaper Markup runs here until Ctrl+C. Open this address in a browser:\n\n  ${address}\n`,
  );
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, async () => {
      await server.stop();
      process.exit(0);
    });
  }
}

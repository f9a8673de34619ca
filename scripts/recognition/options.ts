/** The number behind an option of the command line, `usual` where it is not there. */
export function option(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/** Whether a text clearly is that of a newspaper page. */
export function looksLikePage(text: string): boolean {
  return text.includes('本报讯');
}

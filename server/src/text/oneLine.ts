/** Runs of white space, line ends among them, as one space: how a text that stands on one line is written. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

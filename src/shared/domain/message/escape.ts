/** What a list or a person says, on one line: line ends and other characters that cannot be seen become a blank. */
export function onOneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim();
}

/**
 * Makes data that will stand in a message mean nothing but itself, at the beginning of a line as well as inside one. On a
 * phone it reads as `onOneLine` of it.
 */
export function escapeMarkdown(text: string): string {
  return (
    onOneLine(text)
      .replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&')
      // Entities and addresses would be turned into something else.
      .replaceAll(/&(?=#?[a-z\d]+;)/gi, '\\&')
      .replaceAll(/:(?=\/\/)/g, '\\:')
      // At the beginning of a line: lists, headings by their underline, numbered lists.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

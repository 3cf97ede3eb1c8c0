const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** Plain text as HTML that shows the same, for servers that expect HTML. */
export const textToHtml = (text: string): string =>
  text
    .replace(/[&<>"]/g, character => entities[character] ?? '')
    .replace(/^ | (?= )/gm, '&nbsp;')
    .replace(/\t/g, '<span style="white-space:pre">\t</span>')
    .replace(/\r\n?|\n/g, '<br>\n');

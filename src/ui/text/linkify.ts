/** A stretch of plain text, or of text that leads somewhere. */
export type Segment = string | {readonly text: string; readonly href: string; readonly host: string};

const longest = 2048;
const mostCandidates = 100;

/** Addresses as people type them. Each alternative scans forward only, so that a long text costs no more than its length. */
const candidate =
  /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"`]+|\b[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}|\+\d[\d ().-]{6,20}\d/gi;

const closing: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'};

/** Plain text with its web, mail and telephone addresses found. Nothing else in it means anything. */
export function linkify(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let candidates = 0;
  for (const match of text.matchAll(candidate)) {
    if (++candidates > mostCandidates) break;
    const address = trimmed(match[0]);
    const link = linkTo(address);
    if (!link) continue;
    if (match.index > from) segments.push(text.slice(from, match.index));
    segments.push(link);
    from = match.index + address.length;
  }
  if (from < text.length) segments.push(text.slice(from));
  return segments;
}

/** The address without the punctuation of the sentence around it. */
function trimmed(address: string): string {
  const surplus: Record<string, number> = {};
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opening = closing[last];
    if (opening) {
      const left = surplus[last] ?? count(address, last) - count(address, opening);
      if (left <= 0) break;
      surplus[last] = left - 1;
    } else if (!/[.,;:!?'"]/.test(last)) break;
  }
  return address.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function linkTo(text: string): Segment | undefined {
  if (text.length > longest) return undefined;
  const url = parsed(
    text.startsWith('+') ? `tel:${text.replace(/[^\d+]/g, '')}` : isBareMail(text) ? `mailto:${text}` : text,
  );
  if (!url) return undefined;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') {
    // What follows the address could write somebody's mail for them.
    return url.pathname ? {text, href: url.protocol + url.pathname, host: ''} : undefined;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  // A host that is not what it looks like is spelled out beside the link.
  return {
    text,
    href: url.href,
    host: text.toLowerCase().includes(`//${url.host}`) && !url.host.includes('xn--') ? '' : url.host,
  };
}

const isBareMail = (text: string): boolean => text.includes('@') && !/^(?:https?|mailto|tel):/i.test(text);

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

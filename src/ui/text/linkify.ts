/** Plain text, or a link. `host` is the link's host if its text does not show it. */
export type Segment = string | {readonly text: string; readonly href: string; readonly host: string};

const maxLinkLength = 2048;
const maxCandidates = 100;

/**
 * URLs, email addresses and telephone numbers. Each alternative scans forward only: the time is proportional to the
 * length.
 */
const candidatePattern =
  /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"`]+|\b[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}|\+\d[\d ().-]{6,20}\d/gi;

const openingBrackets: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'};

/** Splits plain text into text and links. */
export function linkify(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  let candidates = 0;
  for (const match of text.matchAll(candidatePattern)) {
    if (++candidates > maxCandidates) break;
    const candidate = trimPunctuation(match[0]);
    const link = toLink(candidate);
    if (!link) continue;
    if (match.index > end) segments.push(text.slice(end, match.index));
    segments.push(link);
    end = match.index + candidate.length;
  }
  if (end < text.length) segments.push(text.slice(end));
  return segments;
}

/** Removes the punctuation of the surrounding sentence from the end: `.` and `)`, but not the `)` of `/a_(b)`. */
function trimPunctuation(candidate: string): string {
  const unmatchedBrackets: Record<string, number> = {};
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    const opening = openingBrackets[last];
    if (opening) {
      const unmatched = unmatchedBrackets[last] ?? count(candidate, last) - count(candidate, opening);
      if (unmatched <= 0) break;
      unmatchedBrackets[last] = unmatched - 1;
    } else if (!/[.,;:!?'"]/.test(last)) break;
  }
  return candidate.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function toLink(text: string): Segment | undefined {
  if (text.length > maxLinkLength) return undefined;
  const url = parseUrl(
    text.startsWith('+') ? `tel:${text.replace(/[^\d+]/g, '')}` : isEmailAddress(text) ? `mailto:${text}` : text,
  );
  if (!url) return undefined;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') {
    // Without the query, which could fill in the subject and body of an email.
    return url.pathname ? {text, href: url.protocol + url.pathname, host: ''} : undefined;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  // A host that differs from the text, or is Punycode, could imitate another.
  return {
    text,
    href: url.href,
    host: text.toLowerCase().includes(`//${url.host}`) && !url.host.includes('xn--') ? '' : url.host,
  };
}

const isEmailAddress = (text: string): boolean => text.includes('@') && !/^(?:https?|mailto|tel):/i.test(text);

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Plain text, or a link. `host` is the link's host if its text does not show it. */
export type Segment = string | {readonly text: string; readonly href: string; readonly host: string};

const maxLinkLength = 2048;
const maxCandidates = 100;

/**
 * A URL of any scheme, although few become links: `sip:anna@example.com` is no email address. It ends before
 * punctuation and symbols that are not ASCII, such as `。`, `”` and `）`: scripts without spaces write them directly
 * after it.
 */
const url = '\\b(?:[a-z\\d+.-]{1,20}://|mailto:|sips?:|xmpp:)[!#-;=?-_a-~\\p{L}\\p{M}\\p{N}]+';

const telUrl = '\\btel:\\+?[\\d().-]{3,}(?! ?\\d)';

/**
 * Its host ends with letters, without a path, port or prompt: `admin@192.168.1.1`, `git@host.example:path` and
 * `root@host.example ~]#` are logins. `image@2x.png` is a file, and `getty@tty1.service` a unit.
 */
const emailAddress =
  '\\b[\\w.+-]{1,64}@(?:[a-z\\d-]{1,63}\\.){1,8}' +
  '(?:xn--[a-z\\d-]+|(?!service|jpg|png)[a-z]{2,63})(?![\\wÀ-ɏ@$#-]|[.:/][\\w/~]| ~)';

/** A space or hyphen, but not a tab, which separates columns. */
const separator = '[ \\u00a0\\u2009-\\u2013\\u202f-]';

/** After a number, these mean that it is a measurement, or one of a row of them. */
const unit = '(?:…|\\.{3}|(?:[mµu]?s|dB\\w{0,3}|[kmg]?(?:Hz|bits?|bytes?)|[kmg]bps)\\b)';

/**
 * A country code and groups of digits. Dots separate either all groups or none: `+2.1 38.98` are measurements. No
 * number or unit follows it, because the groups of a measurement would look like its own.
 */
const telephoneNumber =
  '(?:\\(\\+\\d{1,3}\\)|\\+)\\d*' +
  `(?:(?:\\.\\d+){2,6}|(?:${separator}?\\(\\d+\\)${separator}?\\d+)?(?:${separator}\\d+){0,6})` +
  `(?![\\w%°]|${separator}?[.,:/]?\\d|${separator}${unit})`;

/** Each alternative scans forward only, or a bounded length: the time is proportional to the length. */
const candidatePattern = new RegExp(`${url}|${telUrl}|${emailAddress}|${telephoneNumber}`, 'giu');

/** A country code and a number. The codes of one digit are those of North America and Russia. */
const dialledNumber = /^\+(?:(?:1[2-9]|7[3-9])\d{9}|[2-9]\d{8,13})$/;

/**
 * Digits in Hz, or first digits before a separator that are no country code, or a row of levels in countries that do
 * not write numbers in pairs.
 */
const measurement =
  /\d{3}0{5}|^\(?\+(?:[2-689]|[17]\d\d?|2[1-689]|3[578]|42|5[09]|6[7-9]|8[0578]|9[679]|(?![35]2|4[3579])\d\d(?:\D\d\d){3})\D/;

/** Splits plain text into text and links. */
export function linkify(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  let candidates = 0;
  for (const match of text.matchAll(candidatePattern)) {
    if (++candidates > maxCandidates) break;
    const candidate = trimPunctuation(match[0]);
    // In the middle of a word: `UTC+49 30 123456`, `seq=+49`, or a local part with letters that `\b` does not know.
    const isWithinWord = /^[\w\u00c0-\u024f]|=\+/.test(text.slice(match.index - 1, match.index + 1));
    const link = isWithinWord ? undefined : toLink(candidate);
    if (!link) continue;
    if (match.index > end) segments.push(text.slice(end, match.index));
    segments.push(link);
    end = match.index + candidate.length;
  }
  if (end < text.length) segments.push(text.slice(end));
  return segments;
}

/**
 * Removes the punctuation of the surrounding sentence from the end: `.` and `)`, but not the `)` of `/a_(b)`. Scripts
 * without spaces continue directly after a bracket or quote that closes: `(https://example.com/a)를`.
 */
function trimPunctuation(candidate: string): string {
  const depths: Record<string, number> = {};
  let position = 0;
  let end = 0;
  let isClosed = false;
  for (const character of candidate) {
    position += character.length;
    const opening = '([{'.charAt(')]}'.indexOf(character));
    if (opening ? !depths[opening] : /["'*]/.test(character)) isClosed = true;
    else if (!/[.,;:!?]/.test(character)) {
      if (isClosed && /\p{Lo}/u.test(character)) break;
      isClosed = false;
      end = position;
      if (opening) depths[opening] = (depths[opening] ?? 0) - 1;
      else depths[character] = (depths[character] ?? 0) + 1;
    }
  }
  return candidate.slice(0, end);
}

function toLink(text: string): Segment | undefined {
  if (text.length > maxLinkLength) return undefined;
  const url = parseUrl(toUrl(text));
  if (!url) return undefined;
  if (/^(?:mailto|tel):$/.test(url.protocol)) {
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

/** The URL of a candidate. Empty if it is no telephone number after all. */
function toUrl(text: string): string {
  if (/^\(?\+/.test(text)) {
    // The (0) of +49 (0)30 is dialled only within the country.
    const number = text.replace(/\(0\)|[^\d+]/g, '');
    return dialledNumber.test(number) && !measurement.test(text) ? `tel:${number}` : '';
  }
  return text.includes(':') ? text : `mailto:${text}`;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

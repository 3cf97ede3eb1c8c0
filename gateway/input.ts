import type {ReplyDraft, TicketConfig, TicketDraft} from 'isp-support-elements';
import {badRequest, invalid, Problem, type FieldError} from './problems.js';
import {completeConfig} from './wire.js';

type Body = Readonly<Record<string, unknown>>;

const tooLarge = (): Problem => new Problem(413, 'too-large', 'The text is too long');

/** Reads the JSON object of a request. A body beyond the limit is not read to its end. */
export async function readObject(request: Request, maxBytes: number): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new Problem(415, 'unsupported-media-type', 'The body has to be application/json');
  }
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge();
  const body = parse(await readText(request, maxBytes));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('The body is not an object.');
  return body as Body;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0, read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(read.value, {stream: true});
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

export function ticketDraft(body: Body, config: Partial<TicketConfig>): TicketDraft {
  const {categories, priorities, defaultCategory, defaultPriority, ...limits} = completeConfig(config);
  const fields = new Fields(body, ['subject', 'description', 'category', 'priority', 'written_at']);
  const draft = {
    subject: fields.text('subject', 'Subject', limits.subjectLimit),
    description: fields.text('description', 'Description', limits.descriptionLimit),
    category: fields.choice('category', categories, defaultCategory),
    priority: fields.choice('priority', priorities, defaultPriority),
  };
  fields.check('Subject and description are required');
  return draft;
}

export function replyDraft(body: Body, config: Partial<TicketConfig>): ReplyDraft {
  const {messageLimit} = completeConfig(config);
  const fields = new Fields(body, ['message', 'written_at']);
  const draft = {message: fields.text('message', 'Message', messageLimit)};
  fields.check('Message is required');
  return draft;
}

export function lastReplyId(body: Body): string {
  const fields = new Fields(body, ['last_reply_id']);
  const id = fields.text('last_reply_id', 'The last reply', 128);
  fields.check('The last reply is required');
  return id;
}

const longestWait = 30 * 24 * 60 * 60 * 1000;

/** When the customer pressed Send; now, if that is not plausible. */
export function writtenAt({written_at: text}: Body, now: number): string {
  const time = typeof text === 'string' && /(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : NaN;
  return new Date(time <= now && time > now - longestWait ? time : now).toISOString();
}

class Fields {
  readonly #body: Body;
  readonly #errors: FieldError[] = [];

  constructor(body: Body, known: readonly string[]) {
    this.#body = body;
    for (const name of Object.keys(body)) {
      if (!known.includes(name)) this.#refuse(name, 'unknown_field', 'This field cannot be set');
    }
  }

  text(name: string, label: string, limit = Infinity): string {
    const value = this.#body[name] ?? '';
    if (typeof value !== 'string') return this.#refuse(name, 'not_text', `${label} has to be text`);
    if (value.trim() === '') return this.#refuse(name, 'required', `${label} is required`);
    if (value.length > limit && Array.from(value).length > limit) {
      return this.#refuse(name, 'too_long', `${label} can have ${limit} characters at most`);
    }
    // Databases can store neither U+0000 nor half of a surrogate pair.
    return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
  }

  /** A value of an operator without choices is not checked: the form has no such field. */
  choice(name: string, choices: readonly {readonly value: string}[], fallback: string): string {
    const value = this.#body[name] ?? fallback;
    if (typeof value !== 'string') return this.#refuse(name, 'not_text', 'This has to be text');
    if (choices.length === 0 || choices.some(choice => choice.value === value)) return value;
    return this.#refuse(name, 'unknown_choice', 'This is not one of the choices');
  }

  check(titleIfMissing: string): void {
    if (this.#errors.length === 0) return;
    const isMissing = this.#errors.some(({code}) => code === 'required');
    throw invalid(isMissing ? titleIfMissing : 'Some fields cannot be accepted', this.#errors);
  }

  #refuse(name: string, code: string, detail: string): '' {
    this.#errors.push({pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code, detail});
    return '';
  }
}

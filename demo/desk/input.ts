import type {TicketConfig} from './config.js';
import {badRequest, invalid, tooLarge, type FieldError, Problem} from './problems.js';
import {readWrittenAt} from './written-at.js';

export interface NewTicketInput {
  subject: string;
  description: string;
  category: string;
  priority: string;
  writtenAt: string | undefined;
}

export interface NewReplyInput {
  message: string;
  writtenAt: string | undefined;
}

const longestStatus = 40;

const maxBodyLength = 32 * 1024 * 1024;

export async function readObject(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new Problem(415, 'unsupported-media-type', 'The body has to be application/json');
  }
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBodyLength) throw tooLarge();
  const text = await request.text();
  if (text.length > maxBodyLength) throw tooLarge();
  const body = parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('The body is not an object.');
  return body as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

export function newTicket(body: Record<string, unknown>, config: TicketConfig): NewTicketInput {
  const fields = new Fields(body, ['subject', 'description', 'category', 'priority', 'written_at']);
  const input = {
    subject: fields.text('subject', 'Subject', config.limits.subject),
    description: fields.text('description', 'Description', config.limits.description),
    category: fields.choice('category', config.categories, config.default_category),
    priority: fields.choice('priority', config.priorities, config.default_priority),
    writtenAt: readWrittenAt(body['written_at']),
  };
  fields.check('Subject and description are required');
  return input;
}

export function newReply(body: Record<string, unknown>, config: TicketConfig): NewReplyInput {
  const fields = new Fields(body, ['message', 'written_at']);
  const input = {
    message: fields.text('message', 'Message', config.limits.message),
    writtenAt: readWrittenAt(body['written_at']),
  };
  fields.check('Message is required');
  return input;
}

export interface TicketSettings {
  status?: string;
  acceptsReplies?: boolean;
}

export function ticketSettings(body: Record<string, unknown>): TicketSettings {
  const {status, can_reply} = body;
  if (status !== undefined && typeof status !== 'string') throw badRequest('status has to be text.');
  if (can_reply !== undefined && typeof can_reply !== 'boolean') throw badRequest('can_reply has to be true or false.');
  const fields = new Fields(body, ['status', 'can_reply']);
  const settings = {
    ...(status !== undefined && {status: fields.text('status', 'Status', longestStatus).trim()}),
    ...(can_reply !== undefined && {acceptsReplies: can_reply}),
  };
  fields.check('Status is required');
  return settings;
}

export interface StaffReplyInput {
  message: string;
  /** The status after the reply. Default: the same as before. */
  status: string | undefined;
}

export function newStaffReply(body: Record<string, unknown>, config: TicketConfig): StaffReplyInput {
  const fields = new Fields(body, ['message', 'status']);
  const input = {
    message: fields.text('message', 'Message', config.limits.message),
    status: body['status'] === undefined ? undefined : fields.text('status', 'Status', longestStatus).trim(),
  };
  fields.check('Message is required');
  return input;
}

export function lastReplyId(body: Record<string, unknown>): string {
  const fields = new Fields(body, ['last_reply_id']);
  const id = fields.text('last_reply_id', 'The last reply', 128);
  fields.check('The last reply is required');
  return id;
}

export class Fields {
  readonly #errors: FieldError[] = [];

  constructor(
    readonly body: Record<string, unknown>,
    known: readonly string[],
  ) {
    for (const name of Object.keys(body)) {
      if (!known.includes(name)) this.refuse(name, 'unknown_field', 'This field cannot be set');
    }
  }

  text(name: string, label: string, limit: number): string {
    const value = this.body[name] ?? '';
    if (typeof value !== 'string') return this.refuse(name, 'not_text', `${label} has to be text`);
    if (value.trim() === '') return this.refuse(name, 'required', `${label} is required`);
    if (value.length > limit && [...value].length > limit) {
      return this.refuse(name, 'too_long', `${label} can have ${limit} characters at most`);
    }
    return storable(value);
  }

  choice(name: string, choices: readonly {value: string}[], fallback: string): string {
    const value = this.body[name] ?? fallback;
    return choices.some(choice => choice.value === value)
      ? String(value)
      : this.refuse(name, 'unknown_choice', `This is not one of the choices`);
  }

  refuse(name: string, code: string, detail: string): '' {
    this.#errors.push({pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code, detail});
    return '';
  }

  check(titleWhenMissing: string) {
    if (this.#errors.length === 0) return;
    const missing = this.#errors.some(error => error.code === 'required');
    throw invalid(missing ? titleWhenMissing : 'Some fields cannot be accepted', this.#errors);
  }
}

// PostgreSQL's TEXT cannot store U+0000 or a lone surrogate, which a customer may paste unknowingly.
const storable = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');

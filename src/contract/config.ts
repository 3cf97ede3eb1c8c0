import type * as z from 'zod/v4/core';

import {
  camelCased,
  IsOffered,
  IsTrue,
  mapped,
  OptionalEmailAddress,
  OptionalLength,
  OptionalMinutes,
  optionalOneOf,
  OptionalPollInterval,
  OptionalSingleLineText,
  OptionalWebAddress,
  record,
  ReplaceableText,
  rowsOf,
  Status,
  Value,
} from './primitives.js';

const choiceShape = {value: Value, label: OptionalSingleLineText, hint: OptionalSingleLineText};
const statusShape = {...choiceShape, value: Status, kind: optionalOneOf(['open', 'waiting', 'done'])};

/** A value that a field can have, such as a category, with its label and hint. `null` selects the built-in text. */
export const Choice = record(choiceShape);
export type Choice = Readonly<z.output<typeof Choice>>;

/** A status that a ticket can have. */
export interface StatusChoice extends Choice {
  /**
   * What it means: support has the ticket, the customer has to answer, or nothing more is to be done. Without it, the
   * built-in statuses mean what they say, and of others the elements show no more than the label.
   */
  readonly kind?: 'open' | 'waiting' | 'done' | null;
}

/** The choices, limits and features that the server offers. */
export const TicketConfig = mapped(
  record({
    categories: rowsOf(Choice),
    priorities: rowsOf(Choice),
    statuses: rowsOf(record(statusShape), 'optional'),
    default_category: Value,
    default_priority: Value,
    limits: record({subject: OptionalLength, description: OptionalLength, message: OptionalLength}, 'optional'),
    poll_after: OptionalPollInterval,
    operator_name: OptionalSingleLineText,
    contact: record(
      {telephone: OptionalSingleLineText, url: OptionalWebAddress, email: OptionalEmailAddress},
      'optional',
    ),
    answers: record(
      {
        usual_minutes: OptionalMinutes,
        opening_hours: OptionalSingleLineText,
        channels: rowsOf(Value, 'optional'),
      },
      'optional',
    ),
    quick_replies: record(
      {resolved_yes: ReplaceableText, resolved_no: ReplaceableText, any_update: ReplaceableText},
      'optional',
    ),
    features: record(
      {
        ...{idempotent_writes: IsTrue, status_filter: IsTrue, search: IsTrue, attachments: IsTrue},
        ...{updates: IsOffered, mark_read: IsOffered, realtime: IsOffered},
      },
      'optional',
    ),
  }),
  (config, report): TicketConfig => {
    const categories = withValue(config.categories);
    const priorities = withValue(config.priorities);
    for (const [key, offered] of [
      ['default_category', categories],
      ['default_priority', priorities],
    ] as const) {
      if (config[key] && !isOffered(offered, config[key])) report('not one of the choices', key);
    }
    return {
      categories,
      priorities,
      statuses: withValue(config.statuses),
      defaultCategory: offeredOf(categories, config.default_category || defaultConfig.defaultCategory),
      defaultPriority: offeredOf(priorities, config.default_priority || defaultConfig.defaultPriority),
      subjectLimit: config.limits.subject ?? undefined,
      descriptionLimit: config.limits.description ?? undefined,
      messageLimit: config.limits.message ?? undefined,
      pollAfter: config.poll_after,
      operatorName: config.operator_name || null,
      contact: config.contact,
      answers: {
        usualMinutes: config.answers.usual_minutes,
        openingHours: config.answers.opening_hours || null,
        channels: config.answers.channels,
      },
      quickReplies: {
        solved: config.quick_replies.resolved_yes,
        notSolved: config.quick_replies.resolved_no,
        anyUpdate: config.quick_replies.any_update,
      },
      features: Object.fromEntries(
        Object.entries(config.features).map(([name, isOffered]) => [camelCased(name), isOffered]),
      ) as unknown as TicketConfig['features'],
    };
  },
);

export interface TicketConfig {
  readonly categories: readonly Choice[];
  readonly priorities: readonly Choice[];
  readonly statuses: readonly StatusChoice[];
  readonly defaultCategory: string;
  readonly defaultPriority: string;
  /** Maximum length of a subject, in characters. */
  readonly subjectLimit: number | undefined;
  /** Maximum length of the description of a new ticket, in characters. Practically unlimited without it. */
  readonly descriptionLimit?: number | undefined;
  /** Maximum length of a reply, in characters. Practically unlimited without it. */
  readonly messageLimit?: number | undefined;
  /** The polling interval that the server asks for, in seconds. */
  readonly pollAfter?: number | null;
  /** The name by which customers know the provider. Null if it is not configured. */
  readonly operatorName: string | null;
  /** Other ways to reach the provider. Each is null if it is not configured. */
  readonly contact: {
    readonly telephone: string | null;
    /** A page of the provider, over HTTP or HTTPS. */
    readonly url: string | null;
    readonly email: string | null;
  };
  /** When and how the customer hears from the provider. */
  readonly answers: {
    /** The usual time to the first reply, in minutes. Null if it is not configured. */
    readonly usualMinutes: number | null;
    readonly openingHours: string | null;
    /** How this customer is told about a reply: `portal`, `email`, `whatsapp`, `sms`, or one of the operator's own. */
    readonly channels: readonly string[];
  };
  /** Replies with one tap. Null selects the built-in text; `false` switches the reply off. */
  readonly quickReplies: {
    /** For a resolved ticket, if the problem is solved. */
    readonly solved: string | false | null;
    /** For a resolved ticket, if it is not. */
    readonly notSolved: string | false | null;
    /** For a ticket that has not been answered for some time. */
    readonly anyUpdate: string | false | null;
  };
  readonly features: {
    /** Whether the server executes requests with the same `Idempotency-Key` only once. */
    readonly idempotentWrites: boolean;
    /** Whether the server lists only the tickets with a given status. */
    readonly statusFilter?: boolean;
    /** Whether the server searches the customer's tickets. */
    readonly search?: boolean;
    /** Whether messages can have files. */
    readonly attachments?: boolean;
    /** Whether the server counts unread replies. Only if it is `false`, `getUpdates` is not called. */
    readonly updates?: boolean;
    /** Whether the server stores what the customer has read. Only if it is `false`, `markRead` is not called. */
    readonly markRead?: boolean;
    /** Whether the server has a stream of events. Only if it is `false`, `listen` is not called. */
    readonly realtime?: boolean;
  };
}

const withValue = <Each extends Choice>(choices: readonly Each[]): readonly Each[] =>
  choices.filter(({value}) => value !== '');

/** Whether a form can show a value. If there are no choices, it has no such field, and any value can be sent. */
export const isOffered = (offered: readonly Choice[], value: string): boolean =>
  offered.length === 0 || offered.some(choice => choice.value === value);

/** The value, or the first choice if it is none of them: a `select` without a selected option shows that one. */
const offeredOf = (offered: readonly Choice[], value: string): string =>
  isOffered(offered, value) ? value : (offered[0] as Choice).value;

const choices = (...values: string[]): readonly Choice[] => values.map(value => ({value, label: null, hint: null}));

/** The configuration of a server that does not provide one. */
export const defaultConfig: TicketConfig = {
  categories: choices('general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other'),
  priorities: choices('low', 'normal', 'high'),
  statuses: [],
  defaultCategory: 'general',
  defaultPriority: 'normal',
  subjectLimit: 200,
  operatorName: null,
  contact: {telephone: null, url: null, email: null},
  answers: {usualMinutes: null, openingHours: null, channels: []},
  quickReplies: {solved: null, notSolved: null, anyUpdate: null},
  features: {idempotentWrites: false},
};

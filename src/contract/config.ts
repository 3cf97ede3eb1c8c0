import type * as z from 'zod/mini';

import {
  IsTrue,
  mapped,
  OptionalLength,
  OptionalPollInterval,
  OptionalSingleLineText,
  record,
  rowsOf,
  Value,
} from './primitives.js';

/** A value that a field can have, such as a category, with its label and hint. `null` selects the built-in text. */
export const Choice = record({
  value: Value,
  label: OptionalSingleLineText,
  hint: OptionalSingleLineText,
});
export type Choice = Readonly<z.output<typeof Choice>>;

/** The choices, limits and features that the server offers. */
export const TicketConfig = mapped(
  record({
    categories: rowsOf(Choice),
    priorities: rowsOf(Choice),
    statuses: rowsOf(Choice, 'optional'),
    default_category: Value,
    default_priority: Value,
    limits: record({subject: OptionalLength}, 'optional'),
    poll_after: OptionalPollInterval,
    features: record({idempotent_writes: IsTrue}, 'optional'),
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
      pollAfter: config.poll_after,
      features: {idempotentWrites: config.features.idempotent_writes},
    };
  },
);

export interface TicketConfig {
  readonly categories: readonly Choice[];
  readonly priorities: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly defaultCategory: string;
  readonly defaultPriority: string;
  /** Maximum length of a subject, in characters. */
  readonly subjectLimit: number | undefined;
  /** The polling interval that the server asks for, in seconds. */
  readonly pollAfter?: number | null;
  readonly features: {
    /** Whether the server executes requests with the same `Idempotency-Key` only once. */
    readonly idempotentWrites: boolean;
  };
}

const withValue = (choices: readonly Choice[]): readonly Choice[] => choices.filter(({value}) => value !== '');

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
  features: {idempotentWrites: false},
};

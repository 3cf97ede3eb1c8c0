import * as z from 'zod/mini';

import {lenient, nullishToNull, optional, SingleLineText} from './primitives.js';

/** A value that a field can have, such as a category, with its label and hint. `null` selects the built-in text. */
export const Choice = z.object({
  value: z.string(),
  label: nullishToNull(SingleLineText),
  hint: nullishToNull(SingleLineText),
});
export type Choice = Readonly<z.output<typeof Choice>>;

const Choices = z.array(Choice);

const Features = lenient(features => ({
  /** Whether the server executes requests with the same `Idempotency-Key` only once. */
  idempotentWrites: (features as {idempotent_writes?: unknown} | null)?.idempotent_writes === true,
}));

/** The choices, limits and features that the server offers. */
export const TicketConfig = z.pipe(
  z.object({
    categories: Choices,
    priorities: Choices,
    statuses: optional(Choices),
    default_category: z.string(),
    default_priority: z.string(),
    limits: optional(z.object({subject: optional(z.number())})),
    features: Features,
  }),
  z.transform(config => ({
    categories: config.categories as readonly Choice[],
    priorities: config.priorities as readonly Choice[],
    statuses: (config.statuses ?? []) as readonly Choice[],
    defaultCategory: config.default_category,
    defaultPriority: config.default_priority,
    /** Maximum length of a subject, in characters. */
    subjectLimit: config.limits?.subject ?? undefined,
    features: config.features,
  })),
);
export type TicketConfig = Readonly<z.output<typeof TicketConfig>>;

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

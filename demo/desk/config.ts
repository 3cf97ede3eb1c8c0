export interface Choice {
  value: string;
  label?: string;
  hint?: string;
  /** Of statuses only. */
  kind?: 'open' | 'waiting' | 'done';
}

export type Channel = 'email' | 'whatsapp' | 'sms' | 'portal';

/** Replies that a customer sends with one tap. `false` switches one off; a missing one has the elements' own text. */
export interface QuickReplies {
  resolved_yes?: string | false;
  resolved_no?: string | false;
  any_update?: string | false;
}

export interface TicketConfig {
  contract: string;
  operator_name?: string;
  categories: Choice[];
  priorities: Choice[];
  statuses: Choice[];
  default_category: string;
  default_priority: string;
  limits: {subject: number; description: number; message: number};
  poll_after: number;
  contact?: {telephone?: string; url?: string; email?: string};
  answers?: {usual_minutes?: number; opening_hours?: string; channels?: Channel[]};
  quick_replies?: QuickReplies;
  features: Record<
    'updates' | 'mark_read' | 'status_filter' | 'search' | 'realtime' | 'attachments' | 'idempotent_writes',
    boolean
  >;
}

/** The texts of the operator in one language. */
export interface Translation {
  opening_hours?: string;
  quick_replies?: QuickReplies;
}

export interface DeskConfig extends TicketConfig {
  /** By locale, such as `de`. */
  translations: Record<string, Translation>;
}

const choices = (...values: string[]): Choice[] => values.map(value => ({value}));

// Known values need no label: the elements translate them.
export const demoConfig: DeskConfig = {
  contract: '1.1',
  operator_name: 'Brindlemoor Fibre',
  categories: choices('general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other'),
  priorities: choices('low', 'normal', 'high'),
  statuses: [
    ...choices('open', 'in_progress', 'pending', 'resolved', 'closed'),
    {value: 'engineer_booked', label: 'Engineer booked', kind: 'open'},
  ],
  default_category: 'general',
  default_priority: 'normal',
  limits: {subject: 200, description: 10_000_000, message: 10_000_000},
  poll_after: 60,
  // A telephone number that Ofcom reserves for fiction: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/
  contact: {
    telephone: '+44 1632 960142',
    url: 'https://brindlemoor.example/help',
    email: 'support@brindlemoor.example',
  },
  answers: {
    usual_minutes: 120,
    opening_hours: 'Monday to Friday 8:00–20:00, Saturday 9:00–17:00',
    channels: ['portal', 'email', 'whatsapp'],
  },
  features: {
    updates: true,
    mark_read: true,
    status_filter: true,
    search: true,
    realtime: true,
    attachments: false,
    idempotent_writes: true,
  },
  translations: {
    en: {
      quick_replies: {
        resolved_yes: 'Yes, it is solved. Thank you!',
        resolved_no: 'It is still not working.',
        any_update: 'Hi, any update on this? Still seeing the issue.',
      },
    },
    de: {
      opening_hours: 'Montag bis Freitag 8–20 Uhr, Samstag 9–17 Uhr',
      quick_replies: {
        resolved_yes: 'Ja, das Problem ist gelöst. Vielen Dank!',
        resolved_no: 'Es funktioniert immer noch nicht.',
        any_update: 'Guten Tag, gibt es etwas Neues? Das Problem besteht weiterhin.',
      },
    },
    es: {
      opening_hours: 'De lunes a viernes de 8:00 a 20:00, sábados de 9:00 a 17:00',
      quick_replies: {
        resolved_yes: 'Sí, está solucionado. ¡Gracias!',
        resolved_no: 'Sigue sin funcionar.',
        any_update: 'Hola, ¿hay alguna novedad? El problema continúa.',
      },
    },
    fr: {
      opening_hours: 'Du lundi au vendredi de 8 h à 20 h, le samedi de 9 h à 17 h',
      quick_replies: {
        resolved_yes: 'Oui, c’est résolu. Merci !',
        resolved_no: 'Cela ne fonctionne toujours pas.',
        any_update: 'Bonjour, avez-vous des nouvelles ? Le problème persiste.',
      },
    },
  },
};

/**
 * The configuration for a customer who asks for one of its languages, or for another language: opening hours in English
 * are better than none, but quick replies are then left to the elements, which know more languages.
 */
export function configFor(locale: string | undefined, {translations, ...config}: DeskConfig): TicketConfig {
  const {opening_hours, quick_replies} = translations[locale ?? ''] ?? {};
  return {
    ...config,
    ...(opening_hours !== undefined && {answers: {...config.answers, opening_hours}}),
    ...(quick_replies && {quick_replies}),
  };
}

export interface Choice {
  value: string;
  label?: string;
  hint?: string;
}

export interface TicketConfig {
  contract: string;
  categories: Choice[];
  priorities: Choice[];
  statuses: Choice[];
  default_category: string;
  default_priority: string;
  limits: {subject: number; description: number; message: number};
  locales: string[];
  poll_after: number;
  features: Record<
    'updates' | 'mark_read' | 'status_filter' | 'realtime' | 'attachments' | 'idempotent_writes',
    boolean
  >;
}

const choices = (...values: string[]): Choice[] => values.map(value => ({value}));

// Known values need no label: the elements translate them, the desk knows only English.
export const demoConfig: TicketConfig = {
  contract: '1.0',
  categories: choices('general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other'),
  priorities: choices('low', 'normal', 'high'),
  statuses: [
    ...choices('open', 'in_progress', 'pending', 'resolved', 'closed'),
    {value: 'engineer_booked', label: 'Engineer booked'},
  ],
  default_category: 'general',
  default_priority: 'normal',
  limits: {subject: 200, description: 10_000_000, message: 10_000_000},
  locales: ['en'],
  poll_after: 60,
  features: {
    updates: true,
    mark_read: true,
    status_filter: true,
    realtime: true,
    attachments: false,
    idempotent_writes: true,
  },
};

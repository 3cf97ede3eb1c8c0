import type {TicketConfig} from 'isp-support-elements';

/** Options that most adapters have. */
export interface AdapterOptions {
  /** Tickets of each page. Default: 50. */
  readonly pageSize?: number;
  /** Statuses of your own in words of the elements, such as `{escalated: 'in_progress'}`. Added to the usual ones. */
  readonly statuses?: Readonly<Record<string, string>>;
  /** The choices of the form and other settings of the elements. It replaces those of the adapter. */
  readonly config?: Partial<TicketConfig>;
}

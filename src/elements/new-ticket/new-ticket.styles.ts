import {css} from 'lit';

import {buttonStyles} from '../../ui/button.js';
import {fieldStyles} from '../../ui/field.js';
import {guidanceStyles} from '../../ui/guidance.js';
import {host} from '../../ui/host.js';
import {noticeStyles} from '../../ui/notice.js';
import {priorityChoiceStyles} from '../../ui/priority-choice.js';
import {ticketFormStyles} from '../../ui/ticket-form.styles.js';

const newTicket = css`
  .new-ticket,
  .created {
    display: grid;
    gap: calc(var(--_step) * 4);
  }

  .created {
    justify-items: start;
    padding: calc(var(--_step) * 5) calc(var(--_step) * 4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .created > .icon {
    inline-size: 2em;
    block-size: 2em;
    color: var(--_done);
  }
`;

export const styles = [
  host,
  buttonStyles,
  fieldStyles,
  guidanceStyles,
  noticeStyles,
  priorityChoiceStyles,
  ticketFormStyles,
  newTicket,
];

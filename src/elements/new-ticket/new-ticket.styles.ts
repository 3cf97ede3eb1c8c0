import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.js';
import {fieldStyles} from '../../ui/primitives/field.js';
import {guidanceStyles} from '../../ui/form/guidance.js';
import {host} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.js';
import {priorityChoiceStyles} from '../../ui/form/priority-choice.js';
import {ticketFormStyles} from '../../ui/form/ticket-form.styles.js';

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

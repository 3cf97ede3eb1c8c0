import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {fieldStyles} from '../../ui/primitives/field.styles.js';
import {guidanceStyles} from '../../ui/form/guidance.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';
import {priorityChoiceStyles} from '../../ui/form/priority-choice.styles.js';
import {ticketFormStyles} from '../../ui/form/ticket-form.styles.js';
import {unsentStatusStyles} from '../../ui/primitives/unsent-status.styles.js';

const newTicket = css`
  .new-ticket,
  .created {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .created {
    justify-items: start;
  }

  .created > .icon {
    inline-size: 2em;
    block-size: 2em;
    color: var(--_success);
  }
`;

export const styles = [
  hostStyles,
  buttonStyles,
  fieldStyles,
  guidanceStyles,
  noticeStyles,
  priorityChoiceStyles,
  ticketFormStyles,
  unsentStatusStyles,
  newTicket,
];

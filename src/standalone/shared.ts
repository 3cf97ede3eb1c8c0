import {html, nothing, css} from 'lit';
import {directive, Directive, PartType} from 'lit/directive.js';
import {guard} from 'lit/directives/guard.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {defaultConfig, isOffered} from '../contract/config.js';
import {missingFields, appendContext} from '../contract/drafts.js';
import {isBlank} from '../contract/primitives.js';
import {LinkOpenEvent} from '../contract/session-events.js';
import {
  TicketCreatedEvent,
  TicketSubmitEvent,
  NavigateEvent,
  TicketSelectEvent,
  ReplySubmitEvent,
  NewTicketOpenEvent,
} from '../contract/ticket-events.js';
import {WaitingAnnouncer} from '../controllers/tickets/waiting-announcer.js';
import {ClockController} from '../controllers/view/clock-controller.js';
import {CopyController} from '../controllers/view/copy-controller.js';
import {isFocusElsewhere} from '../controllers/view/focus-controller.js';
import {reveal, pageBarHeight} from '../controllers/view/reveal.js';
import {keepInPlace, ScrollAnchorController} from '../controllers/view/scroll-anchor-controller.js';
import {mergeTicketDrafts, mergeTexts} from '../state/drafts/merge-drafts.js';
import {hostStyles} from '../ui/foundation/host.js';
import {button} from '../ui/primitives/button.js';
import {buttonStyles} from '../ui/primitives/button.styles.js';
import {fieldStyles} from '../ui/primitives/field.styles.js';
import {heading} from '../ui/primitives/heading.js';
import {icon} from '../ui/primitives/icons.js';
import {isComposing} from '../ui/primitives/is-composing.js';
import {notice} from '../ui/primitives/notice.js';
import {noticeStyles} from '../ui/primitives/notice.styles.js';
import {skeletonStyles} from '../ui/primitives/skeleton.styles.js';
import {isWithSupport, lastReply, isFinished, statusSentence, withLastReplyBy} from '../ui/primitives/status-badge.js';
import {statusStyles} from '../ui/primitives/status-badge.styles.js';
import {discardButton, unsentStatus, unsentStatusText} from '../ui/primitives/unsent-status.js';
import {unsentStatusStyles} from '../ui/primitives/unsent-status.styles.js';
import {sampleThread} from '../ui/primitives/warm-up.js';
import {errorText} from '../ui/text/error-text.js';
import {labelOf, subjectOf} from '../ui/text/labels.js';
import {isSupported, relativeTime, timeOfDay, formatDay} from '../ui/text/time.js';
import {repliesClosedNotice} from '../ui/thread/thread-notices.js';

/** What the second file imports from the first. All other modules of the ticket views are in the second file. */
export const shared = {
  html,
  nothing,
  css,
  directive,
  Directive,
  PartType,
  guard,
  live,
  repeat,
  defaultConfig,
  isOffered,
  missingFields,
  appendContext,
  isBlank,
  LinkOpenEvent,
  TicketCreatedEvent,
  TicketSubmitEvent,
  NavigateEvent,
  TicketSelectEvent,
  ReplySubmitEvent,
  NewTicketOpenEvent,
  WaitingAnnouncer,
  ClockController,
  CopyController,
  isFocusElsewhere,
  reveal,
  pageBarHeight,
  keepInPlace,
  ScrollAnchorController,
  mergeTicketDrafts,
  mergeTexts,
  hostStyles,
  button,
  buttonStyles,
  fieldStyles,
  heading,
  icon,
  isComposing,
  notice,
  noticeStyles,
  skeletonStyles,
  isWithSupport,
  lastReply,
  isFinished,
  statusSentence,
  withLastReplyBy,
  statusStyles,
  discardButton,
  unsentStatus,
  unsentStatusText,
  unsentStatusStyles,
  sampleThread,
  errorText,
  labelOf,
  subjectOf,
  isSupported,
  relativeTime,
  timeOfDay,
  formatDay,
  repliesClosedNotice,
};

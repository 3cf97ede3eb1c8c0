import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';

const support = css`
  /*
   * What follows the element begins below the view, and does not move when tickets are loaded or another view opens. A
   * frame that is made as high as its content would grow for ever without the limit.
   */
  @media not print {
    :host {
      min-block-size: min(100vh, 1200px);
    }
  }

  /* A relative size, such as 125%, applies once. */
  .support {
    --isp-font-size: 1em;
  }

  .pane {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    align-content: start;
  }

  /* Fills the view. What a notch, the home indicator or the soft keyboard covers is its border. */
  @media not print {
    :host([layout='app']) {
      position: fixed;
      inset: 0;
    }

    :host([layout='app'][isolate]) {
      position: fixed !important;
      inset: 0 !important;
    }

    :host([layout='app']) .root {
      --_composer-position: var(--_composer-place);
      --_composer-surface: var(--_surface);
      box-sizing: border-box;
      block-size: 100%;
      overflow: hidden auto;
      overscroll-behavior: contain;
      border: solid transparent;
      border-width: calc(env(safe-area-inset-top, 0px) + var(--_covered-start, 0px)) env(safe-area-inset-right, 0)
        max(env(safe-area-inset-bottom, 0px), var(--_keyboard, 0px)) env(safe-area-inset-left, 0);
      padding: 1em 1em 0;
      scroll-padding-block: 1em;
    }
  }

  /* A view opens below the button that leads back. */
  .back + * {
    scroll-margin-block-start: 5em;
  }

  .back {
    justify-self: start;
    padding-inline-start: 0.25em;
  }

  /* Narrow layouts show one view at a time. */
  .support:not([data-view='list']) :is(.list-pane, isp-reply-banner) {
    display: none;
  }

  @media not print {
    @container (min-width: 60em) {
      .support:not([data-view='list']) .panes {
        display: grid;
        grid-template-columns: minmax(20em, 26em) minmax(0, 1fr);
        gap: calc(var(--_space) * 8);
        align-items: start;
      }

      .support:not([data-view='list']) :is(.list-pane, isp-reply-banner) {
        display: block;
      }

      /* The list has its own scroll position, and stays in view while a ticket is read. */
      .support:not([data-view='list']) .list-pane {
        position: sticky;
        inset-block-start: var(--_page-bar, 0);
        max-block-size: calc(100vh - var(--_page-bar, 0px) - var(--_page-end, 0px));
        max-block-size: calc(100dvh - var(--_page-bar, 0px) - var(--_page-end, 0px));
        overflow-y: auto;
        --_head-position: sticky;
        --_head-background: var(--_surface);
        /* Rows are scrolled to a place below the sticky head, however many lines it has. */
        scroll-padding-block-start: 12em;
      }

      .back {
        display: none;
      }
    }
  }
`;

export const styles = [hostStyles, buttonStyles, noticeStyles, support];

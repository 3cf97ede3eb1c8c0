import {css} from 'lit';

export const threadHeaderStyles = css`
  .thread-header {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .floating {
    position: sticky;
    z-index: 1;
    visibility: hidden;
  }

  .floating:focus-within,
  [data-above] .thread-bar,
  [data-below] .thread-ends {
    visibility: visible;
  }

  .thread-bar {
    inset-block-start: var(--_page-bar, 0);
    display: flex;
    align-items: center;
    justify-content: space-between;
    block-size: 3.25em;
    /* It takes no space. */
    margin-block-end: calc(-3.25em - var(--_space) * 4);
    border-block-end: 1px solid var(--_divider);
    background: var(--_surface);
    font-size: 0.875em;
    line-height: 1.3;
  }

  .thread-bar p {
    flex: 1 1 0;
  }

  .thread-bar :is(p, b, .button) {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* A subject in another direction is cut at its end, not at its start. */
  .thread-bar b {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .thread-ends {
    order: 1;
    align-self: end;
    inset-block-end: calc(
      var(--_page-end, 0px) + var(--_status-line, 0px) + env(safe-area-inset-bottom, 0px) + var(--_space) * 2
    );
    margin-block-start: calc(-44px - var(--_space) * 4);
  }

  /* They would cover too much of a low screen. */
  @media (max-height: 30em) {
    .floating {
      display: none;
    }
  }

  .number {
    display: flex;
    align-items: center;
    gap: 0.25em;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .copy {
    display: inline-grid;
    place-content: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    /* The target is higher than its line, and must not increase the line's height. */
    margin: -8px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .particulars {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    font-size: 0.875em;
  }
`;

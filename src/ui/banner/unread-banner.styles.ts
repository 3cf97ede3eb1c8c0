import {css} from 'lit';

/** Over the page: in two lines on a phone. The links to other tickets than the first need a wide container. */
export const unreadBannerStyles = css`
  :host {
    position: relative;
    z-index: 1;
  }

  .banner {
    position: absolute;
    inset-inline: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-inline-start: calc(var(--_space) * 4);
    border: 1px solid var(--_accent-text);
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }

  .banner-title {
    flex: 1 1 12em;
    font-weight: 650;
    line-height: 1.3;
  }

  .banner-title .icon {
    color: var(--_accent-text);
  }

  .banner ul {
    display: grid;
    gap: 0 calc(var(--_space) * 4);
    order: 1;
    inline-size: 100%;
    padding-inline-end: calc(var(--_space) * 4);
    line-height: max(44px, 1.5em);
  }

  .banner li {
    white-space: nowrap;
  }

  .banner-link {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    color: var(--_accent-text);
    text-decoration: underline;
    text-overflow: ellipsis;
    text-underline-offset: 0.2em;
  }

  @container (max-width: 63.99em) {
    .banner li + li {
      display: none;
    }
  }

  @container (min-width: 40em) {
    .banner-title {
      flex: none;
    }

    .banner ul {
      flex: 1;
      grid-auto-flow: column;
      justify-content: start;
      order: 0;
      padding-inline-start: calc(var(--_space) * 4);
    }
  }
`;

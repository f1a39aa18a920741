import { css, unseen } from './css.ts';

/** A card, from 280 px on: what it is, what it costs, what can be done, and what there is to tell. */
export const cardStyles = css`
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    margin-block-end: var(--gap);
    color: var(--rokt-upsell-heading, inherit);
    font-size: var(--heading-size);
    line-height: 1.25;
    text-wrap: balance;
  }
  h3 {
    font-size: 1em;
    font-weight: var(--name-weight);
    line-height: 1.3;
  }
  [part='required-heading'] {
    margin-block: calc(var(--gap) * 1.5) calc(var(--gap) * 0.75);
    color: var(--rokt-upsell-heading, inherit);
  }
  ul {
    display: grid;
    gap: var(--gap);
    list-style: none;
  }
  li {
    min-inline-size: 0;
    container-type: inline-size;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    padding: var(--padding);
    border: var(--border-width) solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--text);
    overflow-wrap: anywhere;
    transition: background-color var(--duration) var(--easing);
  }
  .added {
    border-color: color-mix(in srgb, var(--success) 40%, var(--border));
    background: var(--selected-surface);
  }
  .picture {
    grid-row: 1 / span 3;
    inline-size: min(var(--image-size), 20cqi);
    aspect-ratio: 1;
    margin-inline-end: var(--padding);
    border-radius: var(--image-radius);
    background: var(--surface-2);
    overflow: hidden;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .broken img {
    visibility: hidden;
  }
  .sold-out img,
  .expired img {
    opacity: 0.5;
  }
  .words,
  .actions,
  .notice {
    grid-column: 2;
  }
  .words {
    display: grid;
    align-content: start;
    gap: 2px;
  }
  .declined h3,
  .words p,
  small,
  .sold-out h3,
  .expired h3 {
    color: var(--text-muted);
  }
  .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.6em;
  }
  .price strong {
    color: var(--text);
    font-size: var(--price-size);
  }
  .price small {
    flex-basis: 100%;
  }
  [part='description'] {
    font-size: 0.9375em;
  }
  small,
  .small,
  .state,
  .total,
  .notice {
    font-size: var(--small-size);
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--control-size);
    color: inherit;
    text-underline-offset: 2px;
  }
  .unseen {
    ${unseen}
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    padding-block-start: 8px;
  }
  .notice span {
    max-inline-size: calc(100% - 2em);
  }
  .trouble {
    color: var(--danger);
  }
  @container (inline-size < 28em) {
    .actions,
    .notice {
      grid-column: 1 / -1;
    }
    .picture {
      grid-row: 1;
    }
  }
  @container (inline-size < 18em) {
    .card {
      grid-template-columns: minmax(0, 1fr);
    }
    .words {
      grid-column: 1;
    }
    .picture {
      margin-block-end: 8px;
    }
  }
  @media (forced-colors: active) {
    .added {
      border: 2px solid Highlight;
    }
  }
`;

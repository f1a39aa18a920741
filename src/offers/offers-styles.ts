import { css } from 'lit';

/** System colours throughout, so that the page's own colour scheme, dark or light, and forced colours are followed. */
export const styles = css`
  :host {
    --accent: var(--rokt-upsell-accent, CanvasText);
    --on-accent: var(--rokt-upsell-on-accent, Canvas);
    --radius: var(--rokt-upsell-radius, 12px);
    --gap: var(--rokt-upsell-gap, 12px);
    --quiet: color-mix(in srgb, CanvasText 68%, Canvas);
    --line: color-mix(in srgb, CanvasText 16%, Canvas);
    --edge: color-mix(in srgb, CanvasText 56%, Canvas);
    display: block;
    container-type: inline-size;
    color: CanvasText;
    line-height: 1.45;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
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
  }
  h2 {
    margin-block-end: var(--gap);
    font-size: 1.2em;
    line-height: 1.25;
  }
  h3 {
    font-size: 1em;
    line-height: 1.3;
  }
  ul {
    display: grid;
    gap: var(--gap);
    list-style: none;
  }
  .required-heading {
    margin-block: calc(var(--gap) * 1.5) calc(var(--gap) * 0.75);
    color: var(--quiet);
    font-size: 0.9em;
  }
  .card {
    display: grid;
    grid-template: 'image words price' auto 'image actions actions' auto '. notice notice' auto / auto 1fr auto;
    gap: 4px 0;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: Canvas;
  }
  .card.added {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .card.declined {
    grid-template: 'words actions' auto / 1fr auto;
    align-items: center;
    column-gap: 16px;
    padding-block: 8px;
  }
  .declined img {
    display: none;
  }
  img {
    grid-area: image;
    margin-inline-end: 16px;
    inline-size: 72px;
    block-size: 72px;
    border-radius: calc(var(--radius) * 0.66);
    background: color-mix(in srgb, CanvasText 6%, Canvas);
    object-fit: cover;
  }
  .words {
    grid-area: words;
    display: grid;
    align-content: start;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .declined h3,
  .words p,
  small,
  .price span {
    color: var(--quiet);
  }
  .words p {
    font-size: 0.92em;
  }
  .words .small {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
    font-size: 0.82em;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    margin-block: -8px;
    color: inherit;
    text-underline-offset: 2px;
  }
  .price {
    grid-area: price;
    margin-inline-start: 16px;
    text-align: end;
  }
  .price > * {
    white-space: nowrap;
  }
  .price strong {
    font-size: 1.06em;
    font-variant-numeric: tabular-nums;
  }
  .price small {
    display: block;
    font-size: 0.8em;
  }
  .price s {
    color: var(--quiet);
  }
  .actions {
    grid-area: actions;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
    padding-block-start: 8px;
  }
  .declined .actions {
    padding: 0;
  }
  .state {
    font-size: 0.92em;
  }
  .reason {
    flex-basis: 100%;
  }
  .added .state {
    font-weight: 600;
  }
  .total {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .notice {
    grid-area: notice;
    padding-block-start: 4px;
    font-size: 0.88em;
    font-weight: 600;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (inline-size < 28rem) {
    .card {
      grid-template: 'image words' auto 'price price' auto 'actions actions' auto 'notice notice' auto / auto 1fr;
    }
    img {
      inline-size: 56px;
      block-size: 56px;
    }
    .price {
      margin-inline-start: 0;
      padding-block-start: 4px;
      text-align: start;
    }
    .price small {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .card.added {
      border-width: 2px;
    }
  }
`;

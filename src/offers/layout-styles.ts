import { css } from './css.ts';

/**
 * How the cards of a placement stand, and what is part of every order. The carousel has a least height since its cards have none until their
 * container queries are answered: a list that is flat then is snapped by WebKitGTK 2.50 to any of them afterwards.
 */
export const layoutStyles = css`
  .required {
    border-style: dashed;
    background: none;
    box-shadow: none;
    color: inherit;
  }
  .required > * {
    min-block-size: 0;
  }
  .required .words p,
  .required strong,
  .required small {
    color: inherit;
  }
  .compact .card {
    padding-block: 12px;
  }
  .compact .picture {
    inline-size: min(var(--image-size), 56px);
  }
  .compact .small {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
  }
  .compact .ask .decline {
    display: none;
  }
  .compact > .decline {
    inline-size: min(100%, var(--button-max));
    margin-block-start: var(--gap);
  }
  details[open] {
    flex-basis: 100%;
  }
  summary {
    min-block-size: var(--control-size);
    align-content: center;
    cursor: pointer;
  }
  @container (inline-size >= 34em) {
    .compact .card:not(.required) {
      grid-template-columns: auto minmax(0, 1fr) 14rem;
    }
    .compact .actions {
      grid-column: 3;
      grid-row: 1;
      align-content: center;
      margin: 0;
      margin-inline-start: var(--padding);
    }
    .compact .row {
      justify-content: end;
    }
  }
  .hero .picture {
    inline-size: auto;
    aspect-ratio: 16 / 9;
  }
  .hero img {
    object-fit: contain;
  }
  @container (inline-size < 40em) {
    .hero .card {
      display: block;
    }
    .hero .picture {
      margin: 0 0 var(--padding);
    }
  }
  @container (inline-size >= 40em) {
    .hero .card:has(.picture) {
      grid-template-columns: 40% minmax(0, 1fr);
    }
    .hero .picture {
      aspect-ratio: auto;
      contain: size;
      min-block-size: 12rem;
    }
  }
  .carousel .optional {
    display: flex;
    min-block-size: 1px;
    overflow-x: auto;
    scroll-snap-type: inline mandatory;
    scroll-behavior: smooth;
  }
  .carousel .optional > li {
    flex: 0 0 min(16rem, 100% - 40px);
    scroll-snap-align: start;
  }
  .carousel .card {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .carousel .words {
    flex: 1;
    margin-block-start: 8px;
  }
  .pages {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 12px;
    margin-block-start: 8px;
  }
  :dir(rtl) > button svg {
    scale: -1 1;
  }
  @media (prefers-reduced-motion: reduce) {
    .carousel .optional {
      scroll-behavior: auto;
    }
  }
`;

import { css } from './css.ts';

/** What can be pressed: all at least 44 px, accept and decline of one size, and one row for every state. */
export const controlStyles = css`
  .actions {
    display: grid;
    min-block-size: var(--control-size);
    margin-block-start: 8px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    grid-area: 1 / 1;
  }
  .ask {
    align-items: stretch;
    gap: 8px;
  }
  [inert] {
    visibility: hidden;
  }
  button,
  input {
    min-inline-size: var(--control-size);
    min-block-size: var(--control-size);
    margin: 0;
    border: var(--border-width) solid var(--control-border);
    border-radius: var(--button-radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  button {
    padding: 8px 12px;
    cursor: pointer;
    touch-action: manipulation;
    transition: background-color var(--duration) var(--easing);
  }
  button:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .accept,
  .decline,
  .quiet {
    flex: 1;
    max-inline-size: var(--button-max);
    padding-inline: 8px;
    font-weight: var(--button-weight);
    line-height: 1.25;
  }
  .accept {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    column-gap: 0.4em;
  }
  .accept:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--on-accent));
  }
  .cost {
    font-weight: 400;
    white-space: nowrap;
  }
  .quiet {
    flex: none;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .quantity {
    display: inline-flex;
    margin-block: calc(-1 * var(--border-width));
    border: var(--border-width) solid var(--control-border);
    border-radius: var(--button-radius);
  }
  .quantity > * {
    border: 0;
  }
  .quantity button {
    padding: 0;
    font-size: 1.2em;
    line-height: 1;
  }
  .quantity input {
    inline-size: 2.5em;
    text-align: center;
  }
  [aria-disabled='true'] {
    color: var(--text-muted);
    opacity: 0.6;
    cursor: not-allowed;
  }
  .sum {
    display: grid;
    min-inline-size: 0;
  }
  .state,
  .total {
    font-weight: 600;
  }
  .added .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--success);
  }
  .badge {
    padding: 4px 10px;
    border-radius: 99px;
    background: var(--surface-2);
    color: var(--text-muted);
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
    vertical-align: middle;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    z-index: 1;
  }
  @container (inline-size < 17em) {
    .row {
      flex-wrap: wrap;
    }
    .ask {
      flex-direction: column;
    }
    .ask button {
      max-inline-size: none;
    }
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
    .accept {
      border-width: 2px;
    }
  }
`;

import { css } from 'lit';

/** Buttons and fields of the offers; all at least 44 px, accept and decline of one size. */
export const controlStyles = css`
  button,
  input {
    min-inline-size: 44px;
    min-block-size: 44px;
    margin: 0;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.66);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  button {
    padding: 8px 16px;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    background: color-mix(in srgb, CanvasText 8%, transparent);
  }
  .accept,
  .decline {
    flex: 1 1 9em;
    align-self: stretch;
    font-weight: 600;
  }
  .accept {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .accept:hover {
    background: color-mix(in srgb, var(--accent) 86%, var(--on-accent));
  }
  .plain {
    border-color: transparent;
    padding-inline: 4px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .quantity {
    display: inline-flex;
  }
  .quantity button {
    padding: 0;
    font-size: 1.2em;
    line-height: 1;
  }
  .quantity button:first-of-type {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .quantity button:last-of-type {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .quantity input {
    inline-size: 3.2em;
    border-inline: 0;
    border-radius: 0;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  [aria-disabled='true'] {
    color: color-mix(in srgb, CanvasText 45%, Canvas);
    cursor: not-allowed;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    z-index: 1;
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
    }
  }
`;

import { css } from 'lit';

/** What is in the panels. */
export const panelStyles = css`
  .panel {
    min-width: 0;
    background: var(--surface);
    border: var(--border-width) solid var(--border);
    border-radius: var(--radius);
    scroll-margin-top: 112px;
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 10px var(--padding);
    border-bottom: var(--border-width) solid var(--border);
  }
  h2 {
    margin: 0;
    font-size: 0.9375rem;
  }
  h3 {
    margin: 0;
    font-size: var(--small-size);
    color: var(--text-muted);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .panel-head > :nth-child(3) {
    margin-inline-start: auto;
  }
  .note,
  .empty {
    color: var(--text-muted);
    font-size: var(--small-size);
  }
  .empty,
  .rule,
  .panel > .note,
  .panel > .fates,
  .panel > ul,
  .cart,
  .delivery,
  .fault-form {
    margin: 0;
    padding: 10px var(--padding);
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  p {
    margin: 0;
  }
  strong,
  b,
  code,
  .note {
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }
  .cart + .cart,
  .rule + .rule,
  .panel > .note:not(:first-child),
  .fault-form,
  .fates > li + li,
  .delivery + .delivery,
  .older {
    border-top: var(--border-width) solid var(--border);
  }
  .fates > li {
    padding: 7px 0;
  }
  .older > summary {
    padding: 8px var(--padding);
    color: var(--text-muted);
    font-size: var(--small-size);
    cursor: pointer;
  }
  .rule ul {
    padding-block: 4px;
  }
  .unmet {
    margin-top: 2px;
    font-size: var(--small-size);
    overflow-wrap: anywhere;
  }
  .wrong {
    color: var(--danger);
    font-size: var(--small-size);
    overflow-wrap: anywhere;
  }
  .hold {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 2px 10px;
    align-items: center;
    padding: 5px 0;
  }
  .hold > .note {
    grid-column: 1 / -1;
  }
  .hold:not([data-state='held'], [data-state='confirmed']) .name {
    color: var(--text-muted);
    text-decoration: line-through;
  }
  .price {
    font-variant-numeric: tabular-nums;
  }
  .stock {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
    gap: 4px 16px;
  }
  .chip {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid;
    border-radius: 99px;
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.55;
    white-space: nowrap;
  }
  .good {
    color: var(--success);
    background: var(--selected-surface);
  }
  .bad {
    color: var(--danger);
  }
  .busy {
    color: var(--info);
  }
  .quiet {
    color: var(--text-muted);
  }
`;

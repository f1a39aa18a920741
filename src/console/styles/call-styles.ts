import { css } from 'lit';

/** The log of calls, and all of one call. */
export const callStyles = css`
  .call + .call {
    border-top: var(--border-width) solid var(--border);
  }
  .call > details > summary {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: center;
    min-height: 38px;
    padding: 5px var(--padding);
    cursor: pointer;
    list-style: none;
  }
  .call > details > summary::-webkit-details-marker {
    display: none;
  }
  .call > details > summary:hover,
  .call > details[open] > summary {
    background: var(--surface-2);
  }
  .call time,
  .took {
    color: var(--text-muted);
    font-family: var(--mono);
    font-size: var(--small-size);
  }
  .took {
    margin-inline-start: auto;
  }
  .call:last-child > details:not([open]) > summary:hover {
    border-radius: 0 0 var(--radius) var(--radius);
  }
  .operation {
    font-weight: 600;
  }
  .items {
    color: var(--text-muted);
    font-size: var(--small-size);
  }
  .call-body {
    display: grid;
    gap: 10px;
    padding: 12px var(--padding) 16px;
  }
  .bodies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: 10px;
  }
  pre {
    margin: 4px 0 0;
    padding: 10px 12px;
    background: var(--surface-2);
    border-radius: 8px;
    font: 0.8125rem/1.5 var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--mono);
    font-size: 0.875em;
  }
  .headers summary {
    cursor: pointer;
    font-size: var(--small-size);
  }
`;

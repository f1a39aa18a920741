import { css } from 'lit';

/** What can be pressed or filled in. */
export const controlStyles = css`
  .fault-form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 10px;
    align-items: end;
  }
  .fault-form > div {
    display: grid;
    min-width: 0;
    gap: 3px;
    color: var(--text-muted);
    font-size: var(--small-size);
  }
  button,
  input,
  select {
    min-height: 34px;
    max-width: 100%;
    padding: 4px 10px;
    font: inherit;
    font-size: 0.875rem;
    color: var(--text);
    background: var(--surface);
    border: var(--border-width) solid var(--control-border);
    border-radius: var(--button-radius);
  }
  @media (pointer: coarse) {
    button,
    input,
    select {
      min-height: var(--control-size);
    }
  }
  button {
    cursor: pointer;
    font-weight: 500;
  }
  button:hover:not(:disabled),
  button[aria-pressed='true'] {
    background: var(--surface-2);
  }
  button[aria-pressed='true'] {
    border-color: var(--info);
    color: var(--info);
  }
  button:disabled {
    color: var(--text-muted);
    border-color: var(--border);
    cursor: default;
  }
  .primary,
  .primary:hover:not(:disabled) {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
    font-weight: 600;
  }
  .link {
    min-height: 24px;
    padding: 0 2px;
    color: var(--info);
    background: none;
    border: 0;
    text-decoration: underline;
  }
  .fault-form select,
  .fault-form input {
    width: 100%;
  }
  .filter {
    flex: 0 1 16rem;
    min-width: 0;
  }
  a {
    color: var(--info);
  }
  input::placeholder {
    color: var(--text-muted);
    opacity: 1;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .call > details > summary:focus-visible {
    outline-offset: -2px;
  }
  .panel:focus {
    outline: none;
  }
  .panel:focus-visible {
    outline: 2px solid var(--focus);
  }
`;

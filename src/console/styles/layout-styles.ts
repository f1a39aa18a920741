import { css } from 'lit';

/** Where things are: a sticky head, the calls, and the other panels beside them or below. */
export const layoutStyles = css`
  :host {
    --padding: 14px;
    --gap: 14px;
    --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    --page: light-dark(#f6f5f8, #131216);
    --warn: light-dark(#7a4a00, #f2c46d);
    --info: light-dark(#1f4fa3, #9cc0ff);
    --shade: color-mix(in srgb, currentColor 10%, transparent);
    font:
      0.9375rem/1.45 system-ui,
      sans-serif;
    color: var(--text);
  }
  * {
    box-sizing: border-box;
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
    padding: 10px max(16px, calc((100% - 1440px) / 2));
    background: var(--surface);
    border-bottom: var(--border-width) solid var(--border);
  }
  h1 {
    margin: 0;
    font-size: 1.0625rem;
    letter-spacing: -0.01em;
  }
  .bar,
  .clock,
  .buttons,
  .account {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .buttons {
    gap: 6px;
  }
  .account span,
  .label {
    color: var(--text-muted);
    font-size: var(--small-size);
  }
  .now {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin: 0;
  }
  .now .digits {
    font-size: 1.25rem;
    font-weight: 600;
  }
  .digits {
    font-family: var(--mono);
    font-variant-numeric: tabular-nums;
  }
  nav {
    display: none;
    gap: 4px 16px;
    flex-wrap: wrap;
  }
  nav a {
    padding: 4px 0;
    font-size: var(--small-size);
  }
  .said {
    max-width: 1440px;
    min-height: 1.6em;
    margin: 6px auto;
    padding: 0 16px;
    color: var(--text-muted);
    font-size: var(--small-size);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: var(--gap);
    align-items: start;
    max-width: 1440px;
    margin: 0 auto;
    padding: 0 16px 48px;
  }
  .side {
    display: grid;
    gap: var(--gap);
    min-width: 0;
  }
  main.ask {
    grid-template-columns: minmax(0, 26rem);
    justify-content: center;
    padding-top: 12vh;
  }
  .ask form {
    display: grid;
    gap: 10px;
    padding: 24px;
  }
  .ask p {
    margin: 0;
  }
  @media (max-width: 900px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      display: flex;
    }
  }
  @media (max-width: 600px) {
    header {
      position: static;
      padding: 12px;
    }
    main,
    .said {
      padding-inline: 12px;
    }
    .now {
      flex-wrap: wrap;
    }
  }
`;

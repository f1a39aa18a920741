import { css } from './css.ts';

/** What a page can set, by the name `--rokt-upsell-…`, and what it is unless the page does. Colours follow its `color-scheme`. */
export const defaults = {
  surface: 'light-dark(#fff,#1d1b21)',
  'surface-2': 'light-dark(#f4f3f6,#29262e)',
  text: 'light-dark(#1c1b1f,#f1eff4)',
  'text-muted': 'light-dark(#5c5a63,#b4b0bb)',
  border: 'light-dark(#dedbe2,#3b3742)',
  'control-border': 'light-dark(#85828c,#85808e)',
  success: 'light-dark(#0b6b40,#74d8a4)',
  'selected-surface': 'light-dark(#eef6f1,#1c2b24)',
  danger: 'light-dark(#a3260f,#ffb4a0)',
  accent: 'var(--text)',
  'on-accent': 'var(--surface)',
  focus: 'var(--text)',
  'border-width': '1px',
  shadow: 'none',
  radius: '12px',
  'button-radius': '8px',
  'image-radius': '8px',
  padding: '16px',
  gap: '12px',
  'image-size': '72px',
  'control-size': '44px',
  'heading-size': '1.2em',
  'price-size': '1.125em',
  'small-size': 'max(13px,.8125em)',
  'name-weight': '600',
  'button-weight': '600',
  'button-max': '16rem',
  duration: '160ms',
  easing: 'cubic-bezier(.2,0,0,1)',
};

const rest = css`
  :host {
    display: block;
    font-family: var(--rokt-upsell-font, inherit);
    font-size: var(--rokt-upsell-font-size, 1rem);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
    text-align: start;
  }
`;

/** What the offers' styles are written in: each token of the page's under a short name, and what all texts have. */
export function tokenStyles(): string {
  const tokens = Object.entries(defaults);
  const lines = tokens.map(([name, value]) => `--${name}:var(--rokt-upsell-${name},${value})`);
  const styles = `${rest}:host{${lines.join(';')}}`;
  // Where the browser knows no schemes, colours are the light ones.
  return CSS.supports('color:light-dark(red,red)')
    ? styles
    : styles.replace(/light-dark\((\S+?),\S+?\)/g, '$1');
}

import { css } from './css.ts';

/**
 * What a page can set, by names of its own: `--rokt-upsell-…`. Without a scheme of the page's own the colours follow its
 * `color-scheme`; where the browser cannot, they are the system's.
 */
export const tokens = css`
  :host {
    --surface: var(--rokt-upsell-surface, light-dark(#fff, #1d1b21));
    --surface-2: var(--rokt-upsell-surface-2, light-dark(#f4f3f6, #29262e));
    --text: var(--rokt-upsell-text, light-dark(#1c1b1f, #f1eff4));
    --muted: var(--rokt-upsell-text-muted, light-dark(#5c5a63, #b4b0bb));
    --border: var(--rokt-upsell-border, light-dark(#dedbe2, #3b3742));
    --edge: var(--rokt-upsell-control-border, light-dark(#85828c, #85808e));
    --success: var(--rokt-upsell-success, light-dark(#0b6b40, #74d8a4));
    --selected: var(--rokt-upsell-selected-surface, light-dark(#eef6f1, #1c2b24));
    --danger: var(--rokt-upsell-danger, light-dark(#a3260f, #ffb4a0));
    --accent: var(--rokt-upsell-accent, var(--text));
    --on-accent: var(--rokt-upsell-on-accent, var(--surface));
    --focus: var(--rokt-upsell-focus, var(--text));
    --width: var(--rokt-upsell-border-width, 1px);
    --radius: var(--rokt-upsell-radius, 12px);
    --button-radius: var(--rokt-upsell-button-radius, 8px);
    --padding: var(--rokt-upsell-padding, 16px);
    --gap: var(--rokt-upsell-gap, 12px);
    --image: var(--rokt-upsell-image-size, 72px);
    --control: var(--rokt-upsell-control-size, 44px);
    --small: var(--rokt-upsell-small-size, max(13px, 0.8125em));
    --weight: var(--rokt-upsell-button-weight, 600);
    --duration: var(--rokt-upsell-duration, 160ms);
    --easing: var(--rokt-upsell-easing, cubic-bezier(0.2, 0, 0, 1));
    display: block;
    font-family: var(--rokt-upsell-font, inherit);
    font-size: var(--rokt-upsell-font-size, 1rem);
    line-height: 1.4;
    text-align: start;
  }
  @supports not (color: light-dark(red, red)) {
    :host {
      --surface: var(--rokt-upsell-surface, Canvas);
      --text: var(--rokt-upsell-text, CanvasText);
      --border: var(--rokt-upsell-border, GrayText);
      --edge: var(--rokt-upsell-control-border, GrayText);
    }
  }
`;

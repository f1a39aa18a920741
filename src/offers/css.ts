/** Marks a text as a style sheet, so that editors colour it and the build shortens it. */
export const css = String.raw;

/** The style of what is read out and not seen. */
export const unseen =
  'position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

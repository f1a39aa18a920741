/** Marks a text as a style sheet, so that editors colour it and the build shortens it. */
export const css = String.raw;

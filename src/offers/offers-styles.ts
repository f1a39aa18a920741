import { tokenStyles } from './tokens.ts';
import { cardStyles } from './card-styles.ts';
import { controlStyles } from './control-styles.ts';
import { layoutStyles } from './layout-styles.ts';
import { motionStyles } from './motion-styles.ts';

let sheet: CSSStyleSheet | undefined;

/** The style sheet of all offers, and no `<style>` for a policy to forbid. */
export function styleSheet(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenStyles() + cardStyles + controlStyles + layoutStyles + motionStyles);
  return sheet;
}

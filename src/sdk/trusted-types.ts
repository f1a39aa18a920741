import { isAllowedOrigin } from './script-origins.ts';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
    };
  }
}

let policy: ScriptUrlPolicy | undefined;

/**
 * `url` as a script tag's `src` takes it where Trusted Types are enforced, by the policy `rokt-upsell`.
 *
 * Where its origin is not allowed, or the page does not allow that policy, it is plain text, which the tag then refuses.
 */
export function toScriptUrl({ href }: URL): string {
  try {
    policy ??= window.trustedTypes?.createPolicy('rokt-upsell', { createScriptURL: passAllowed });
    return policy?.createScriptURL(href) ?? href;
  } catch {
    // Refused by the policy or by the page, or taken by a second copy of this file.
    return href;
  }
}

/** The rule is the policy's own, so that it holds for whoever comes by the policy. */
function passAllowed(text: string): string {
  if (isAllowedOrigin(new URL(text))) return text;
  throw new TypeError('origin');
}

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
 * Where the page does not allow that policy the plain text is given, and the tag then refuses it.
 */
export function toScriptUrl(url: string): string {
  try {
    policy ??= window.trustedTypes?.createPolicy('rokt-upsell', { createScriptURL: (text) => text });
  } catch {
    // Refused by the page, or taken by a second copy of this file.
  }
  return policy?.createScriptURL(url) ?? url;
}

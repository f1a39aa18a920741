import { probe } from './pages.ts';
import type { Engine, PolicyRow } from './rows.ts';

/** What a policy must stop, or its rows prove nothing; and the engines that do not have the policy. */
export interface PolicyControl extends Pick<PolicyRow, 'name' | 'headers' | 'sandbox'> {
  readonly html?: string;
  /** The probe's attempt. */
  readonly attempt: string;
  readonly without?: readonly Engine[];
}

const csp = (policy: string) => ({ 'content-security-policy': policy });

export const policyControls: readonly PolicyControl[] = [
  {
    name: '`script-src` stops a script of the page’s text',
    headers: csp("script-src 'self'"),
    attempt: 'inlineScript',
  },
  {
    name: '`style-src` stops a style of the page’s text',
    headers: csp("style-src 'none'"),
    attempt: 'inlineStyle',
  },
  {
    name: 'Trusted Types stop HTML from text',
    headers: csp("require-trusted-types-for 'script'; trusted-types rokt-upsell"),
    attempt: 'html',
  },
  {
    name: 'Trusted Types stop a policy that is not named',
    headers: csp("require-trusted-types-for 'script'; trusted-types rokt-upsell"),
    attempt: 'policy',
  },
  {
    name: '`Integrity-Policy` stops a script without integrity',
    headers: { 'integrity-policy': 'blocked-destinations=(script)' },
    html: probe(true),
    attempt: 'script',
  },
  { name: 'An opaque origin has no storage', sandbox: 'allow-scripts', attempt: 'storage' },
];

import { html, nothing, type TemplateResult } from 'lit';
import type { JudgedRule, Verdict } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import type { Acts } from './acts.ts';
import { chipView, emptyView, panelView } from './panel.ts';

/** How many breaks of a rule are read at once. */
const READ_AT_ONCE = 3;

/** The verdict on the integration: each broken rule, with the calls that show it and what to do. */
export function reportView({ state }: Shown, acts: Acts): TemplateResult {
  const panel = { id: 'report', title: 'Report' };
  if (!state) return panelView(panel, emptyView('Not known yet.'));
  const { verdict, calls, rules } = state.report;
  const broken = rules.filter(({ outcome }) => outcome === 'broken');
  return panelView(
    { ...panel, note: `by ${calls} ${calls === 1 ? 'call' : 'calls'}`, tools: verdictView(verdict) },
    html`
      ${broken.map((rule) => ruleView(rule, acts))}
      <p class="note">${namesOf(rules, 'kept', 'Kept')} ${namesOf(rules, 'not-seen', 'Not seen')}</p>
    `,
  );
}

function verdictView(verdict: Verdict['verdict']): TemplateResult {
  if (verdict === 'pass') return chipView('pass', 'good');
  return verdict === 'fail' ? chipView('fail', 'bad') : chipView('nothing seen', 'quiet');
}

function ruleView({ id, title, kind, fix, findings }: JudgedRule, acts: Acts): TemplateResult {
  return html`
    <div class="rule">
      <p class="line">${chipView(kind, kind === 'fault' ? 'bad' : 'busy')} <strong>${id}</strong></p>
      <p>${title}</p>
      ${findingsView(findings.slice(0, READ_AT_ONCE), acts)} ${moreView(findings.slice(READ_AT_ONCE), acts)}
      <p class="note">Fix: ${fix}</p>
    </div>
  `;
}

function moreView(findings: JudgedRule['findings'], acts: Acts) {
  if (findings.length === 0) return nothing;
  return html`<details>
    <summary>${findings.length} more</summary>
    ${findingsView(findings, acts)}
  </details>`;
}

function findingsView(findings: JudgedRule['findings'], acts: Acts): TemplateResult {
  return html`<ul>
    ${findings.map(({ says, requests }) => html`<li>${says} ${requests.map(({ id }) => linkView(id, acts))}</li>`)}
  </ul>`;
}

function linkView(id: string, acts: Acts): TemplateResult {
  return html`<button class="link" @click=${() => acts.showCall(id)}>show the call</button>`;
}

function namesOf(rules: readonly JudgedRule[], outcome: JudgedRule['outcome'], word: string) {
  const names = rules.filter((rule) => rule.outcome === outcome).map(({ id }) => id);
  return names.length === 0 ? nothing : `${word}: ${names.join(', ')}.`;
}

import { html, type TemplateResult } from 'lit';
import { timeOfDay } from '../formats.ts';
import type { OfferFate } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import { fatesView } from './fates-view.ts';
import { emptyView, panelView } from './panel.ts';

/** The offers of the newest call that has asked for some; those of each other call are in it. */
export function targetingView({ calls }: Shown): TemplateResult {
  const panel = { id: 'targeting', title: 'Targeting' };
  const call = calls.filter(({ targeting }) => targeting !== undefined).at(-1);
  if (!call?.targeting)
    return panelView(panel, emptyView('No call has asked for offers yet: placements.any, or a selection.'));
  return panelView(
    { ...panel, note: `${call.operation}, ${timeOfDay(call.at)}: ${countOf(call.targeting)}` },
    html`${fatesView(call.targeting)}`,
  );
}

function countOf(fates: readonly OfferFate[]): string {
  const missed = fates.filter(({ outcome }) => outcome === 'missed').length;
  return `${fates.length - missed} met every condition, ${missed} missed`;
}

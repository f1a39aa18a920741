import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  Renderer2,
} from '@angular/core';
import type { RoktUpsellElement } from 'rokt-upsell';
import { upsellEvents } from '../../../log.js';
import { hear } from './heard';

/** Listens by what a directive has: its host's bindings, `Renderer2.listen` and the element itself. */
@Directive({
  selector: '[hear-all]',
  host: {
    '(cart-item-updated)': 'byHost($event)',
    '(link-requested)': 'byHost($event)',
    '(offer-engaged)': 'byHost($event)',
    '(placements-closed)': 'byHost($event)',
    '(placements-empty)': 'byHost($event)',
    '(placements-failed)': 'byHost($event)',
    '(placements-loading)': 'byHost($event)',
    '(placements-ready)': 'byHost($event)',
    '(update-failed)': 'byHost($event)',
    '(upsell-error)': 'byHost($event)',
  },
})
export class HearAll {
  protected readonly byHost = hear('host: {"(cart-item-updated)"}');

  constructor() {
    const element = inject<ElementRef<RoktUpsellElement>>(ElementRef).nativeElement;
    const renderer = inject(Renderer2);
    const destroyed = inject(DestroyRef);
    const byRenderer = hear('Renderer2.listen');
    const byElement = hear('addEventListener');
    for (const type of upsellEvents) {
      destroyed.onDestroy(renderer.listen(element, type, byRenderer));
      element.addEventListener(type, byElement);
    }
  }
}

/** Every event of the element in each spelling that Angular has. */
@Component({
  selector: 'app-events-scene',
  imports: [HearAll],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <rokt-upsell
      hear-all
      (cart-item-updated)="inTemplate($event)"
      (link-requested)="inTemplate($event)"
      (offer-engaged)="inTemplate($event)"
      (placements-closed)="inTemplate($event)"
      (placements-empty)="inTemplate($event)"
      (placements-failed)="inTemplate($event)"
      (placements-loading)="inTemplate($event)"
      (placements-ready)="inTemplate($event)"
      (update-failed)="inTemplate($event)"
      (upsell-error)="inTemplate($event)"
    />
  `,
})
export class EventsScene {
  protected readonly inTemplate = hear('(cart-item-updated)="…"');
}

import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';
import { EventsScene } from './events-scene';
import type { SceneState } from './scene-state';

/** `<rokt-upsell>` as each scene writes it, with what it binds now. */
@Component({
  selector: 'app-conformance-scene',
  imports: [EventsScene],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let now = state();
    @switch (scene()) {
      @case ('attributes') {
        <rokt-upsell
          [attr.account-id]="now.accountId"
          [attr.identifier]="now.identifier"
          [attr.timeout]="now.timeout"
        />
      }
      @case ('properties') {
        <rokt-upsell
          [placementAttributes]="now.placementAttributes"
          [launcherOptions]="now.launcherOptions"
          [launcher]="now.launcher"
        />
      }
      @case ('booleans') {
        <rokt-upsell [sandbox]="now.sandbox" [noTargeting]="now.noTargeting" />
      }
      @case ('events') {
        <app-events-scene />
      }
      @case ('children') {
        <rokt-upsell>
          <div id="own-mount">
            @for (item of now.items; track item) {
              <span>{{ item }}</span>
            }
          </div>
          <p slot="failed">{{ now.failed }}</p>
        </rokt-upsell>
      }
      @case ('remount') {
        @if (now.shown) {
          <rokt-upsell />
        }
      }
    }
  `,
})
export class ConformanceScene {
  readonly scene = input.required<string>();
  readonly state = input.required<SceneState>();
}

import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { EventLog } from './event-log';

/** What a shop would not have: the launcher to choose, and every event. */
@Component({
  selector: 'details[app-demo-strip]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'demo' },
  template: `
    <summary>
      <b>Demo</b>
      <span class="phase" [attr.data-phase]="log.phase()"
        ><i>{{ log.phase() }}</i></span
      >
      <span class="latest">{{ latest() }}</span>
    </summary>
    <div class="demo-body">
      <nav class="demo-controls" aria-label="Demo controls">
        <p>
          Launcher
          <a href="?launcher=first-party" [attr.aria-current]="isHosted ? null : 'true'">first-party</a>
          <a href="?launcher=hosted" [attr.aria-current]="isHosted ? 'true' : null">hosted-style</a>
        </p>
      </nav>
      <div #box class="log" role="log" aria-live="off" aria-label="Events and answers" tabindex="0">
        <ol data-log="rows">
          @for (row of log.rows(); track row.id) {
            <li [attr.data-event]="row.type">
              <time>{{ row.time }}</time><b>{{ row.type }}</b
              ><span>{{ row.text }}</span>
            </li>
          }
        </ol>
      </div>
    </div>
  `,
})
export class DemoStrip {
  protected readonly log = inject(EventLog);
  protected readonly isHosted = new URLSearchParams(location.search).get('launcher') === 'hosted';
  protected readonly latest = computed(() => {
    const row = this.log.rows().at(-1);
    return row ? `${row.type} ${row.text}` : 'events and answers';
  });
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect(() => {
      this.log.rows();
      const box = this.box().nativeElement;
      box.scrollTop = box.scrollHeight;
    });
  }
}

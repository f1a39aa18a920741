import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

/** What docs/editor-support.md says cannot be seen. */
@Component({
  selector: 'shop-not-seen',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<rokt-upsell [acountId]="222" [loading]="1" (cart-item-updatd)="take()" />`,
})
export class NotSeen {
  take(): void {}
}

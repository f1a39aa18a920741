import type { RoktUpsellElement, RoktUpsellEventMap, UpsellErrorCode } from 'rokt-upsell';
import type { CartItem, CartItemUpdatedEvent } from 'rokt-upsell/element';
import { createScriptedLauncher } from 'rokt-upsell/testing';
import { type JSX, useRef, useState } from 'react';

type Props = JSX.IntrinsicElements['rokt-upsell'];
type Uncovered = Exclude<`on${keyof RoktUpsellEventMap}`, keyof Props>;
export const uncovered: Uncovered[] = [] satisfies never[];

export function Upsell({ accountId, isPrivate }: { accountId?: string; isPrivate: boolean }) {
  const upsell = useRef<RoktUpsellElement>(null);
  const [items, setItems] = useState<readonly CartItem[]>([]);
  const take = ({ detail }: CartItemUpdatedEvent) => setItems(detail.cartItems);
  const codes: UpsellErrorCode[] = [];
  return (
    <rokt-upsell
      ref={upsell}
      key="upsell"
      id="upsell"
      className="upsell"
      aria-label={`Extras, ${items.length}`}
      data-place="checkout"
      accountId={accountId}
      identifier="checkout.upsell"
      placementAttributes={{ eventId: '1100526195FA115A' }}
      launcher={createScriptedLauncher().launcher}
      launcherOptions={{ sessionToken: 'token' }}
      noTargeting={isPrivate}
      sandbox
      loading="lazy"
      timeout={5_000}
      onClick={({ currentTarget }) => currentTarget.report()}
      oncart-item-updated={take}
      onplacements-ready={({ detail }) => detail.count}
      onplacements-failed={({ detail: { error } }) => codes.push(error.code)}
      onupsell-error={async ({ detail: { error } }) => codes.push(error.code)}
      onupdate-failed={isPrivate ? undefined : ({ detail }) => detail.error.message}
      onlink-requested={(event) => event.preventDefault()}
    >
      <p slot="failed">Extras cannot be shown right now.</p>
    </rokt-upsell>
  );
}

export const byAttributes = (
  <rokt-upsell
    account-id="222"
    placement-attributes='{"eventId":"1100526195FA115A"}'
    no-targeting="true"
    no-device-id={false}
    update-timeout={2_000}
    timeout="5000"
    crossorigin="anonymous"
  />
);

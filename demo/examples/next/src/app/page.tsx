import { Checkout } from '../components/checkout.tsx';
import { EventCard } from '../components/event-card.tsx';

/** A server component: it draws what never changes, and leaves the cart and its upsells to a client component. */
export default function Page() {
  return (
    <>
      <a className="skip" href="#checkout">
        Skip to the checkout
      </a>
      <header className="shop">
        <a className="brand" href="/">
          Rowlight <span>Tickets</span>
        </a>
      </header>
      <Checkout>
        <EventCard />
      </Checkout>
    </>
  );
}

/** What is bought. */
export function EventCard() {
  return (
    <section className="card product" aria-labelledby="event">
      <img src="/assets/images/gala.svg" width="720" height="280" alt="" />
      <div className="product-text">
        <h2 id="event">Midwinter Gala: Strings by Lamplight</h2>
        <dl className="facts">
          <div>
            <dt>When</dt>
            <dd>
              <time dateTime="2031-12-12T19:30-05:00">Friday, December 12, 2031, 7:30 PM</time>
            </dd>
          </div>
          <div>
            <dt>Where</dt>
            <dd>Madison Square Garden, New York, NY</dd>
          </div>
          <div>
            <dt>Seats</dt>
            <dd>Section 104, row 8, side by side</dd>
          </div>
          <div>
            <dt>Price</dt>
            <dd>$149.75 a ticket, with all fees</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: 'Checkout · Midwinter Gala · Rowlight Tickets, in Next.js',
  icons: { icon: { url: '/assets/images/ticket.svg', type: 'image/svg+xml' } },
};
export const viewport: Viewport = { colorScheme: 'light dark' };

/** Around every page, from the server. The fonts are those of the shopper's system. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="stylesheet" href="/assets/shop.css" />
      </head>
      <body className="shop-tickets">
        <a className="skip" href="#checkout">
          Skip to the checkout
        </a>
        <header className="shop">
          <a className="brand" href="./">
            Rowlight <span>Tickets</span>
          </a>
        </header>
        {children}
        <details className="demo" />
      </body>
    </html>
  );
}

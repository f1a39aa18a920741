// A client component: its first step is rendered on the server, too.
export { Checkout as default } from '../components/checkout.tsx';

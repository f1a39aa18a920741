// One shop for both: it takes a while to start.
import './medusa/carts.ts';
import './medusa/orders.ts';
import './medusa/command.ts';

// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { bootstrapApplication } from '@angular/platform-browser';
import { startPage } from '../../shared/shop.js';
import { App } from './app';
import { CheckoutStore } from './checkout-store';

const { injector } = await bootstrapApplication(App);
startPage();
await injector.get(CheckoutStore).resume();

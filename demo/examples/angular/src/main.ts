// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

await bootstrapApplication(App);

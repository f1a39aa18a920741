// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.querySelector('#app') as Element });

// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).use(createPinia()).mount('#app');

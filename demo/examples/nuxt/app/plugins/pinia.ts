import { createPinia } from 'pinia';
import { defineNuxtPlugin } from '#imports';

/** Pinia, one for each page that the server renders. */
export default defineNuxtPlugin(({ vueApp }) => {
  vueApp.use(createPinia());
});

export * from './element/index.ts';

// React's server components come here by the export condition `react-server`. Their modules never run in a browser.
console.warn(
  "rokt-upsell: a server component cannot define <rokt-upsell>, since it never runs in the browser. Use RoktUpsell of 'rokt-upsell/react', " +
    "or import 'rokt-upsell' in a file that begins with 'use client'.",
);

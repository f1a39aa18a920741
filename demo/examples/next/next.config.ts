import { join } from 'node:path';
import type { NextConfig } from 'next';

// Nothing is sent to anyone by a build.
process.env['NEXT_TELEMETRY_DISABLED'] = '1';

/** Files for any static server, since the demo's is one. */
const config: NextConfig = {
  output: 'export',
  distDir: 'dist',
  // What is free of any framework is the plain demo's.
  turbopack: { root: join(import.meta.dirname, '../../..') },
};
export default config;

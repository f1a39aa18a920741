#!/usr/bin/env node
// Syntax that any Node with modules can read: it has to run where nothing else does.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write('rokt-upsell needs Node 20 or later; this is Node ' + process.versions.node + '.\n');
  process.exitCode = 1;
} else {
  void import('./run.ts').then(({ run }) => run(process.argv.slice(2)));
}

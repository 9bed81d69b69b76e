#!/usr/bin/env node
// Old Nodes must be able to parse this file; everything else is imported only after the check.
import { isTooOld, tooOldSentence } from './node-version.mjs';

if (isTooOld(process.versions.node)) {
  console.error(tooOldSentence(process.versions.node));
  process.exit(1);
} else {
  import('./commands.mjs').then(function (commands) {
    return commands.run(process.argv.slice(2));
  });
}

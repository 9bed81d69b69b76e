// Old Nodes must be able to parse this file, so it keeps to old syntax and imports nothing.
const OLDEST_NODE = '20.19';

export function isTooOld(version) {
  const have = version.split('.').map(Number);
  const need = OLDEST_NODE.split('.').map(Number);
  return have[0] < need[0] || (have[0] === need[0] && have[1] < need[1]);
}

export function tooOldSentence(version) {
  return 'Everyhand needs Node ' + OLDEST_NODE + ' or newer; this is Node ' + version + '.';
}

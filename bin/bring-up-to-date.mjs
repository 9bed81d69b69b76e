import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  fingerprint,
  hasSameContent,
  hasSameTimes,
  listFiles,
  readStore,
  writeStore,
} from './fingerprint.mjs';
import { inPlainWords } from './plain-error.mjs';
import { withProgress } from './progress.mjs';
import { outputsExist } from './steps.mjs';

/**
 * Runs the steps that are out of date, in order; resolves to the names of those that ran.
 * @param {string} root
 * @param {object[]} steps
 * @param {{ stream?: { write: (text: string) => unknown, isTTY?: boolean } }} options
 */
export async function bringUpToDate(root, steps, { stream = process.stdout } = {}) {
  const ran = [];
  for (const step of steps) {
    const state = examine(root, step);
    if (state.isCurrent) continue;
    await runStep(root, step, state, stream);
    ran.push(step.name);
  }
  return ran;
}

async function runStep(root, step, state, stream) {
  try {
    refuseReadOnly(root);
    await withProgress(step.title, () => step.run(root), stream);
    record(root, step, state);
  } catch (error) {
    throw inPlainWords(error, root);
  }
}

/** Compares a step with its record. A step that only looks out of date is recorded and left alone. */
function examine(root, step) {
  const before = readStore(join(root, step.store))[step.name];
  const prints = fingerprint(root, listFiles(root, step.inputs, step.isIgnored), before?.prints);
  const state = { recipe: step.recipe ?? '', prints };
  const isRecorded = before?.recipe === state.recipe && hasSameContent(before.prints, prints);
  const isCurrent = outputsExist(root, step) && (isRecorded || isDoneByHand(root, step, before, state));
  if (isCurrent && !(isRecorded && hasSameTimes(before.prints, prints))) recordIfWritable(root, step, state);
  return { ...state, isCurrent };
}

/** `isDoneAlready` cannot see a changed recipe, so it is asked only when the recipe is the recorded one, or none is. */
function isDoneByHand(root, step, before, state) {
  const hasOtherRecipe = before !== undefined && before.recipe !== state.recipe;
  return !hasOtherRecipe && step.isDoneAlready?.(root) === true;
}

function record(root, step, { recipe, prints }) {
  const path = join(root, step.store);
  writeStore(path, { ...readStore(path), [step.name]: { recipe, prints } });
}

// A ready-made copy may live in a read-only folder: then times are compared by content at each start.
function recordIfWritable(root, step, state) {
  try {
    record(root, step, state);
  } catch {
    return;
  }
}

// Asked before a tool runs into it: the tools' own words for this are a page long.
function refuseReadOnly(root) {
  const places = [root, ...['node_modules', 'build', 'app'].map((name) => join(root, name))];
  for (const place of places) if (existsSync(place)) accessSync(place, constants.W_OK);
}

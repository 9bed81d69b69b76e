import type { Choice, Moment, Scenario } from '#app/domain/publishing/document-tree.ts';

export type ScenarioStep = { moment: Moment; choice: Choice; index: number };

export type ScenarioWalk = {
  steps: ScenarioStep[];
  /** Where the reader stands; null only in a scenario without moments. */
  here: Moment | null;
  /** What of the given path could be walked. */
  path: string;
  /** The path before the last step; null at the start. */
  back: string | null;
  /** Part of the given path led nowhere. */
  lost: boolean;
};

/** `path` is the indexes of the choices taken, '0.2.1'; the longest part of it that leads somewhere counts. */
export function walkScenario(scenario: Scenario, path: string): ScenarioWalk {
  const moments = new Map(scenario.moments.map((moment) => [moment.id, moment]));
  const wanted = path === '' ? [] : path.split('.');
  const steps: ScenarioStep[] = [];
  let here = scenario.moments[0] ?? null;

  for (const piece of wanted) {
    const index = /^\d{1,3}$/.test(piece) ? Number(piece) : -1;
    const choice: Choice | undefined = here?.choices[index];
    const next = choice && moments.get(choice.to);
    if (!here || !choice || !next) break;
    steps.push({ moment: here, choice, index });
    here = next;
  }

  const taken = steps.map((step) => step.index);
  return {
    steps,
    here,
    path: taken.join('.'),
    back: taken.length > 0 ? taken.slice(0, -1).join('.') : null,
    lost: steps.length < wanted.length,
  };
}

export function pathAfter(path: string, choice: number): string {
  return path === '' ? String(choice) : `${path}.${choice}`;
}

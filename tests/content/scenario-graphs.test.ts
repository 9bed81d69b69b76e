import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Moment, Scenario } from '#app/domain/publishing/document-tree.ts';
import { checkScenarios } from '#app/domain/publishing/gate/check-scenarios.ts';
import type { MdNode } from '#app/domain/publishing/gate/md-node.ts';
import { pathAfter, walkScenario } from '#app/ui/document/walk-scenario.ts';

/** By moment: null is an ending, else the moments that its choices lead to, by number; one too high leads nowhere. */
type Graph = (number[] | null)[];

const graphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 2, max: 7 })
  .chain((count) =>
    fc.array(
      fc.oneof(
        fc.constant(null),
        fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: 2, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: count }), { minLength: 1, maxLength: 3 }),
      ),
      { minLength: count, maxLength: count },
    ),
  );

/** Forwards only, to an ending in any case: what an author writes who makes no mistake. */
const soundGraphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 5 })
  .chain((length) =>
    fc
      .tuple(
        ...Array.from({ length }, (_, at) =>
          fc.array(fc.integer({ min: 0, max: at + 1 }), { minLength: 1, maxLength: 2 }),
        ),
      )
      .map((others): Graph => [...others.map((more, at) => [at + 1, ...more]), null]),
  );

const nameOf = (moment: number) => `m${moment}`;

function element(name: string, attributes: Record<string, string>, children: MdNode[] = []): MdNode {
  const written = Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value,
  }));
  return { type: 'mdxJsxFlowElement', name, attributes: written, children };
}

const source = (graph: Graph): MdNode => ({
  type: 'root',
  children: [
    element(
      'Scenario',
      { id: 's', title: 'S' },
      graph.map((choices, at) =>
        element(
          'Moment',
          { id: nameOf(at), ...(choices ? {} : { end: 'good' }) },
          (choices ?? []).map((to) => element('Choice', { to: nameOf(to), felt: 'F' })),
        ),
      ),
    ),
  ],
});

const scenarioOf = (graph: Graph): Scenario => ({
  id: 's',
  title: 'S',
  moments: graph.map((choices, at): Moment => ({
    id: nameOf(at),
    end: choices ? null : 'good',
    nodes: [],
    choices: (choices ?? []).map((to) => ({ to: nameOf(to), felt: 'F', nodes: [] })),
  })),
});

/** The slow way: what can be come to from a moment, by taking one step after the other as often as there are moments. */
function reached(graph: Graph, from: number): Set<number> {
  let found = new Set([from]);
  for (const _ of graph) found = new Set([...found].flatMap((at) => [at, ...(graph[at] ?? [])]));
  return found;
}

function isPlayable(graph: Graph): boolean {
  const all = graph.map((_, at) => at);
  return (
    graph.every(
      (choices) => choices === null || (choices.length > 1 && choices.every((to) => to < graph.length)),
    ) &&
    all.every((at) => reached(graph, 0).has(at)) &&
    all.every((at) => [...reached(graph, at)].some((end) => graph[end] === null))
  );
}

describe('the gate', () => {
  test('lets a scenario through if every choice leads somewhere, every moment is reached, and every way ends', () => {
    fc.assert(
      fc.property(fc.oneof(graphs, soundGraphs), (graph) => {
        expect(checkScenarios(source(graph)).length === 0).toBe(isPlayable(graph));
      }),
      { numRuns: 500 },
    );
  });

  test('has no objection to a story that only goes forward', () => {
    fc.assert(
      fc.property(soundGraphs, (graph) => {
        expect(checkScenarios(source(graph))).toEqual([]);
      }),
    );
  });
});

describe('whoever plays', () => {
  const ways = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });

  test('never leaves the scenario, whatever the address says', () => {
    const addresses = fc.oneof(
      ways.map((way) => way.join('.')),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(graphs, addresses, (graph, path) => {
        const scenario = scenarioOf(graph);
        const walk = walkScenario(scenario, path);
        expect(scenario.moments).toContain(walk.here);
        for (const step of walk.steps) expect(step.moment.choices).toContain(step.choice);
        expect(walkScenario(scenario, walk.path)).toEqual({ ...walk, lost: false });
      }),
    );
  });

  test('comes back by one step to where they were before it', () => {
    fc.assert(
      fc.property(soundGraphs, ways, fc.nat(3), (graph, way, choice) => {
        const scenario = scenarioOf(graph);
        const before = walkScenario(scenario, way.join('.'));
        const choices = before.here?.choices ?? [];
        if (choices.length === 0) return;
        const after = walkScenario(scenario, pathAfter(before.path, choice % choices.length));
        expect(after.back).toBe(before.path);
        expect(walkScenario(scenario, after.back ?? 'x')).toEqual({ ...before, lost: false });
      }),
    );
  });
});

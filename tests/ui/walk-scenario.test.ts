import { describe, expect, it } from 'vitest';
import type { Scenario } from '#app/domain/publishing/document-tree.ts';
import { pathAfter, walkScenario } from '#app/ui/document/walk-scenario.ts';

const scenario: Scenario = {
  id: 'before-six',
  title: 'Before six',
  moments: [
    {
      id: 'start',
      end: null,
      nodes: ['Start'],
      choices: [
        { to: 'later', felt: 'Uneasy.', nodes: ['Wait'] },
        { to: 'well', felt: 'Heard.', nodes: ['Ring'] },
        { to: 'gone', felt: 'Lost.', nodes: ['Leave'] },
      ],
    },
    { id: 'later', end: null, nodes: ['Later'], choices: [{ to: 'start', felt: 'Tired.', nodes: ['Back'] }] },
    { id: 'well', end: 'good', nodes: ['Well'], choices: [] },
  ],
};

describe('walkScenario', () => {
  it('starts at the first moment', () => {
    expect(walkScenario(scenario, '')).toEqual({
      steps: [],
      here: scenario.moments[0],
      path: '',
      back: null,
      lost: false,
    });
  });

  it('follows the choices and remembers what was left behind', () => {
    const walk = walkScenario(scenario, '0.0.1');
    expect(walk.here?.id).toBe('well');
    expect(walk.steps.map((step) => [step.moment.id, step.choice.felt, step.index])).toEqual([
      ['start', 'Uneasy.', 0],
      ['later', 'Tired.', 0],
      ['start', 'Heard.', 1],
    ]);
    expect(walk.back).toBe('0.0');
  });

  it.each([
    ['9', ''],
    ['0.7', '0'],
    ['0.x', '0'],
    ['1.0', '1'],
    ['-1', ''],
    ['0..0', '0'],
    ['2', ''],
    ['__proto__', ''],
    ['1e0', ''],
  ])('walks what can be walked of %s', (path, walked) => {
    const walk = walkScenario(scenario, path);
    expect(walk.path).toBe(walked);
    expect(walk.lost).toBe(true);
  });

  it('has nowhere to stand in a scenario without moments', () => {
    expect(walkScenario({ ...scenario, moments: [] }, '0').here).toBeNull();
  });
});

describe('pathAfter', () => {
  it('adds a choice to a path', () => {
    expect(pathAfter('', 2)).toBe('2');
    expect(pathAfter('0.1', 2)).toBe('0.1.2');
  });
});

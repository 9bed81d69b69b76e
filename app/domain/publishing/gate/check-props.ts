import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import type { Component } from '../grammar/grammar.ts';
import { isCode, placeOf, type MdAttribute, type MdNode, type Place } from './md-node.ts';
import { shown } from '../text/plain-text.ts';

/** The attributes against the component's own list; one that is code was told of already. */
export function checkProps(
  node: MdNode,
  { props }: Component,
  given: ReadonlyMap<string, MdAttribute>,
): Finding[] {
  const component = node.name ?? '';
  const known = Object.keys(props.shape);
  const found: Finding[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, attribute] of given) {
    const place = placeOf(attribute, placeOf(node));
    if (!Object.hasOwn(props.shape, name)) {
      found.push(
        finding(place, 'prop-unknown', { component, prop: shown(name), known: known.join(', ') || '–' }),
      );
    } else if (!isCode(attribute.value)) {
      values[name] = typeof attribute.value === 'string' ? attribute.value : true;
    }
  }
  const result = props.safeParse(values);
  for (const issue of result.error?.issues ?? []) {
    const prop = String(issue.path[0]);
    const attribute = given.get(prop);
    if (attribute && isCode(attribute.value)) continue;
    const place = attribute ? placeOf(attribute, placeOf(node)) : placeOf(node);
    found.push(propFinding(issue, { component, prop, value: values[prop], place }));
  }
  return found;
}

type Wrong = { component: string; prop: string; value: unknown; place: Place };

function propFinding(issue: z.core.$ZodIssue, { component, prop, value, place }: Wrong): Finding {
  const given = shown(String(value));
  if (value === undefined) return finding(place, 'prop-missing', { component, prop });
  if (issue.code === 'invalid_value' && issue.values.includes(true)) {
    return finding(place, 'prop-takes-no-value', { component, prop });
  }
  if (value === true) return finding(place, 'prop-needs-text', { component, prop });
  if (issue.code === 'invalid_value') {
    return finding(place, 'prop-one-of', { component, prop, given, allowed: issue.values.join(', ') });
  }
  if (issue.code === 'too_big') {
    return finding(place, 'prop-length', { component, prop, max: Number(issue.maximum) });
  }
  if (issue.code === 'too_small') return finding(place, 'prop-needs-text', { component, prop });
  if (prop === 'minutes') return finding(place, 'prop-number', { component, prop, given });
  if (prop === 'lang') return finding(place, 'key-language', { given });
  return finding(place, 'prop-slug', { component, prop, given });
}

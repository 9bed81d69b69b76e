import type { Role } from '#app/domain/actor/actor.ts';
import type { FunctionId } from '#app/domain/people/department.ts';
import type { CourseState } from '#app/domain/reporting/completions-report.ts';
import * as m from '#app/messages/generated/messages.js';

export const stateWords: Record<CourseState, () => string> = {
  'not-started': m.hr_state_not_started,
  started: m.hr_state_started,
  completed: m.hr_state_completed,
};

export const roleWords: Record<Role, { name: () => string; about: () => string; short: () => string }> = {
  editor: { name: m.hr_role_editor, about: m.hr_role_editor_about, short: m.hr_role_short_editor },
  hr: { name: m.hr_role_hr, about: m.hr_role_hr_about, short: m.hr_role_short_hr },
  admin: { name: m.hr_role_admin, about: m.hr_role_admin_about, short: m.hr_role_short_admin },
};

export const functionWords: Record<FunctionId, () => string> = {
  sales: m.hr_function_sales,
  marketing: m.hr_function_marketing,
  'customer-service': m.hr_function_customer_service,
  it: m.hr_function_it,
  partners: m.hr_function_partners,
  product: m.hr_function_product,
  manufacturing: m.hr_function_manufacturing,
  shipping: m.hr_function_shipping,
  finance: m.hr_function_finance,
  people: m.hr_function_people,
  office: m.hr_function_office,
  leadership: m.hr_function_leadership,
};

const sources: Record<string, () => string> = {
  self: m.hr_source_self,
  talk: m.hr_source_talk,
  external: m.hr_source_external,
};

export function sourcesInWords(rowSources: string[]): string {
  return rowSources.map((source) => sources[source]?.() ?? source).join(', ');
}

export function functionName(id: string | null): string | null {
  return id === null ? null : (functionWords[id as FunctionId]?.() ?? id);
}

import { functions, type FunctionId } from '#app/domain/people/department.ts';
import * as m from '#app/messages/generated/messages.js';

/** The functions that content and departments name, as a person would say them. */
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

export function functionNames(): Record<string, string> {
  return Object.fromEntries(functions.map((id) => [id, functionWords[id]()]));
}

import { route } from '@remix-run/route-config';

export const hr = [
  route('hr', 'routes/hr/overview.tsx'),
  route('hr/people', 'routes/hr/people/people.tsx'),
  route('hr/people/new', 'routes/hr/people/new-person.tsx'),
  route('hr/people/:person/added', 'routes/hr/people/person-added.tsx'),
  route('hr/departments', 'routes/hr/departments/departments.tsx'),
  route('hr/departments/new', 'routes/hr/departments/new-department.tsx'),
  route('hr/departments/:department', 'routes/hr/departments/edit-department.tsx'),
  route('hr/completions', 'routes/hr/completions/completions.tsx'),
  route('hr/completions.csv', 'routes/hr/completions/completions-csv.ts'),
];

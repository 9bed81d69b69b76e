import { route } from '@remix-run/route-config';

export const hr = [
  route('hr', 'routes/hr/overview.tsx'),
  route('hr/people', 'routes/hr/people.tsx'),
  route('hr/people/new', 'routes/hr/new-person.tsx'),
  route('hr/people/:person/added', 'routes/hr/person-added.tsx'),
  route('hr/departments', 'routes/hr/departments.tsx'),
  route('hr/departments/new', 'routes/hr/new-department.tsx'),
  route('hr/departments/:department', 'routes/hr/edit-department.tsx'),
  route('hr/completions', 'routes/hr/completions.tsx'),
  route('hr/completions.csv', 'routes/hr/completions-csv.ts'),
];

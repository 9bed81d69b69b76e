import type { Role } from '#app/domain/actor/actor.ts';

export type CastMember = {
  key: string;
  name: string;
  /** What they are known for; null is a learner. */
  role: Role | null;
  /** All they may do beside learning. */
  roles: Role[];
  isHead: boolean;
  /** Keys of prisma/sample/departments.yaml and company.yaml. */
  department: string;
  site: string;
  jobTitle: string;
  /** Whole years with the company when the sample's history begins. */
  yearsHere: number;
};

export const sampleDomain = 'harbourandpine.example';

type Part = Pick<CastMember, 'department' | 'site' | 'jobTitle' | 'yearsHere'>;

const learner = (key: string, name: string, part: Part, isHead = false): CastMember => ({
  key,
  name,
  role: null,
  roles: [],
  isHead,
  ...part,
});

const keeper = (key: string, name: string, roles: [Role, ...Role[]], part: Part): CastMember => ({
  ...learner(key, name, part),
  role: roles[0],
  roles,
});

/** Who signs in to the sample company; tests and pictures share them. Farah steers the programme. */
export const cast: CastMember[] = [
  learner('ada', 'Ada Kowalska', {
    department: 'shipping',
    site: 'gdansk',
    jobTitle: 'Packer',
    yearsHere: 3,
  }),
  learner(
    'ben',
    'Ben Nowicki',
    { department: 'shipping', site: 'gdansk', jobTitle: 'Head of shipping', yearsHere: 9 },
    true,
  ),
  keeper('chidi', 'Chidi Okafor', ['hr'], {
    department: 'people',
    site: 'gdansk',
    jobTitle: 'HR partner',
    yearsHere: 5,
  }),
  keeper('dana', 'Dana Whitfield', ['editor'], {
    department: 'marketing',
    site: 'leeds',
    jobTitle: 'Editor',
    yearsHere: 4,
  }),
  keeper('eli', 'Eli Brandt', ['editor'], {
    department: 'customer-service',
    site: 'gdansk',
    jobTitle: 'Knowledge editor',
    yearsHere: 6,
  }),
  keeper('farah', 'Farah Aziz', ['admin', 'hr'], {
    department: 'leadership',
    site: 'gdansk',
    jobTitle: 'Programme steward',
    yearsHere: 7,
  }),
  learner('zed', 'Zed Tanaka', {
    department: 'sales',
    site: 'toronto',
    jobTitle: 'Account manager',
    yearsHere: 2,
  }),
];

export function castEmail(key: string): string {
  return `${key}@${sampleDomain}`;
}

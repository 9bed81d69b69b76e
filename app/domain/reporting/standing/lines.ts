import { roomier } from '../roster/columns.ts';

/** Lines of the list: a person, a course that is meant for them, and how they stand in it. In the order of names. */
export class Lines {
  /** The place of the person in the roster. */
  person: Int32Array;
  /** The index of the course in the plan. */
  course: Int32Array;
  /** The number of the department. */
  department: Int32Array;
  state: Uint8Array;
  /** 0 for who has not completed it. */
  completedOn: Int32Array;
  length = 0;

  constructor(size: number) {
    this.person = new Int32Array(size);
    this.course = new Int32Array(size);
    this.department = new Int32Array(size);
    this.state = new Uint8Array(size);
    this.completedOn = new Int32Array(size);
  }

  add(person: number, course: number, department: number, state: number, completedOn: number): void {
    const at = this.length;
    if (at === this.person.length) {
      this.person = roomier(this.person);
      this.course = roomier(this.course);
      this.department = roomier(this.department);
      this.state = roomier(this.state);
      this.completedOn = roomier(this.completedOn);
    }
    this.person[at] = person;
    this.course[at] = course;
    this.department[at] = department;
    this.state[at] = state;
    this.completedOn[at] = completedOn;
    this.length += 1;
  }

  /** Some of them in the order given, by themselves. */
  pick(numbers: number[]): Lines {
    const picked = new Lines(Math.max(1, numbers.length));
    for (const line of numbers) {
      const { person, course, department, state, completedOn } = this;
      picked.add(person[line]!, course[line]!, department[line]!, state[line]!, completedOn[line]!);
    }
    return picked;
  }
}

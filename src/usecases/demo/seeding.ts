import type { ActPorts } from '../perform-act.ts';
import type { RubricFiles } from '../ports.ts';
import type { DemoDecision } from './content/demo-decision.ts';
import type { DemoDay } from './content/demo-day.ts';

export type ExamplePorts = ActPorts & { readonly rubricFiles: RubricFiles };

/** Who is who, kept so that a visitor can take a seat. Holds no secret of a real person. */
export type SeededExample = {
  readonly key: string;
  readonly decision: string;
  readonly accounts: Readonly<Record<string, string>>;
};

/** The acts of an example, each on its day; within a day in the order of a decision's life. */
export type Step = { readonly day: string; readonly run: () => Promise<void> };

export type Seeder = {
  readonly ports: ExamplePorts;
  readonly content: DemoDecision;
  readonly seededOn: string;
};

/** What the steps share: ids that the service makes on the way. */
export type Seeding = Seeder & {
  readonly decision: { id: string };
  readonly participants: Map<string, string>;
  readonly accounts: Map<string, string>;
  readonly contributions: Map<string, string>;
  readonly on: (day: DemoDay) => string;
  readonly act: (
    person: string,
    command: string,
    input: object,
  ) => Promise<Readonly<Record<string, unknown>>>;
};

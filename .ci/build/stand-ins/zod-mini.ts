// Stands in the bundle for `zod/mini`: see ../stand-ins.ts.
interface Issue {
  readonly path: PropertyKey[];
}

/** What a schema makes of a value. Where it does not take it, it leaves an issue, and the outcome counts for nothing. */
type Read = (value: unknown, issues: Issue[]) => unknown;

interface Schema {
  readonly read: Read;
  check(isTaken: (value: unknown) => boolean): Schema;
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: {readonly issues: readonly Issue[]};
  };
}

const schema = (read: Read): Schema => ({
  read,
  check: isTaken => pipe({read}, where(isTaken)),
  safeParse(value) {
    const issues: Issue[] = [];
    const data = read(value, issues);
    return issues.length > 0 ? {success: false, error: {issues}} : {success: true, data};
  },
});

const where = (isTaken: (value: unknown) => boolean): Schema =>
  schema((value, issues) => {
    if (!isTaken(value)) issues.push({path: []});
    return value;
  });

const of = (type: string) => (): Schema => where(value => typeof value === type);

export const string = of('string');
export const boolean = of('boolean');
export const number = (): Schema => where(value => Number.isFinite(value));
export const unknown = (): Schema => where(() => true);

export const refine = (isTaken: (value: unknown) => boolean): typeof isTaken => isTaken;

export const transform = (change: (value: unknown) => unknown): Schema => schema(value => change(value));

export const pipe = (first: Pick<Schema, 'read'>, next: Schema): Schema =>
  schema((value, issues) => {
    const {length} = issues;
    const read = first.read(value, issues);
    return issues.length > length ? undefined : next.read(read, issues);
  });

const unless = (nothing: unknown, {read}: Schema): Schema =>
  schema((value, issues) => (value === nothing ? value : read(value, issues)));

export const optional = (inner: Schema): Schema => unless(undefined, inner);
export const nullable = (inner: Schema): Schema => unless(null, inner);

/** Reads what stands at a key of something greater. A path is written from its end on, for there is none where all is well. */
function readAt(key: PropertyKey, value: unknown, {read}: Schema, issues: Issue[]): unknown {
  const {length} = issues;
  const outcome = read(value, issues);
  for (let index = length; index < issues.length; index++) issues[index]?.path.unshift(key);
  return outcome;
}

export const array = (element: Schema): Schema =>
  pipe(
    where(Array.isArray),
    schema((list, issues) => (list as readonly unknown[]).map((value, index) => readAt(index, value, element, issues))),
  );

export const object = (shape: Readonly<Record<string, Schema>>): Schema => {
  const members = Object.entries(shape);
  return pipe(
    where(value => typeof value === 'object' && value !== null && !Array.isArray(value)),
    schema((record, issues) => {
      const outcome: Record<string, unknown> = {};
      for (const [key, member] of members) {
        // What a page has put on Object.prototype was not sent.
        const isSent = Object.prototype.hasOwnProperty.call(record, key);
        outcome[key] = readAt(key, isSent ? (record as typeof outcome)[key] : undefined, member, issues);
      }
      return outcome;
    }),
  );
};

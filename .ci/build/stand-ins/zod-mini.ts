// Stands in the bundle for `zod/mini`: see ../stand-ins.ts.
interface Issue {
  readonly path: readonly PropertyKey[];
}

/** What a schema makes of a value. Where it does not take it, it leaves an issue, and the outcome counts for nothing. */
type Read = (value: unknown, issues: Issue[], path: Issue['path']) => unknown;

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
    const data = read(value, issues, []);
    return issues.length > 0 ? {success: false, error: {issues}} : {success: true, data};
  },
});

const where = (isTaken: (value: unknown) => boolean): Schema =>
  schema((value, issues, path) => {
    if (!isTaken(value)) issues.push({path});
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
  schema((value, issues, path) => {
    const {length} = issues;
    const read = first.read(value, issues, path);
    return issues.length > length ? undefined : next.read(read, issues, path);
  });

const unless = (nothing: unknown, {read}: Schema): Schema =>
  schema((value, ...rest) => (value === nothing ? value : read(value, ...rest)));

export const optional = (inner: Schema): Schema => unless(undefined, inner);
export const nullable = (inner: Schema): Schema => unless(null, inner);

export const array = (element: Schema): Schema =>
  pipe(
    where(Array.isArray),
    schema((list, issues, path) =>
      (list as readonly unknown[]).map((value, index) => element.read(value, issues, [...path, index])),
    ),
  );

export const object = (shape: Readonly<Record<string, Schema>>): Schema =>
  pipe(
    where(value => typeof value === 'object' && value !== null && !Array.isArray(value)),
    schema((record, issues, path) =>
      Object.fromEntries(
        Object.entries(shape).map(([key, {read}]) => {
          // What a page has put on Object.prototype was not sent.
          const value = Object.getOwnPropertyDescriptor(record, key)?.value as unknown;
          return [key, read(value, issues, [...path, key])];
        }),
      ),
    ),
  );

import type {Position} from './rows.js';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const comparePositions = (a: Position, b: Position) => compare(a.at, b.at) || compare(a.id, b.id);

export const isBefore = (a: Position, b: Position) => comparePositions(a, b) < 0;

export const newestFirst =
  <T extends {id: string}>(timeOf: (row: T) => string) =>
  (a: T, b: T) =>
    comparePositions({at: timeOf(b), id: b.id}, {at: timeOf(a), id: a.id});

export const oldestFirst = (a: {createdAt: string; id: string}, b: {createdAt: string; id: string}) =>
  comparePositions({at: a.createdAt, id: a.id}, {at: b.createdAt, id: b.id});

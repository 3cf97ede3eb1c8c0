import type {Subscriber} from '../store/rows.js';
import {Random} from './random.js';

const idOf = (username: string) => new Random(`person ${username}`).uuid();

const subscriber = (row: Omit<Subscriber, 'id' | 'version'>): Subscriber => ({
  ...row,
  id: idOf(row.username),
  version: 0,
});

export const lena = subscriber({
  username: 'lena.moreau',
  name: 'Léna Moreau',
  plan: 'Fibre 300',
  town: 'Saltmarsh',
  state: 'active',
});

export const harbourView = subscriber({
  username: 'harbour.view',
  name: 'Harbour View Apartments',
  plan: 'Business Fibre 1000, 220 flats',
  town: 'Port Ellory',
  state: 'active',
});

/** Accounts that get 403 and 410. The demo portal does not offer them. */
export const suspended = subscriber({
  username: 'tomas.reyes',
  name: 'Tomás Reyes',
  plan: 'Fibre 100',
  town: 'Saltmarsh',
  state: 'no_tickets',
});

export const deleted = subscriber({
  username: 'old.account',
  name: 'Former subscriber',
  plan: 'Fibre 50',
  town: 'Port Ellory',
  state: 'deleted',
});

export const seededSubscribers = [lena, harbourView, suspended, deleted];

export const anna = 'Anna (Support)';
export const karim = 'Karim (Network)';
export const ines = 'Inês (Billing)';

export const demoStaff = [anna, karim, ines].map(username => ({id: idOf(username), username}));

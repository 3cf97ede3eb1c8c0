import type {DeskStore} from '../../demo/desk/store/store.js';
import type {Arrivals} from './tally.js';

/** Reads straight from the desk's store what has arrived there, and when. */
export async function arrivalsAt(store: DeskStore): Promise<Arrivals> {
  const subscribers = await store.subscribers();
  const owned = await Promise.all(
    subscribers.map(({id: subscriberId}) => store.customerTickets({subscriberId, limit: Infinity})),
  );
  const tickets = owned.flat();
  const replies = new Map<string, string[]>();
  for (const {id} of tickets) {
    replies.set(
      id,
      (await store.allReplies(id)).map(({message}) => message),
    );
  }
  return {tickets: tickets.map(({subject}) => subject), replies};
}

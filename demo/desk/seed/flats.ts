import {flatFaults} from './flat-faults.js';
import {flatRequests} from './flat-requests.js';
import {internalNotes, stillBroken, thanks} from './flat-phrases.js';
import {anna, ines, karim} from './people.js';
import {Random} from './random.js';
import {note, operator, you, type Line, type Script} from './script.js';

const reports = [...flatFaults, ...flatRequests];

/** Two years of tickets from a house with 220 flats, generated from templates. The same in every run. */
export function flats(count: number): Script[] {
  const random = new Random('flats');
  let hoursAgo = 60;
  return Array.from({length: count}, (_, index) => {
    hoursAgo += random.between(1, 16);
    return flat(`tenant-${index}`, hoursAgo, random);
  });
}

function flat(slug: string, hoursAgo: number, random: Random): Script {
  const report = random.pick(reports);
  const fill = blanks(random);
  const status = statusFor(hoursAgo, random);
  const staff = report.category === 'billing' ? ines : random.pick([anna, karim]);
  const after = () => `${random.between(4, 300)}m`;

  const thread: Line[] = [];
  if (random.chance(0.25)) thread.push(note(staff, after(), random.pick(internalNotes)));
  if (status === 'pending' || random.chance(0.3)) thread.push(operator(staff, after(), fill(report.question)));
  if (status !== 'open' && status !== 'pending') {
    if (thread.some(line => !line.isInternal)) thread.push(you(after(), fill(random.pick(stillBroken))));
    thread.push(operator(staff, after(), fill(report.solution)));
    if (random.chance(0.5)) thread.push(you(after(), random.pick(thanks)));
  }
  return {
    slug,
    opened: `${hoursAgo}h`,
    subject: fill(report.subject),
    category: report.category,
    priority: random.pick(['low', 'normal', 'normal', 'normal', 'normal', 'high']),
    status,
    description: fill(report.description),
    thread,
    unread: status === 'pending' && random.chance(0.4) ? 1 : 0,
  };
}

function statusFor(hoursAgo: number, random: Random): string {
  if (hoursAgo < 24 * 14) return random.pick(['open', 'in_progress', 'pending', 'resolved', 'closed']);
  return random.pick(['resolved', 'closed', 'closed', 'closed']);
}

/** A ticket uses the same flat, speed and room in all of its texts. */
function blanks(random: Random) {
  const floor = random.between(1, 15);
  const values: Record<string, string> = {
    floor: String(floor),
    flat: String(floor * 100 + random.between(1, 16)),
    room: random.pick(['kitchen', 'bedroom', 'living room', 'study', 'hall']),
    speed: random.pick(['100', '300', '500', '1000']),
    slow: String(random.between(2, 48)),
    time: `${String(random.between(6, 23)).padStart(2, '0')}:${random.pick(['05', '15', '30', '40', '50'])}`,
    count: String(random.between(3, 20)),
    invoice: String(random.between(12000, 20900)),
    amount: `${random.between(9, 80)}.${random.pick(['00', '50', '90'])}`,
  };
  return (text: string) => text.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
}

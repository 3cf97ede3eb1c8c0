import {anna, karim} from './people.js';
import {Random} from './random.js';
import {minutes, operator, you, type Line} from './script.js';
import {customerLines, operatorLines} from './conversation-lines.js';

/** A long thread about a persistent fault, with measurements, questions and visits. */
export function conversation(name: string, length: number, within: string): Line[] {
  const random = new Random(`conversation ${name}`);
  const longest = minutes(within);
  const fill = (text: string) =>
    text
      .replaceAll('{time}', () => clock(random))
      .replaceAll('{loss}', () => String(random.between(1, 38)))
      .replaceAll('{speed}', () => String(random.between(3, 290)))
      .replaceAll('{seconds}', () => String(random.between(4, 55)))
      .replaceAll('{count}', () => String(random.between(2, 19)));
  return Array.from({length}, (_, index) => {
    const after = `${random.between(2, longest)}m`;
    if (index % 2 === 1 || random.chance(0.2)) return you(after, fill(random.pick(customerLines)));
    return operator(random.pick([anna, karim]), after, fill(random.pick(operatorLines)));
  });
}

const clock = (random: Random) => `${two(random.below(24))}:${two(random.below(60))}`;

const two = (n: number) => String(n).padStart(2, '0');

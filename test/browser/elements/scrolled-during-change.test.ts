import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {callDevTools} from '../../support/dev-tools.js';
import {pressKeys} from '../../support/keyboard.js';
import {mountBesideTicket} from '../../support/mount-beside-ticket.js';
import {backendWithTickets, scrollerOf, scrollUntil} from '../../support/scrolled-rows.js';
import type {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const viewports = {narrow: {width: 360, height: 740}, wide: {width: 1280, height: 800}} as const;

/** Engines with native scroll anchoring, and Safari, which has none. */
const engines = {'with native anchoring': 'auto', 'without native anchoring': 'none'};

const distance = 200;

for (const [width, viewport] of Object.entries(viewports)) {
  for (const [engine, anchoring] of Object.entries(engines)) {
    describe(`a list that changes while it is scrolled, ${viewport.width} px, ${engine}`, () => {
      let support: SupportHarness;
      let scroller: Element;
      let backend: ReturnType<typeof backendWithTickets>;

      before(async () => {
        document.documentElement.style.setProperty('overflow-anchor', anchoring);
        await setViewport(viewport);
      });

      after(async () => {
        document.documentElement.style.removeProperty('overflow-anchor');
        await setViewport({width: 800, height: 600});
      });

      /** In a wide container, the list scrolls by itself beside a ticket. */
      beforeEach(async () => {
        backend = backendWithTickets(60);
        support = await mountBesideTicket(backend, width as 'narrow' | 'wide');
        scroller = scrollerOf(support.list.element);
        await scrollUntil(scroller, 0.9, () => support.list.rows.length === 60);
        await untilStill();
      });

      afterEach(() => scrollTo(0, 0));

      /** Waits until nothing has scrolled for a while: browsers animate a scroll by wheel and keys. */
      async function untilStill(): Promise<void> {
        let {scrollTop} = scroller;
        for (let frames = 0; frames < 20; frames++) {
          await nextFrame();
          if (scroller.scrollTop !== scrollTop) frames = 0;
          scrollTop = scroller.scrollTop;
        }
      }

      /** Changes the list in each frame until a scroll has ended. Returns by how much what is in view has moved. */
      async function movementDuring(scroll: () => Promise<void>): Promise<number> {
        scroller.scrollTop = scroller.scrollHeight / 3;
        await untilStill();
        const row = support.list.rows.find(each => each.getBoundingClientRect().top > viewport.height / 2)!;
        const {top} = row.getBoundingClientRect();
        let hasEnded = false;
        const ended = scroll().finally(() => (hasEnded = true));
        for (let frames = 0, framesLeft = 20; framesLeft > 0; frames++) {
          if (frames % 10 === 0) backend.addTicket();
          backend.countReply(25);
          await support.list.element.refresh();
          await nextFrame();
          if (hasEnded) framesLeft--;
        }
        await ended;
        await untilStill();
        return top - row.getBoundingClientRect().top;
      }

      const input = (method: string, parameters: object): Promise<void> =>
        callDevTools('input gestures', `Input.${method}`, parameters);

      const middle = (): {x: number; y: number} => {
        const {left, width: inline} = support.list.element.getBoundingClientRect();
        return {x: Math.round(left + inline / 2), y: viewport.height / 2};
      };

      it('moves by what a script of the page scrolls', async () => {
        const moved = await movementDuring(async () => {
          for (let steps = 0; steps < 5; steps++) {
            scroller.scrollBy(0, distance / 5);
            await nextFrame();
          }
        });
        expect(moved).to.be.closeTo(distance, 2);
      });

      it('moves by what the customer scrolls with a wheel', async () => {
        const moved = await movementDuring(() =>
          input('dispatchMouseEvent', {type: 'mouseWheel', ...middle(), deltaX: 0, deltaY: distance}),
        );
        expect(moved).to.be.closeTo(distance, 2);
      });

      it('moves by what the customer scrolls with a finger', async () => {
        const {x, y} = middle();
        const moved = await movementDuring(async () => {
          await input('dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y}]});
          for (let step = 1; step <= 5; step++) {
            await input('dispatchTouchEvent', {type: 'touchMove', touchPoints: [{x, y: y - (step * distance) / 5}]});
          }
          await input('dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
        });
        // A finger scrolls only after some pixels.
        expect(moved).to.be.above(distance / 2);
      });

      it('moves by what the customer scrolls with keys', async () => {
        support.list.rows.at(-1)!.querySelector<HTMLElement>('.row-open')!.focus({preventScroll: true});
        const moved = await movementDuring(async () => {
          for (let presses = 0; presses < 5; presses++) await pressKeys('ArrowDown');
        });
        expect(moved).to.be.above(distance / 2);
      });
    });
  }
}

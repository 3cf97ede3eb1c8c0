import 'isp-support-elements/define';
import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import type {NavigateEvent, TokenProvider} from 'isp-support-elements';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <button (click)="isOpen.set(!isOpen())">Support ({{ unread() }})</button>
      @if (isAdvised()) {
        <p role="status">Have you restarted your router?</p>
      }
      @if (isOpen()) {
        <isp-support
          api-base="/api"
          [context]="facts"
          [tokenProvider]="getToken"
          (isp-navigate)="advise($event)"
          (isp-unread-change)="unread.set($event.total)"
        />
      }
    </main>
  `,
})
class Portal {
  protected readonly facts = {Plan: '100 Mbit/s'};
  protected readonly isOpen = signal(true);
  protected readonly unread = signal(0);
  protected readonly isAdvised = signal(false);

  protected readonly getToken: TokenProvider = async () => {
    const response = await fetch('/portal/token');
    if (!response.ok) throw new Error(`No token: ${response.status}`);
    return response.text();
  };

  /** Asks for a restart of the router before the first ticket. */
  protected advise(event: NavigateEvent): void {
    if (event.view !== 'new-ticket' || this.isAdvised()) return;
    event.preventDefault();
    this.isAdvised.set(true);
  }
}

await bootstrapApplication(Portal);

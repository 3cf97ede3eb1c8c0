import {html, type TemplateResult} from 'lit';

/** Says so beside the button. A browser may refuse the clipboard in a frame. */
async function copy(event: Event, text: string): Promise<void> {
  const status = (event.currentTarget as HTMLElement).nextElementSibling;
  const outcome = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'The browser refused. Select the text and copy it.',
  );
  status?.replaceChildren(outcome);
}

/** A text with a button that copies it. */
export const codeBlock = (id: string, title: string, text: string): TemplateResult => html`
  <section class="code" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <pre tabindex="0" role="group" aria-labelledby=${id}>${text}</pre>
    <div class="studio-actions">
      <button type="button" @click=${(event: Event) => copy(event, text)}>Copy ${title.toLowerCase()}</button>
      <span role="status"></span>
    </div>
  </section>
`;

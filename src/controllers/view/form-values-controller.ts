import type {LitElement, ReactiveController} from 'lit';

/** The values of controls that have changed, by the `name` or `id` of the control. */
export type ChangedValues = Readonly<Record<string, string>>;

/** Events after which a control may have another value, and those that precede an action of the customer. */
const eventTypes = ['input', 'change', 'focusout', 'keydown', 'click'];
const pageEventTypes = ['pagehide', 'visibilitychange'];

/**
 * Reads the controls of its host's form whenever their values count: before the host renders, before a button acts, and
 * before the customer leaves. An `input` event is not enough: dictation, password managers and writing assistants often
 * set the value and fire `change`, or nothing.
 */
export class FormValuesController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onChange: (changed: ChangedValues) => void;
  /** What the controls held when they were last read; undefined while the host renders them. */
  #known: ChangedValues | undefined;
  #window: Window = window;

  constructor(host: LitElement, onChange: (changed: ChangedValues) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Reports the values that have changed since the controls were rendered or read. */
  readonly read = (): void => {
    const known = this.#known;
    if (!known) return;
    this.#known = this.#values;
    const changed = Object.entries(this.#known).filter(([name, value]) => value !== known[name]);
    if (changed.length > 0) this.#onChange(Object.fromEntries(changed));
  };

  hostConnected(): void {
    // Capturing listeners are called before those of the controls.
    for (const type of eventTypes) this.#host.renderRoot.addEventListener(type, this.read, true);
    this.#window = this.#host.ownerDocument.defaultView ?? window;
    for (const type of pageEventTypes) this.#window.addEventListener(type, this.read);
  }

  hostDisconnected(): void {
    this.read();
    for (const type of eventTypes) this.#host.renderRoot.removeEventListener(type, this.read, true);
    for (const type of pageEventTypes) this.#window.removeEventListener(type, this.read);
  }

  hostUpdate(): void {
    this.read();
    this.#known = undefined;
  }

  hostUpdated(): void {
    this.#known = this.#values;
  }

  get #values(): ChangedValues {
    const values: Record<string, string> = {};
    const controls = this.#host.renderRoot.querySelector('form')?.elements ?? [];
    for (const {name, id, type, checked, value} of controls as Iterable<HTMLInputElement>)
      if (type !== 'radio' || checked) values[name || id] = value;
    return values;
  }
}

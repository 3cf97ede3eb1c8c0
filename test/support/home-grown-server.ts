interface Answer {
  readonly id: number;
  readonly staff: boolean;
  readonly by: string;
  readonly text: string;
  readonly at: string;
  readonly hidden?: boolean;
}

interface Row {
  readonly id: number;
  readonly ref: string;
  readonly title: string;
  readonly text: string;
  readonly state: string;
  readonly topic: string;
  readonly opened: string;
  readonly changed: string;
  readonly answers: Answer[];
}

const at = (minute: number): string => `2026-05-01T09:${String(minute).padStart(2, '0')}:00Z`;

const newRow = (id: number, title: string, answers: Answer[] = []): Row => ({
  id,
  ref: `P-${id}`,
  title,
  text: `About ${title}`,
  state: 'new',
  topic: 'general',
  opened: at(30 - id),
  changed: at(30 - id),
  answers,
});

const pageSize = 2;

/** A portal's server with an API of its own, which `demo/hosts/portal-backend.js` speaks to. */
export class HomeGrownServer {
  readonly requests: Request[] = [];
  isClosed = false;
  #failure: (() => Response) | undefined;
  #failures = 0;
  readonly #rows = [
    newRow(1, 'Slow in the evening', [
      {id: 11, staff: true, by: 'Anna', text: 'Please restart the router.', at: at(40)},
      {id: 12, staff: true, by: 'Anna', text: 'Escalate to the second line.', at: at(41), hidden: true},
      {id: 13, staff: false, by: 'Léna', text: 'I did.', at: at(42)},
    ]),
    newRow(2, 'No picture on channel 4'),
    newRow(3, 'A question about the bill'),
  ];

  /** Each request fails with this status. */
  fail(status: number, body: object = {}, headers: Record<string, string> = {}): void {
    this.#failures = Infinity;
    this.#failure = () => Response.json(body, {status, headers});
  }

  /** The next request fails with this status. */
  failOnce(status: number, body: object = {}): void {
    this.fail(status, body);
    this.#failures = 1;
  }

  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = new Request(input);
    this.requests.push(request.clone());
    if (this.#failure && this.#failures-- > 0) return this.#failure();
    const url = new URL(request.url);
    const [, id, answers] = /\/tickets(?:\/(\d+)(\/answers)?)?$/.exec(url.pathname) ?? [];
    if (request.method === 'GET') return id ? this.#read(Number(id)) : this.#list(Number(url.searchParams.get('page')));
    const body = (await request.json()) as Record<string, string>;
    return answers ? this.#answer(Number(id), body) : this.#create(body);
  };

  #list(page: number): Response {
    const end = page * pageSize;
    return Response.json({
      data: this.#rows.slice(end - pageSize, end),
      next: end < this.#rows.length ? page + 1 : null,
    });
  }

  #read(id: number): Response {
    return Response.json({data: this.#find(id)});
  }

  #create({title = '', text = ''}: Record<string, string>): Response {
    const row = {...newRow(this.#rows.length + 1, title), text};
    this.#rows.unshift(row);
    return Response.json({data: row});
  }

  #answer(id: number, {text = ''}: Record<string, string>): Response {
    if (this.isClosed) return Response.json({success: false, reason: 'This ticket is closed.'});
    const row = this.#find(id);
    const answer: Answer = {id: 100 + row.answers.length, staff: false, by: 'Léna', text, at: at(50)};
    row.answers.push(answer);
    return Response.json({success: true, answer, data: row});
  }

  #find(id: number): Row {
    const row = this.#rows.find(each => each.id === id);
    if (!row) throw new Error(`no ticket ${id}`);
    return row;
  }
}

import type {Fault} from '../../demo/desk/faults.js';

/** A server that words its answer otherwise: what the desk said goes through a change on its way. */
export const rewrite =
  <Body>(change: (body: Body) => unknown): Fault =>
  async (request, next) => {
    const {status, headers, body} = await parsed<Body>(await next(request));
    return new Response(JSON.stringify(change(body)), {status, headers});
  };

async function parsed<Body>(response: Response): Promise<{status: number; headers: Headers; body: Body}> {
  const headers = new Headers(response.headers);
  // The validator is that of the answer as it was.
  headers.delete('ETag');
  return {status: response.status, headers, body: (await response.json()) as Body};
}

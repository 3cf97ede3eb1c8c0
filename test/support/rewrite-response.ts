import type {Fault} from '../../demo/desk/faults.js';

/** A fault that transforms the JSON body of the desk’s response. */
export const rewriteResponse =
  <Body>(change: (body: Body) => unknown): Fault =>
  async (request, next) => {
    const {status, headers, body} = await parsed<Body>(await next(request));
    return new Response(JSON.stringify(change(body)), {status, headers});
  };

async function parsed<Body>(response: Response): Promise<{status: number; headers: Headers; body: Body}> {
  const headers = new Headers(response.headers);
  // The ETag belongs to the original body.
  headers.delete('ETag');
  return {status: response.status, headers, body: (await response.json()) as Body};
}

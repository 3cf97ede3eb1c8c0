import {createMiddleware} from 'hono/factory';

// As strict as an operator's portal may be: nothing inline, nothing from elsewhere. The elements have to live with it.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const strictPolicy = createMiddleware(async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'same-origin');
  // After signing out, the Back button would show a page that was kept, with its customer's name on it.
  c.header('Cache-Control', c.req.path.startsWith('/customer') ? 'no-store' : 'no-cache');
});

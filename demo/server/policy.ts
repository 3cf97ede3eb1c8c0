import {createMiddleware} from 'hono/factory';

// The strictest policy that an operator may use: no inline code and no other origins. The elements must work with it.
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
  // After signing out, the Back button must not show a cached page with the customer's name.
  c.header('Cache-Control', c.req.path.startsWith('/customer') ? 'no-store' : 'no-cache');
});

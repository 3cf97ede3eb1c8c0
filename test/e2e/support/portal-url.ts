/** Where the portal is that these tests are about. */
export const portalUrl = process.env['PORTAL_URL'] ?? 'http://127.0.0.1:5173';

// The portal's own copy of zod, whose configuration applies to every copy of zod on the page.
import 'zod/compile';
import * as z from 'zod';

z.config({customError: () => 'the portal’s', localeError: () => 'the portal’s'});
// Generates code, as the portal's own schemas do.
z.object({name: z.string()}).parse({name: 'Lena'});

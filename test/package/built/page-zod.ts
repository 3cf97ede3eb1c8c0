// The zod of a portal: another copy than ours, with a configuration that reaches into every zod on the page.
import 'zod/compile';
import * as z from 'zod';

z.config({customError: () => 'the portal’s', localeError: () => 'the portal’s'});
// Generates code, as the portal's own schemas do.
z.object({name: z.string()}).parse({name: 'Lena'});

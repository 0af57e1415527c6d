/* `npm start`: see start.ts. Installs what is missing first, so it must run without any package. */
import { ensure } from './ensure.mjs';

ensure();
const { register } = await import('tsx/esm/api');
register();
await import('./start.ts');

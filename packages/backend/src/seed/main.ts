// Fills an empty readiness database with the history of the demo organisation,
// then ends. `npm run seed` starts it, and so does the first `npm start`.
//
// It runs the real catalog beside the plugin's own services, under the plugin's
// id and therefore on its database, so the app itself must not be running.
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('./seedPlugin'));

backend.start().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});

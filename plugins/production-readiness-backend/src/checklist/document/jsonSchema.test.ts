import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checklistJsonSchema } from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';
import { parse } from 'yaml';
import { defaultChecklistFile } from '../sources/DocumentReader';

const published = join(defaultChecklistFile(), '..', 'checklist.schema.json');

describe('the JSON Schema for editors', () => {
  it('is published as the routes serve it', async () => {
    // UPDATE_CHECKLIST_SCHEMA=1 writes it after a change of the format.
    if (process.env.UPDATE_CHECKLIST_SCHEMA) {
      const text = JSON.stringify(checklistJsonSchema(), null, 2);
      await writeFile(published, `${text}\n`);
    }
    expect(JSON.parse(await readFile(published, 'utf8'))).toEqual(
      checklistJsonSchema(),
    );
  });

  it('takes the checklist of the package, and refuses an unknown operator', async () => {
    const schema = z.fromJSONSchema(
      checklistJsonSchema() as Parameters<typeof z.fromJSONSchema>[0],
    );
    const document = parse(await readFile(defaultChecklistFile(), 'utf8'));
    expect(schema.safeParse(document).error?.issues).toBeUndefined();
    document.items[0].check = { $maybe: true };
    expect(schema.safeParse(document).success).toBe(false);
  });
});

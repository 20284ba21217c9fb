import { importTemplate } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../../testing';
import { createToilTestBed, ref, shown } from '../../testing/toil';
import { ImportOptions } from './ToilImporting';

const TEAMS = {
  company: {},
  payments: {
    parent: 'company',
    users: ['olga', 'colin', 'pat', 'peter', 'priya'],
  },
  ledger: { parent: 'company', users: ['olga', 'gen'] },
  search: { parent: 'company', users: ['jun'] },
};
const PAYMENTS = ref('group', 'payments');
const LEDGER = ref('group', 'ledger');
const MAPPING = {
  labels: [
    { label: 'Toil: inquiry', category: 'customer_inquiry', minutes: 45 },
    { label: 'automation', category: 'automation' },
  ],
  ticketBaseUrl: 'https://jira.example.com/browse/',
};

describeOnDatabases('importing toil', db => {
  async function createBed() {
    const bed = await createToilTestBed(db.database, TEAMS);
    await db.knex('directory_entities').insert(
      [PAYMENTS, LEDGER, ref('group', 'search')].map(group => ({
        uid: group,
        ref: group,
        kind: 'group',
        namespace: 'default',
        name: group.split('/')[1],
        ...OTHER_COLUMNS,
      })),
    );
    const olga = bed.caller('olga');
    const run = (file: string | Buffer, options: Partial<ImportOptions> = {}) =>
      bed.importing.import(olga, PAYMENTS, Buffer.from(file), {
        dryRun: false,
        skipRejected: false,
        ...options,
      });
    const refusal = async (file: string | Buffer, options = {}) => {
      const error = await run(file, options).then(
        () => undefined,
        thrown => thrown,
      );
      expect(await db.knex('toil_entries')).toEqual([]);
      expect(await db.knex('journal')).toEqual([]);
      return error;
    };
    const problemsOf = async (file: string | Buffer) =>
      (await refusal(file)).details.report.problems;
    return { ...bed, olga, run, refusal, problemsOf };
  }

  it('imports once, however often it is run, and says what it would do', async () => {
    const bed = await createBed();
    const file = importTemplate('2026-W47');
    const dry = await bed.run(file, { dryRun: true });
    expect(dry).toMatchObject({
      dryRun: true,
      format: 'entries',
      rows: 2,
      added: 2,
      rejected: 0,
      totals: { toil: 90, engineering: 240, reactive: 90, proactive: 240 },
      weeks: { from: '2026-W47', to: '2026-W47' },
    });
    expect(await db.knex('toil_entries')).toEqual([]);

    expect(await bed.run(file)).toMatchObject({ dryRun: false, added: 2 });
    expect(await bed.run(file)).toMatchObject({ added: 0, alreadyThere: 2 });
    expect(await bed.run(file, { dryRun: true })).toMatchObject({ added: 0 });
    const report = shown(await bed.reading.team(bed.olga, PAYMENTS));
    expect(report.totals).toMatchObject({ toil: 90, engineering: 240 });
    const [line, ...rest] = await db.knex('journal');
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      action: 'toil.imported',
      actor: `member of ${PAYMENTS}`,
    });
    expect(JSON.parse(line.subject).weeks['2026-W47']).toMatchObject({
      entries: 2,
      toil: 90,
    });
    for (const table of ['toil_entries', 'journal', 'idempotency_keys']) {
      expect(JSON.stringify(await db.knex(table))).not.toMatch(/olga/);
    }
  });

  it('tells rows without an id by what they say, equal ones apart', async () => {
    const bed = await createBed();
    const rows = '2026-W46,30,manual_release\n2026-W46,30,manual_release\n';
    const file = `week,minutes,category\n${rows}`;
    expect(await bed.run(file)).toMatchObject({ added: 2 });
    expect(await bed.run(file)).toMatchObject({ added: 0, alreadyThere: 2 });
    expect(await bed.run(file + rows.split('\n')[0])).toMatchObject({
      added: 1,
    });
  });

  it('imports nothing of a file with bad lines, and names every one', async () => {
    const bed = await createBed();
    const error = await bed.refusal(
      [
        'week,minutes,trigger,nature,category,ticket_url,note',
        '2026-W46,30,reactive,toil,,,',
        '2026-W60,30,reactive,toil,,,',
        '2031-W10,30,reactive,toil,,,',
        '2026-W46,12.5,reactive,toil,,,',
        '2026-W46,30,sometimes,toil,,,',
        '2026-W46,30,,,napping,,',
        '2026-W46,30,reactive,toil,,javascript:alert(1),',
        '2026-W46,30,reactive,toil,,,"=HYPERLINK(""http://x"")"',
        '2026-W46,,reactive,toil,,,',
        '2026-W46,30,reactive,toil,,,a,b',
      ].join('\n'),
    );
    expect(error).toMatchObject({
      status: 400,
      code: 'IMPORT_REJECTED',
      field: 'body',
    });
    expect(error.message).toMatch(/9 of 10 rows.*line 3, column 1/);
    const { report } = error.details;
    expect(report).toMatchObject({ rows: 10, added: 1, rejected: 9 });
    expect(
      report.problems.map(
        (problem: { line: number; column: number; code: string }) =>
          `${problem.line}:${problem.column} ${problem.code}`,
      ),
    ).toEqual([
      '3:1 BAD_VALUE',
      '4:1 WEEK_IN_FUTURE',
      '5:2 BAD_VALUE',
      '6:3 BAD_VALUE',
      '7:5 UNKNOWN_CATEGORY',
      '8:6 BAD_VALUE',
      '9:7 FORMULA',
      '10:null MISSING',
      '11:8 TOO_MANY_CELLS',
    ]);
  });

  it('imports the good lines when asked to skip the others', async () => {
    const bed = await createBed();
    const file = 'week,minutes,category\n2026-W46,30,audit\n2026-W46,0,audit\n';
    expect(await bed.run(file, { skipRejected: true })).toMatchObject({
      added: 1,
      rejected: 1,
    });
    expect(await db.knex('toil_entries')).toHaveLength(1);
  });

  it('reads a byte order mark, semicolons, quotes and line breaks in cells', async () => {
    const bed = await createBed();
    const file =
      '\ufeffWeek;Minutes;Category;Note\r\n' +
      '2026-W46;30;audit;"a; b ""quoted""\r\nsecond line"\r\n\r\n' +
      '2026-W46;x;audit;\r\n';
    const [problem] = await bed.problemsOf(file);
    expect(problem).toMatchObject({ line: 5, column: 2, value: 'x' });
    await bed.run(file.replace(';x;', ';9;'));
    const notes = await db.knex('toil_entries').orderBy('id').pluck('note');
    expect(notes).toEqual(['a; b "quoted"\r\nsecond line', null]);
  });

  it('reads Shift_JIS with Japanese headers and words, and UTF-16', async () => {
    const bed = await createBed();
    // 週,分,きっかけ,性質,カテゴリー / 2026-W46,４５,割り込み,トイル,監査対応
    const shiftJis = Buffer.from(
      '8f542c95aa2c82ab82c182a982af2c90ab8ebf2c834a83658353838a815b0a323032362d5734362c825382542c8a8482e88d9e82dd2c83678343838b2c8ac48db891ce899e0a',
      'hex',
    );
    expect(await bed.run(shiftJis)).toMatchObject({
      encoding: 'shift_jis',
      added: 1,
      totals: { toil: 45, reactive: 45 },
    });
    const utf16 = Buffer.from(
      '\ufeffweek\tminutes\tcategory\n2026-W46\t7\taudit\n',
      'utf16le',
    );
    expect(await bed.run(utf16)).toMatchObject({
      encoding: 'utf-16le',
      added: 1,
    });
  });

  it.each([
    ['no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]), /not text/],
    ['nothing', '', /empty/],
    ['no minutes', 'week,nature\n2026-W46,toil\n', /no column for minutes/],
    ['half a JSON', '[{"number": 1,', /does not end/],
  ])('refuses a file of %s in a sentence', async (_, file, says) => {
    const bed = await createBed();
    const error = await bed.refusal(file);
    expect(error.status).toBe(400);
    expect(error.message).toMatch(says);
  });

  it('names the line at which quotes go wrong', async () => {
    const bed = await createBed();
    const file =
      'week,minutes,category,note\n2026-W46,30,audit,\n2026-W46,30,audit,"open\n2026-W46,1,audit,\n';
    expect(await bed.problemsOf(file)).toMatchObject([
      { line: 3, code: 'QUOTES' },
    ]);
  });

  it('takes the tickets of GitHub that the mapping knows, once', async () => {
    const bed = await createBed();
    const ticket = (number: number, ...labels: string[]) => ({
      number,
      title: 'Olga asked again',
      url: `https://github.com/minato/shop/issues/${number}`,
      assignees: [{ login: 'olga' }],
      labels: labels.map(name => ({ name })),
      createdAt: '2026-11-09T10:00:00Z',
      closedAt: number === 1 ? '2026-11-17T10:00:00Z' : null,
    });
    const file = JSON.stringify(
      [ticket(1, 'bug', 'toil: INQUIRY'), ticket(2, 'bug')],
      null,
      2,
    );
    const report = await bed.run(file, { mapping: MAPPING });
    expect(report).toMatchObject({
      format: 'github',
      rows: 2,
      ignored: 1,
      added: 1,
      totals: { toil: 45, reactive: 45 },
    });
    const [entry] = await db.knex('toil_entries');
    expect(entry).toMatchObject({
      week: '2026-W47',
      category: 'customer_inquiry',
      ticket_url: 'https://github.com/minato/shop/issues/1',
    });
    expect(JSON.stringify(entry)).not.toMatch(/olga/i);
    expect(await bed.run(file, { mapping: MAPPING })).toMatchObject({
      added: 0,
      alreadyThere: 1,
    });
    // Automation says no minutes, and the mapping has none for it.
    await db.knex('toil_entries').delete();
    await db.knex('journal').delete();
    const open = JSON.stringify([ticket(3, 'automation')], null, 2);
    const error = await bed.refusal(open, { mapping: MAPPING });
    expect(error.details.report.problems).toMatchObject([
      { line: 2, code: 'MISSING', header: 'minutes' },
    ]);
  });

  it('takes the CSV export of Jira, with labels in several columns', async () => {
    const bed = await createBed();
    const file =
      'Summary,Issue key,Assignee,Labels,Labels,Created,Resolved,Time Spent\n' +
      'x,OPS-1,olga,other,automation,1/Nov/26 9:00 AM,17/Nov/26 3:04 PM,5400\n';
    expect(await bed.run(file, { mapping: MAPPING })).toMatchObject({
      format: 'jira',
      added: 1,
      totals: { engineering: 90, proactive: 90 },
    });
    const [entry] = await db.knex('toil_entries');
    expect(entry).toMatchObject({
      day: '2026-11-17',
      ticket_url: 'https://jira.example.com/browse/OPS-1',
    });
  });

  it('takes odd numbers of tickets as they are, and no object for a list', async () => {
    const bed = await createBed();
    const ticket = (number: string) =>
      `[{"labels":["Toil: inquiry"],"closedAt":"2026-11-17","number":"${number}"}]`;
    // Half a surrogate pair can be in no link, so there is none.
    for (const number of ['\\ud800', 'a\\u0000b', '%']) {
      await bed.run(ticket(number), { mapping: MAPPING });
    }
    expect(
      await db.knex('toil_entries').orderBy('id').select('ticket_url'),
    ).toEqual([
      { ticket_url: null },
      { ticket_url: 'https://jira.example.com/browse/a%00b' },
      { ticket_url: 'https://jira.example.com/browse/%25' },
    ]);
    await expect(bed.run('{"items":[{}]}')).rejects.toMatchObject({
      code: 'FILE_NOT_READABLE',
      message: expect.stringContaining('JSON list'),
    });
  });

  it('records for other teams of the caller, and for no Group that is gone', async () => {
    const bed = await createBed();
    const file = (group: string) =>
      `group,week,minutes,category\n,2026-W46,1,audit\n${group},2026-W46,2,audit\n`;
    for (const group of ['search', 'dissolved', 'Component:x']) {
      expect(await bed.problemsOf(file(group))).toMatchObject([
        { line: 3, column: 1, code: 'UNKNOWN_GROUP', value: group },
      ]);
    }
    await bed.run(file('Group:Default/Ledger'));
    expect(
      await db
        .knex('toil_weeks')
        .orderBy('group_ref')
        .select('group_ref', 'toil'),
    ).toEqual([
      { group_ref: LEDGER, toil: db.engine === 'SQLite' ? 2 : '2' },
      { group_ref: PAYMENTS, toil: db.engine === 'SQLite' ? 1 : '1' },
    ]);
    await db.knex('directory_entities').where({ ref: LEDGER }).delete();
    await db.knex('toil_entries').delete();
    await db.knex('journal').delete();
    expect(await bed.problemsOf(file('ledger'))).toMatchObject([
      { code: 'UNKNOWN_GROUP' },
    ]);
  });

  it('refuses lines of a week that is split in percent, and unknown entities', async () => {
    const bed = await createBed();
    await bed.allocating.replace(bed.olga, PAYMENTS, '2026-W46', 0, {
      parts: [{ trigger: 'reactive', nature: 'toil', percent: 100 }],
    });
    await db.knex('journal').delete();
    expect(
      await bed.problemsOf(
        'date,minutes,category,entity\n2026/11/12,1,audit,\n2026-11-17,1,audit,component:default/gone\n',
      ),
    ).toMatchObject([
      { line: 2, column: 1, code: 'ALLOCATED_WEEK' },
      { line: 3, column: 4, code: 'UNKNOWN_ENTITY' },
    ]);
  });

  it('answers a replay with the first report', async () => {
    const bed = await createBed();
    const file = importTemplate('2026-W47');
    const key = 'one-click-of-a-member';
    const first = await bed.run(file, { key });
    expect(await bed.run(file, { key })).toEqual(first);
    await expect(
      bed.run(`${file}2026-W47,1,,,audit\n`, { key }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

const OTHER_COLUMNS = {
  search_text: '',
  tier: 3,
  tier_origin: 'default',
  phase: 'production',
  owner_exists: false,
  entity: '{}',
  digest: '',
  missed: 0,
  adopted_at: 0,
  updated_at: 0,
};

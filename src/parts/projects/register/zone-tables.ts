import type { Tx } from '#kernel/db/work.ts'
import type { Line } from '#parts/org/zone-csv.ts'

type Hand = [id: string, name: string, at: Date]

/** A file of the zone package and the table that it fills, both ways. */
export interface ZoneTable {
  file: string
  table: string
  headings: readonly string[]
  keep(tx: Tx, line: Line, hand: Hand): Promise<unknown>
  /** cells in the order of the headings, `by` last as the person's code */
  cells: string
}

const insert = (tx: Tx, sql: string, values: readonly unknown[]) => tx.client.query(sql, [...values])
/** The person's code; the name of an account that is nobody of the people's file. */
const by = `case when by_id like 'person:%' then substr(by_id, 8)
  else coalesce((select person_code from users where users.id::text = by_id), by_name) end`
const inputs = ['start', 'progress', 'payment', 'statistics'] as const

export const zoneTables: readonly ZoneTable[] = [
  {
    ...{ file: 'projects/baselines.csv', table: 'project_baselines' },
    headings: ['project', 'version', 'on', 'reason', 'milestone', 'due', 'by'],
    keep: async (tx, line, hand) => {
      const [project, version] = [line.cell('project'), Number(line.cell('version'))]
      await insert(
        tx,
        `insert into project_baselines (project_code, version, frozen_on, reason, by_id, by_name, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [project, version, line.day('on'), line.cell('reason'), ...hand],
      )
      await insert(tx, 'insert into project_baseline_milestones values ($1, $2, $3, $4)', [
        ...[project, version, line.cell('milestone'), line.day('due')],
      ])
    },
    cells: `select b.project_code, b.version::text, b.frozen_on::text, b.reason, m.milestone, m.due_on::text, ${by}
      from project_baselines b join project_baseline_milestones m using (project_code, version) order by 1, b.version, m.due_on, m.milestone`,
  },
  {
    ...{ file: 'projects/expectations.csv', table: 'project_expectations' },
    headings: ['project', 'milestone', 'month', 'expected', 'by'],
    keep: (tx, line, hand) =>
      insert(tx, 'insert into project_expectations values ($1, $2, $3, $4, $5, $6, $7)', [
        ...[line.cell('project'), line.cell('milestone'), `${line.cell('month')}-01`, line.day('expected'), ...hand],
      ]),
    cells: `select project_code, milestone, to_char(month, 'YYYY-MM'), expected_on::text, ${by} from project_expectations order by 1, 3, 2`,
  },
  {
    ...{ file: 'projects/judgements.csv', table: 'project_judgements' },
    headings: ['project', 'on', 'level', 'narrative', 'by'],
    keep: (tx, line, hand) =>
      insert(
        tx,
        `insert into project_judgements (project_code, on_day, level, narrative, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          line.cell('project'),
          line.day('on'),
          line.oneOf('level', ['green', 'amber', 'red']),
          line.cell('narrative'),
          ...hand,
        ],
      ),
    cells: `select project_code, on_day::text, level, narrative, ${by} from project_judgements order by id`,
  },
  {
    ...{ file: 'projects/excuses.csv', table: 'project_excuses' },
    headings: ['project', 'on', 'input', 'reason', 'until', 'by'],
    keep: (tx, line, hand) =>
      insert(
        tx,
        `insert into project_excuses (project_code, from_on, input, reason, until_on, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          line.cell('project'),
          line.day('on'),
          line.oneOf('input', inputs),
          line.cell('reason'),
          line.cell('until') || null,
          ...hand,
        ],
      ),
    cells: `select project_code, from_on::text, input, reason, until_on::text, ${by} from project_excuses order by id`,
  },
  {
    ...{ file: 'projects/codes.csv', table: 'project_codes' },
    headings: ['project', 'scheme', 'code', 'on', 'until', 'reason', 'by'],
    keep: (tx, line, hand) =>
      insert(
        tx,
        `insert into project_codes (project_code, scheme, code, from_on, until_on, reason, by_id, by_name, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[line.cell('project'), line.oneOf('scheme', ['national', 'plan', 'former', 'other']), line.cell('code')],
          ...[line.day('on'), line.cell('until') || null, line.cell('reason'), ...hand],
        ],
      ),
    cells: `select project_code, scheme, code, from_on::text, until_on::text, reason, ${by} from project_codes order by id`,
  },
  {
    ...{ file: 'projects/contacts.csv', table: 'project_contacts' },
    headings: ['project', 'on', 'kind', 'words', 'by'],
    keep: (tx, line, hand) =>
      insert(
        tx,
        'insert into project_contacts (project_code, on_day, kind, words, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)',
        [
          ...[line.cell('project'), line.day('on'), line.oneOf('kind', ['call', 'visit', 'meeting', 'document'])],
          ...[line.cell('words'), ...hand],
        ],
      ),
    cells: `select project_code, on_day::text, kind, words, ${by} from project_contacts order by id`,
  },
]

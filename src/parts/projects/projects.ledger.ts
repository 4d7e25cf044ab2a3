import { choice, day, decimal, text, uscc } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { registerChecks, unknownDepartment } from './register/register-checks.ts'
import { leadSources, programmes, projectKinds } from './register/words.ts'

const good = {
  ...{ code: 'XM-001', name: '示例一号整车项目', kind: '产业', programme: '双十工程·产业', department: 'ZONE' },
  ...{ enterprise: '示例一号汽车有限公司', registeredOn: '2017-11-06', source: '自主对接', promised: '500000' },
  ...{ verified: '420000', investment: '500,000', plannedStart: '2018-02-01', plannedEnd: '2019-06-30' },
}

export const projects = ledger({
  name: 'projects/projects',
  words: { zh: '重大项目', en: 'Major projects' },
  grain: { zh: '一行一个项目', en: 'one row a project' },
  source: { zh: '项目服务部项目库', en: 'register of the project service department' },
  columns: {
    code: text({
      words: { zh: '项目编号', en: 'Project code' },
      headings: ['编号', '项目代码', '库内编号', '项目库编号', 'code'],
      longest: 40,
    }),
    name: text({ words: { zh: '项目名称', en: 'Project' }, headings: ['名称', '项目', 'name'], longest: 120 }),
    kind: choice({
      words: { zh: '项目类型', en: 'Kind' },
      headings: ['类型', '类别', '项目类别', '行业'],
      choices: projectKinds,
      spellings: {
        工业: 'industrial',
        产业项目: 'industrial',
        绿化: 'park',
        公园: 'park',
        教育: 'school',
        小学: 'school',
        中学: 'school',
        医疗: 'hospital',
        医疗卫生: 'hospital',
        安置区: 'housing',
      },
    }),
    programme: choice({
      words: { zh: '专项', en: 'Programme' },
      headings: ['所属专项', '分组', '项目分组', '工程'],
      choices: programmes,
      otherwise: 'none',
      optional: true,
    }),
    department: text({
      words: { zh: '责任单位', en: 'Responsible unit' },
      headings: ['责任部门', '牵头单位', '牵头部门', '责任主体', '主管单位', '主管部门'],
      longest: 60,
      note: {
        zh: '填单位名称或代码，例如 汽车产业园 或 PARK-AUTO',
        en: 'the name of the unit or its code, such as PARK-AUTO',
      },
    }),
    enterprise: text({
      words: { zh: '建设单位', en: 'Owner' },
      headings: ['企业', '投资主体', '项目单位', '业主单位'],
      longest: 120,
      optional: true,
    }),
    uscc: uscc({
      words: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['信用代码'],
      optional: true,
    }),
    nationalCode: text({
      words: { zh: '国家项目代码', en: 'National project code' },
      headings: ['投资项目代码', '审批平台代码', '项目统一代码'],
      longest: 40,
      optional: true,
    }),
    registeredOn: day({
      words: { zh: '入库日期', en: 'Registered on' },
      headings: ['入库时间', '登记日期', '登记时间', '列入日期'],
    }),
    source: choice({
      words: { zh: '项目来源', en: 'Source' },
      headings: ['来源', '线索来源'],
      choices: leadSources,
      optional: true,
    }),
    introducer: text({
      words: { zh: '引荐单位', en: 'Introduced by' },
      headings: ['引荐人', '推荐单位'],
      longest: 120,
      optional: true,
    }),
    promised: decimal({
      words: { zh: '协议投资', en: 'Promised investment' },
      headings: ['意向投资', '协议投资额'],
      unit: '万元',
      places: 2,
      min: 0,
      optional: true,
    }),
    verified: decimal({
      words: { zh: '核实投资', en: 'Verified investment' },
      headings: ['核实投资额', '可核实投资'],
      unit: '万元',
      places: 2,
      min: 0,
      optional: true,
    }),
    investment: decimal({
      words: { zh: '总投资', en: 'Total investment' },
      headings: ['计划总投资', '投资总额', '总投资额'],
      unit: '万元',
      places: 2,
      min: 0,
      optional: true,
    }),
    area: decimal({
      words: { zh: '建筑面积', en: 'Floor area' },
      headings: ['总建筑面积', '建设面积'],
      unit: '平方米',
      places: 2,
      min: 0,
      optional: true,
    }),
    address: text({
      words: { zh: '建设地点', en: 'Address' },
      headings: ['地址', '位置'],
      longest: 200,
      optional: true,
    }),
    longitude: decimal({ words: { zh: '经度', en: 'Longitude' }, places: 6, min: -180, max: 180, optional: true }),
    latitude: decimal({ words: { zh: '纬度', en: 'Latitude' }, places: 6, min: -90, max: 90, optional: true }),
    plannedStart: day({
      words: { zh: '计划开工', en: 'Planned start' },
      headings: ['计划开工时间', '计划开工日期', '开工时间', '开工日期'],
      optional: true,
    }),
    plannedEnd: day({
      words: { zh: '计划完工', en: 'Planned end' },
      headings: [
        '计划完工时间',
        '计划竣工',
        '计划竣工时间',
        '计划竣工日期',
        '计划完工日期',
        '计划投产时间',
        '竣工时间',
        '完工时间',
      ],
      optional: true,
    }),
    commandPost: text({
      words: { zh: '指挥部', en: 'Command post' },
      headings: ['所属指挥部'],
      longest: 120,
      optional: true,
    }),
    summary: text({
      words: { zh: '建设内容', en: 'What is built' },
      headings: ['建设内容及规模', '建设规模及内容', '主要建设内容', '主要建设内容及规模', '项目简介'],
      longest: 1000,
      optional: true,
    }),
  },
  key: ['code'],
  day: 'registeredOn',
  page: '/projects/{code}',
  checks: registerChecks,
  across: [unknownDepartment],
  measures: {
    projects: { words: { zh: '项目', en: 'Projects' }, count: true, unit: '个' },
    investment: { words: { zh: '总投资', en: 'Total investment' }, sum: 'investment', unit: '万元' },
    promised: { words: { zh: '协议投资', en: 'Promised investment' }, sum: 'promised', unit: '万元' },
    verified: { words: { zh: '核实投资', en: 'Verified investment' }, sum: 'verified', unit: '万元' },
  },
  dimensions: ['kind', 'programme'],
  examples: {
    good: [
      good,
      {
        ...{ code: 'XM-002', name: '示例二号小学', kind: 'school', department: 'ZONE', registeredOn: '2018年1月15日' },
        ...{ nationalCode: '2018-410171-83-01-000123', investment: '9600', longitude: '113.8', latitude: '34.71' },
      },
      {
        code: 'XM-003',
        name: '示例三号安置房',
        kind: '安置房',
        department: 'ZONE',
        registeredOn: '20180302',
        area: '166125',
      },
    ],
    bad: (
      [
        ['required', { name: '' }],
        ['choice', { kind: '航天' }],
        ['day', { registeredOn: '2018-02-30' }],
        ['planned-end-before-start', { plannedStart: '2018-05-01', plannedEnd: '2018-04-01' }],
        ['verified-beyond-promised', { promised: '100', verified: '200' }],
        ['half-a-place', { longitude: '113.8', latitude: '' }],
        ['investment-slip-of-ten-thousand', { investment: '5000000000' }],
        ['national-code-shape', { nationalCode: '4101-71' }],
        ['department-unknown', { department: '没有这个单位' }],
        ['investment-of-hundred-millions', { investment: '42', promised: '', verified: '' }],
        ['too-large', { latitude: '134.7', longitude: '34.7' }],
      ] as const
    ).map(([fails, changed]) => ({ row: { ...good, ...changed }, fails })),
  },
})

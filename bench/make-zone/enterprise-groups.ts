export type Industry = '汽车及零部件' | '装备制造' | '现代物流' | '电子信息' | '食品加工' | '其他制造'

export interface Enterprise {
  uscc: string
  name: string
  industry: Industry
  segment: string
  unit: string
  registeredOn: string
  /** 万元 */
  capital: number
  /** month of the first output row; without it, production runs from the first month of the ledger */
  from?: string
}

export type Named = Omit<Enterprise, 'uscc'>

/** The enterprises the published figures name; their codes and every row of theirs are made up. */
export const namedEnterprises: Named[] = [
  {
    name: '上汽乘用车郑州基地',
    industry: '汽车及零部件',
    segment: '整车',
    unit: 'PARK-AUTO',
    registeredOn: '2017-01-18',
    capital: 200000,
    from: '2017-09',
  },
  {
    name: '东风风神郑州工厂(东风日产郑州)',
    industry: '汽车及零部件',
    segment: '整车',
    unit: 'PARK-AUTO',
    registeredOn: '2004-11-02',
    capital: 129000,
  },
  {
    name: '宇通客车',
    industry: '汽车及零部件',
    segment: '整车',
    unit: 'PARK-AUTO',
    registeredOn: '1997-01-08',
    capital: 221000,
  },
  {
    name: '海尔空调(郑州)',
    industry: '装备制造',
    segment: '家电',
    unit: 'PARK-EQUIP',
    registeredOn: '2012-03-21',
    capital: 40000,
  },
  {
    name: '郑煤机',
    industry: '装备制造',
    segment: '煤矿机械',
    unit: 'PARK-EQUIP',
    registeredOn: '2002-08-12',
    capital: 173000,
  },
  {
    name: '顺丰速运(河南)',
    industry: '现代物流',
    segment: '快递',
    unit: 'PARK-LOGI',
    registeredOn: '2009-06-16',
    capital: 10000,
  },
]

export interface Group {
  industry: Industry
  segment: string
  unit: string
  count: number
  /** what follows the invented name */
  trades: string[]
  /** the last of the group that began later, with the month of their first row */
  later?: { count: number; from: string }
}

export const inventedGroups: Group[] = [
  {
    industry: '汽车及零部件',
    segment: '整车',
    unit: 'PARK-AUTO',
    count: 2,
    trades: ['轻型汽车有限公司', '专用车有限公司'],
  },
  {
    industry: '汽车及零部件',
    segment: '零部件',
    unit: 'PARK-AUTO',
    count: 30,
    trades: [
      '汽车零部件有限公司',
      '汽车座椅有限公司',
      '车身冲压有限公司',
      '汽车电子有限公司',
      '制动系统有限公司',
      '车桥有限公司',
      '内饰件有限公司',
      '汽车线束有限公司',
    ],
    later: { count: 4, from: '2017-10' },
  },
  {
    industry: '装备制造',
    segment: '其他装备',
    unit: 'PARK-EQUIP',
    count: 24,
    trades: [
      '重工机械有限公司',
      '盾构装备有限公司',
      '电力装备有限公司',
      '数控机床有限公司',
      '工业机器人有限公司',
      '起重设备有限公司',
      '液压件有限公司',
      '仪器仪表有限公司',
    ],
    later: { count: 2, from: '2016-05' },
  },
  {
    industry: '现代物流',
    segment: '医药物流',
    unit: 'PARK-LOGI',
    count: 6,
    trades: ['医药物流有限公司', '医药供应链有限公司'],
  },
  { industry: '现代物流', segment: '烟草物流', unit: 'PARK-LOGI', count: 2, trades: ['烟草物流配送有限公司'] },
  {
    industry: '现代物流',
    segment: '电商物流',
    unit: 'PARK-LOGI',
    count: 18,
    trades: ['跨境电子商务有限公司', '跨境供应链有限公司', '进出口贸易有限公司', '电商物流有限公司'],
    later: { count: 5, from: '2016-03' },
  },
  { industry: '现代物流', segment: '快递', unit: 'PARK-LOGI', count: 4, trades: ['速递有限公司'] },
  {
    industry: '现代物流',
    segment: '仓储运输',
    unit: 'PARK-LOGI',
    count: 8,
    trades: ['仓储有限公司', '汽车运输有限公司', '物流园有限公司'],
  },
  { industry: '现代物流', segment: '冷链物流', unit: 'PARK-LOGI', count: 3, trades: ['冷链物流有限公司'] },
  { industry: '现代物流', segment: '国际货代', unit: 'PARK-LOGI', count: 4, trades: ['国际货运代理有限公司'] },
  {
    industry: '电子信息',
    segment: '电子信息',
    unit: 'OFFICE-3',
    count: 7,
    trades: ['电子科技有限公司', '光电有限公司', '通信设备有限公司'],
  },
  {
    industry: '食品加工',
    segment: '食品加工',
    unit: 'OFFICE-2',
    count: 6,
    trades: ['食品有限公司', '饮品有限公司', '粮油有限公司'],
  },
  {
    industry: '其他制造',
    segment: '其他制造',
    unit: 'OFFICE-5',
    count: 8,
    trades: ['新材料有限公司', '包装印务有限公司', '建材有限公司', '医疗器械有限公司'],
  },
]

/** An invented name is one of the first and one of the second; such pairs are places of no map. */
export const firstLetters = [...'沐鹭璟屹澄岚骐翎泓砺霁桐昱芷']
export const secondLetters = [...'川岭洲桥禾垣舟峦陌汀朔野']

import type { Enterprise } from './enterprise-groups.ts'

/** 2015-H1 … 2018-H1. */
type Halves = [string, string, string, string, string, string, string]

/**
 * One line of business: half-year totals in 亿元 (output, or revenue for logistics) with 2017-H1 and 2018-H1 set so that level and
 * growth are the published ones, and the month's parts of a half (January and February together).
 */
export interface OutputLine {
  covers: (enterprise: Enterprise) => boolean
  measure: 'output' | 'revenue'
  amounts: Halves
  vehicles?: Halves
  /** tobacco and food sell before the Spring Festival, where factories stop during it */
  soldBeforeFestival?: true
  /** January+February, March, April, May, June */
  firstHalf: number[]
  /** July … December */
  secondHalf: number[]
}

const named = (name: string) => (enterprise: Enterprise) => enterprise.name.startsWith(name)
const inSegment = (segment: string) => (enterprise: Enterprise) => enterprise.segment === segment

/** In order: an enterprise belongs to the first line that covers it. */
export const outputLines: OutputLine[] = [
  {
    covers: named('上汽'),
    measure: 'output',
    amounts: ['0', '0', '0', '0', '0', '14.8627', '46.8165'],
    vehicles: ['0', '0', '0', '0', '0', '23014', '73018'],
    firstHalf: [294, 180, 174, 177, 175],
    secondHalf: [0, 0, 52, 178, 337, 433],
  },
  {
    covers: named('东风风神'),
    measure: 'output',
    amounts: ['66.5214', '86.1038', '75.2067', '98.4411', '86.0042', '112.3306', '100.0237'],
    vehicles: ['75210', '97124', '86347', '112806', '97703', '126418', '113042'],
    firstHalf: [300, 185, 170, 172, 173],
    secondHalf: [140, 150, 168, 175, 185, 182],
  },
  {
    covers: named('宇通'),
    measure: 'output',
    amounts: ['71.0316', '108.6142', '76.3329', '118.9204', '80.0118', '120.2437', '90.0314'],
    vehicles: ['11423', '17316', '12388', '19024', '13094', '19487', '15124'],
    firstHalf: [255, 165, 165, 185, 230],
    secondHalf: [120, 135, 150, 155, 190, 250],
  },
  {
    covers: inSegment('整车'),
    measure: 'output',
    amounts: ['44.6128', '50.2219', '43.1054', '47.5136', '39.9836', '36.2045', '20.4408'],
    vehicles: ['53618', '59840', '52133', '57026', '48342', '43117', '24953'],
    firstHalf: [292, 184, 173, 172, 179],
    secondHalf: [150, 158, 168, 168, 178, 178],
  },
  {
    covers: inSegment('零部件'),
    measure: 'output',
    amounts: ['58.2409', '67.0117', '65.1328', '75.4206', '72.8661', '84.6143', '77.8692'],
    firstHalf: [290, 182, 172, 175, 181],
    secondHalf: [152, 158, 168, 168, 174, 180],
  },
  {
    covers: inSegment('家电'),
    measure: 'output',
    amounts: ['25.8136', '17.9024', '28.1207', '19.6318', '31.4413', '21.7125', '46.0295'],
    firstHalf: [262, 205, 198, 190, 145],
    secondHalf: [190, 150, 130, 145, 175, 210],
  },
  {
    covers: inSegment('煤矿机械'),
    measure: 'output',
    amounts: ['27.2046', '26.1133', '25.0218', '26.4307', '28.1968', '31.3214', '34.8794'],
    firstHalf: [270, 180, 172, 176, 202],
    secondHalf: [150, 155, 168, 160, 170, 197],
  },
  {
    covers: inSegment('其他装备'),
    measure: 'output',
    amounts: ['68.1127', '79.4216', '74.0305', '86.2148', '79.5630', '91.8219', '79.1723'],
    firstHalf: [285, 183, 174, 175, 183],
    secondHalf: [152, 158, 168, 166, 172, 184],
  },
  {
    covers: inSegment('医药物流'),
    measure: 'revenue',
    amounts: ['78.2114', '88.9207', '88.6315', '99.8126', '101.5217', '114.3308', '118.2046'],
    firstHalf: [302, 178, 172, 171, 177],
    secondHalf: [160, 162, 168, 163, 171, 176],
  },
  {
    covers: inSegment('烟草物流'),
    measure: 'revenue',
    amounts: ['63.5028', '55.2116', '65.8204', '57.1037', '68.0316', '59.4125', '71.1452'],
    soldBeforeFestival: true,
    firstHalf: [410, 160, 140, 140, 150],
    secondHalf: [160, 165, 185, 165, 165, 160],
  },
  {
    covers: inSegment('电商物流'),
    measure: 'revenue',
    amounts: ['56.1143', '82.4028', '71.3216', '107.8104', '91.4897', '138.6219', '114.7689'],
    firstHalf: [290, 165, 165, 172, 208],
    secondHalf: [140, 145, 155, 160, 210, 190],
  },
  {
    covers: inSegment('快递'),
    measure: 'revenue',
    amounts: ['13.1026', '17.9113', '16.6205', '22.3041', '21.0127', '27.6208', '24.9318'],
    firstHalf: [290, 170, 168, 176, 196],
    secondHalf: [146, 150, 158, 164, 198, 184],
  },
  {
    covers: inSegment('仓储运输'),
    measure: 'revenue',
    amounts: ['52.0217', '55.3104', '57.3026', '60.8115', '62.4063', '66.1207', '67.8126'],
    firstHalf: [285, 180, 176, 178, 181],
    secondHalf: [156, 160, 167, 165, 178, 174],
  },
  {
    covers: inSegment('冷链物流'),
    measure: 'revenue',
    amounts: ['9.8104', '10.9026', '11.6013', '12.9108', '13.6025', '15.1104', '16.2041'],
    firstHalf: [296, 168, 170, 178, 188],
    secondHalf: [182, 180, 168, 156, 154, 160],
  },
  {
    covers: inSegment('国际货代'),
    measure: 'revenue',
    amounts: ['20.2016', '22.0107', '23.1024', '24.6113', '25.3969', '27.0206', '25.9962'],
    firstHalf: [284, 180, 176, 178, 182],
    secondHalf: [154, 160, 168, 166, 178, 174],
  },
  {
    covers: inSegment('电子信息'),
    measure: 'output',
    amounts: ['33.1206', '38.4117', '36.9028', '42.7136', '41.2218', '48.9024', '46.1174'],
    firstHalf: [278, 182, 176, 178, 186],
    secondHalf: [150, 158, 172, 172, 176, 172],
  },
  {
    covers: inSegment('食品加工'),
    measure: 'output',
    amounts: ['26.4113', '28.9026', '28.6107', '31.2018', '31.3047', '33.4106', '33.8651'],
    soldBeforeFestival: true,
    firstHalf: [330, 165, 160, 168, 177],
    secondHalf: [160, 165, 180, 160, 165, 170],
  },
  {
    covers: inSegment('其他制造'),
    measure: 'output',
    amounts: ['25.9028', '28.2114', '27.4106', '29.7023', '29.1536', '31.5018', '31.7326'],
    firstHalf: [276, 184, 178, 180, 182],
    secondHalf: [158, 162, 170, 168, 172, 170],
  },
]

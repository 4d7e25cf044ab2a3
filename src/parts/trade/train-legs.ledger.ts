import { day, text, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { legAcross, legChecks } from './trains/leg-checks.ts'

export const trainLegs = ledger({
  name: 'trade/train-legs',
  words: { zh: '班列区段', en: 'Legs of trains' },
  grain: { zh: '一行一列班列的一个区段', en: 'one row a leg of a train' },
  source: { zh: '承运铁路的运行通报', en: "the carrying railways' running reports" },
  columns: {
    trainNumber: text({
      words: { zh: '车次', en: 'Train number' },
      headings: ['班列车次', '班列号', 'train no', 'train'],
      longest: 40,
      samples: ['X8203', 'X8204'],
    }),
    departedOn: day({
      words: { zh: '发车日期', en: 'Departed on' },
      headings: ['开行日期', '班列发车日期'],
      note: { zh: '全列从始发站发车的日期', en: 'the day the train left its first station' },
    }),
    leg: whole({ words: { zh: '区段序号', en: 'Leg' }, headings: ['段', '序号', '区段'], min: 1, max: 30 }),
    fromPlace: text({
      words: { zh: '起', en: 'From' },
      headings: ['起点', '起站', '始发站'],
      longest: 40,
      samples: ['CNCGO-PT', 'CNAKL'],
      note: { zh: '地点代码，见班列地点表', en: 'code of the place' },
    }),
    toPlace: text({
      words: { zh: '讫', en: 'To' },
      headings: ['终点', '到站', '终到站'],
      longest: 40,
      samples: ['CNAKL', 'DEHAM'],
    }),
    carrierNumber: text({
      words: { zh: '境外车次', en: "Carrier's train number" },
      headings: ['承运车次', '换装后车次'],
      longest: 40,
      optional: true,
    }),
    distance: whole({
      words: { zh: '里程', en: 'Distance' },
      headings: ['运行里程'],
      unit: '公里',
      min: 1,
      max: 15000,
      optional: true,
    }),
    plannedDeparture: day({ words: { zh: '计划发车', en: 'Planned departure' }, headings: ['计划出发'] }),
    plannedArrival: day({ words: { zh: '计划到达', en: 'Planned arrival' }, headings: ['计划抵达'] }),
    departure: day({
      words: { zh: '实际发车', en: 'Actual departure' },
      headings: ['实际出发'],
      optional: true,
    }),
    arrival: day({ words: { zh: '实际到达', en: 'Actual arrival' }, headings: ['实际抵达'], optional: true }),
  },
  key: ['trainNumber', 'departedOn', 'leg'],
  day: 'departedOn',
  page: '/opening/trains/{trainNumber}/{departedOn}',
  checks: legChecks,
  across: legAcross,
  measures: {
    legs: { words: { zh: '区段数', en: 'Legs' }, count: true, unit: '段' },
    distance: { words: { zh: '里程', en: 'Distance' }, sum: 'distance', unit: '公里' },
  },
  dimensions: ['toPlace'],
  examples: {
    good: [
      {
        ...{ trainNumber: 'X8203', departedOn: '2018-06-01', leg: '1', fromPlace: 'CNCGO-PT', toPlace: 'CNAKL' },
        ...{ distance: '3850', plannedDeparture: '2018-06-01', plannedArrival: '2018-06-05' },
        ...{ departure: '2018-06-01', arrival: '2018年6月6日' },
      },
      {
        ...{ trainNumber: 'X8203', departedOn: '2018-06-01', leg: '2', fromPlace: 'CNAKL', toPlace: 'PLMAL' },
        ...{ distance: '5380', plannedDeparture: '2018-06-06', plannedArrival: '2018-06-12', carrierNumber: '1401' },
      },
    ],
    bad: (
      [
        ['arrives-before-it-leaves', { departure: '2018-06-06', arrival: '2018-06-05' }],
        ['plan-arrives-before-it-leaves', { plannedDeparture: '2018-06-06' }],
        ['leaves-before-its-train', { plannedDeparture: '2018-05-30', departure: '2018-05-31' }],
        ['goes-nowhere', { toPlace: 'CNCGO-PT' }],
        ['required', { plannedArrival: '' }],
        ['day', { arrival: '2018-06-31' }],
        ['too-small', { leg: '0' }],
      ] as const
    ).map(([fails, changed]) => ({
      row: {
        ...{ trainNumber: 'X8203', departedOn: '2018-06-01', leg: '1', fromPlace: 'CNCGO-PT', toPlace: 'CNAKL' },
        ...{ plannedDeparture: '2018-06-01', plannedArrival: '2018-06-05' },
        ...changed,
      },
      fails,
    })),
  },
})

/** One project of the demonstration zone as it is written down below; money in 万元, area in square metres. */
export interface Listed {
  code: string
  name: string
  kind: 'industrial' | 'school' | 'hospital' | 'park' | 'road' | 'water' | 'housing' | 'other'
  programme: 'double-ten-industry' | 'double-ten-livelihood' | 'none'
  department: string
  enterprise: string
  investment: number
  area: number
  registeredOn: string
  plannedStart: string
  plannedEnd: string
  /** stage@day, in order; `lost:reason@day` for a project that went elsewhere */
  steps: string[]
  /** hundredths of the plan that were built, and of the work done that was paid and entered in statistics */
  built: number
  paid: number
  entered: number
}

/**
 * code|name|kind|department|owner|investment|area|registered|planned start|planned end|built/paid/entered|stages.
 * Dates of SAIC's two phases, of its engines and gearboxes, and the amounts of DT-01 to DT-07 are those that were published;
 * everything else is made up.
 */
const doubleTen = `
DT-01|上汽郑州基地一期整车项目|industrial|PARK-AUTO|上汽乘用车郑州基地|200000|310000|2016-11-14|2017-02-15|2017-12-20|100/96/99|lead@2016-11-14 visit@2016-11-28 signed@2017-01-12 permits@2017-02-10 started@2017-02-15 structure@2017-06-22 fit-out@2017-08-30 trial@2017-10-26 production@2017-12-18
DT-02|上汽郑州基地二期整车项目|industrial|PARK-AUTO|上汽乘用车郑州基地|792000|420000|2017-09-04|2018-02-07|2019-10-31|104/92/97|lead@2017-09-04 negotiation@2017-10-16 framework@2017-12-01 signed@2018-01-02 permits@2018-01-29 started@2018-02-07
DT-03|上汽发动机和变速箱项目|industrial|PARK-AUTO|上汽乘用车郑州基地|356000|186000|2017-12-11|2018-10-15|2020-06-30|0/0/0|lead@2017-12-11 visit@2018-01-24 negotiation@2018-03-19 framework@2018-05-21 signed@2018-06-28
DT-04|宇通整车基地项目|industrial|PARK-AUTO|宇通客车|1200000|980000|2016-05-09|2017-04-18|2020-12-31|91/88/90|lead@2016-05-09 negotiation@2016-08-15 signed@2016-12-20 permits@2017-03-28 started@2017-04-18
DT-05|京东“亚洲一号”物流仓储项目|industrial|PARK-LOGI|示例电子商务物流有限公司|300000|342000|2016-08-22|2017-05-16|2018-11-30|97/90/94|lead@2016-08-22 visit@2016-10-11 signed@2017-02-24 permits@2017-04-27 started@2017-05-16 structure@2017-12-08 fit-out@2018-04-20
DT-06|中铁装备高端装备产业园|industrial|PARK-EQUIP|示例轨道装备有限公司|250000|268000|2016-10-17|2017-06-12|2019-03-31|78/76/80|lead@2016-10-17 negotiation@2017-01-09 signed@2017-03-30 permits@2017-05-25 started@2017-06-12 structure@2018-05-11
DT-07|EWTO核心功能集聚区|industrial|PARK-LOGI|示例国际贸易产业发展有限公司|387000|455000|2017-01-23|2017-10-20|2020-09-30|66/230/96|lead@2017-01-23 negotiation@2017-04-13 framework@2017-06-08 signed@2017-08-03 permits@2017-09-27 started@2017-10-20
DT-08|海尔热水器智能工厂|industrial|PARK-EQUIP|海尔空调(郑州)|150000|128000|2018-01-15|2018-11-20|2020-03-31|0/0/0|lead@2018-01-15 contact@2018-02-26 visit@2018-04-10 framework@2018-06-12
DT-09|现代重工机器人项目|industrial|PARK-EQUIP|示例重工机器人有限公司|210000|96000|2018-02-05|2018-12-10|2020-08-31|0/0/0|lead@2018-02-05 contact@2018-03-13 negotiation@2018-04-25
DT-10|上汽大数据中心|industrial|PARK-AUTO|示例数据中心有限公司|120000|54000|2018-03-12|2018-12-20|2020-05-31|0/0/0|lead@2018-03-12 visit@2018-04-18 negotiation@2018-05-30
DL-01|起步区道路和游园绿化提升工程|park|CONSTRUCTION||48400|0|2017-08-14|2017-11-06|2018-10-31|103/98/99|lead@2017-08-14 signed@2017-09-12 permits@2017-10-18 started@2017-11-06
DL-02|滨湖带状公园|park|CONSTRUCTION||18600|0|2017-10-09|2018-01-15|2018-12-15|94/90/95|lead@2017-10-09 signed@2017-11-20 permits@2017-12-22 started@2018-01-18
DL-03|生态水系连通工程|water|CONSTRUCTION||98000|0|2017-03-06|2017-09-18|2019-06-30|88/83/93|lead@2017-03-06 signed@2017-06-15 permits@2017-08-28 started@2017-09-18 structure@2018-05-25
DL-04|青禾第二中学|school|EDUCATION||23800|38600|2017-11-13|2018-03-01|2019-07-31|101/95/98|lead@2017-11-13 signed@2017-12-14 permits@2018-02-09 started@2018-03-06
DL-05|经开人民医院|hospital|CONSTRUCTION||126000|152000|2016-09-19|2017-03-20|2019-09-30|92/91/96|lead@2016-09-19 signed@2016-12-07 permits@2017-02-28 started@2017-03-22 structure@2018-04-27
DL-06|妇幼保健院分院|hospital|CONSTRUCTION||48000|61000|2017-12-18|2018-02-28|2019-12-31|0/0/0|lead@2017-12-18 signed@2018-01-30
DL-07|起步区断头路打通工程|road|CONSTRUCTION||42000|0|2017-07-17|2017-10-25|2018-12-31|48/82/85|lead@2017-07-17 signed@2017-08-22 permits@2017-10-09 started@2017-10-25
DL-08|工地扬尘在线监管平台|other|ENV||3600|0|2017-09-25|2017-12-11|2018-06-20|100/93/97|lead@2017-09-25 signed@2017-11-08 permits@2017-12-01 started@2017-12-11 fit-out@2018-03-16 trial@2018-05-14 production@2018-06-15
DL-09|黑臭水体截污治理工程|water|ENV||15200|0|2017-08-07|2017-12-01|2018-09-30|84/58/118|lead@2017-08-07 signed@2017-10-11 permits@2017-11-15 started@2017-12-05
DL-10|启明安置区一期|housing|HOUSING||86000|185000|2017-10-23|2018-01-20|2020-04-30|95/92/96|lead@2017-10-23 signed@2017-11-29 permits@2018-01-10 started@2018-01-22`

const schools = `
SC-01|云杉第三小学|school|EDUCATION||9800|16200|2017-11-20|2018-03-10|2019-07-20|99/95/97|lead@2017-11-20 signed@2017-12-21 permits@2018-02-26 started@2018-03-12
SC-02|澄湖小学|school|EDUCATION||10400|17400|2017-11-27|2018-04-01|2019-08-10|96/92/95|lead@2017-11-27 signed@2018-01-08 permits@2018-03-20 started@2018-04-09
SC-03|望河实验小学|school|EDUCATION||11200|18800|2017-12-04|2018-04-15|2019-08-20|93/90/94|lead@2017-12-04 signed@2018-01-15 permits@2018-04-02 started@2018-04-18
SC-04|锦程第四中学|school|EDUCATION||19600|31800|2017-12-11|2018-05-10|2019-12-20|98/94/96|lead@2017-12-11 signed@2018-01-22 permits@2018-04-23 started@2018-05-14
SC-05|启明外国语学校|school|EDUCATION||26500|42700|2017-12-18|2018-05-25|2019-12-31|90/90/92|lead@2017-12-18 signed@2018-02-01 permits@2018-05-15 started@2018-06-08
SC-06|青禾第一小学|school|EDUCATION||9200|15600|2016-06-13|2016-11-15|2018-05-31|100/97/99|lead@2016-06-13 signed@2016-08-19 permits@2016-10-28 started@2016-11-15 structure@2017-05-18 fit-out@2017-11-20 production@2018-05-25`

/** Fifteen starts of the half-year beside DL-10: name, floor area and the day work began; all sixteen make 2.658 million square metres. */
const homes = `
锦程花园三期|168000|2018-01-26
云杉佳苑二期|152000|2018-02-06
青禾家园一期|174500|2018-03-05
澄湖雅居一期|149000|2018-03-12
望河新城一期|213000|2018-03-15
启明安置区二期|178000|2018-03-21
锦程花园四期|139500|2018-03-27
云杉佳苑三期|161000|2018-04-03
青禾家园二期|155000|2018-04-16
澄湖雅居二期|172000|2018-04-24
望河新城二期|196500|2018-05-08
河畔嘉园|144000|2018-05-17
长堤花苑|158500|2018-05-29
古渡新居|167000|2018-06-11
清波佳园|145000|2018-06-22`

const pipeline = `
ZX-01|新能源电机生产线|industrial|PARK-AUTO|示例电机有限公司|68000|0|2018-01-08|||0/0/0|lead@2018-01-08 contact@2018-01-22 visit@2018-03-14 negotiation@2018-05-09
ZX-02|冷链物流中心|industrial|PARK-LOGI|示例冷链有限公司|42000|0|2018-01-22|||0/0/0|lead@2018-01-22 contact@2018-03-05 visit@2018-04-02
ZX-03|智能仓储机器人|industrial|PARK-EQUIP|示例仓储科技有限公司|35000|0|2018-02-12|||0/0/0|lead@2018-02-12 contact@2018-06-19
ZX-04|汽车内饰件工厂|industrial|PARK-AUTO|示例汽车内饰有限公司|28000|0|2017-10-16|||0/0/0|lead@2017-10-16 contact@2017-11-02 negotiation@2017-12-20
ZX-05|跨境直购体验中心|industrial|PARK-LOGI|示例跨境商贸有限公司|18000|0|2018-03-19|||0/0/0|lead@2018-03-19 visit@2018-05-22 framework@2018-06-20
ZX-06|精密减速机项目|industrial|PARK-EQUIP|示例传动有限公司|52000|0|2017-08-21|||0/0/0|lead@2017-08-21 contact@2017-09-06 visit@2017-10-19 negotiation@2017-12-07 lost:energy@2018-03-28
ZX-07|动力电池回收|industrial|PARK-AUTO|示例循环科技有限公司|46000|0|2017-09-11|||0/0/0|lead@2017-09-11 contact@2017-10-10 lost:land@2018-01-31
ZX-08|工业软件研发中心|industrial|PARK-EQUIP|示例软件有限公司|15000|0|2018-04-09|||0/0/0|lead@2018-04-09 contact@2018-04-27 visit@2018-05-31
ZX-09|保税维修基地|industrial|PARK-LOGI|示例航空服务有限公司|33000|0|2018-04-23|||0/0/0|lead@2018-04-23 contact@2018-05-14
ZX-10|车联网测试场|industrial|PARK-AUTO|示例智联有限公司|24000|0|2018-05-07|||0/0/0|lead@2018-05-07
ZX-11|盾构机刀具生产线|industrial|PARK-EQUIP|示例刀具有限公司|27000|0|2017-11-06|||0/0/0|lead@2017-11-06 visit@2017-12-12 framework@2018-02-08
ZX-12|进口食品加工|industrial|PARK-LOGI|示例食品有限公司|12000|0|2018-06-04|||0/0/0|lead@2018-06-04`

/** What began or ended in the first half of 2017, against which the half-year after is held. */
const before = `
SC-07|锦程第二小学|school|EDUCATION||9400|15800|2016-10-17|2017-02-20|2018-08-20|97/92/95|lead@2016-10-17 signed@2016-11-25 permits@2017-01-20 started@2017-02-20 structure@2017-09-15 fit-out@2018-03-30
SC-08|云杉中学|school|EDUCATION||21600|35200|2016-10-31|2017-03-13|2018-12-20|93/90/94|lead@2016-10-31 signed@2016-12-09 permits@2017-02-17 started@2017-03-13 structure@2017-12-05
SC-09|澄湖第二小学|school|EDUCATION||10100|16900|2016-11-14|2017-04-17|2018-11-30|95/91/93|lead@2016-11-14 signed@2016-12-22 permits@2017-03-24 started@2017-04-17 structure@2017-12-18
SC-10|望河中学|school|EDUCATION||20300|33400|2016-11-28|2017-05-22|2019-02-28|98/93/96|lead@2016-11-28 signed@2017-01-16 permits@2017-04-28 started@2017-05-22 structure@2018-02-09
SC-11|梧桐小学|school|EDUCATION||8700|14600|2015-05-18|2015-10-12|2017-05-20|100/97/99|lead@2015-05-18 signed@2015-07-06 permits@2015-09-18 started@2015-10-12 structure@2016-06-24 fit-out@2016-12-16 production@2017-05-12
SC-12|银杏中学|school|EDUCATION||18900|30700|2015-06-08|2015-11-16|2017-06-20|100/96/99|lead@2015-06-08 signed@2015-08-10 permits@2015-10-23 started@2015-11-16 structure@2016-08-12 fit-out@2017-01-13 production@2017-06-16
GR-01|锦程游园绿化工程|park|CONSTRUCTION||36750|0|2016-09-26|2017-01-05|2017-08-31|100/97/99|lead@2016-09-26 signed@2016-11-03 permits@2016-12-20 started@2017-01-09 structure@2017-05-12 production@2017-08-28`

/** Eleven starts of the half-year before: name, floor area and the day work began; together 1.724 million square metres. */
const homesBefore = `
锦程花园一期|162000|2017-02-13
锦程花园二期|148500|2017-02-27
云杉佳苑一期|171000|2017-03-06
鹭岛家园|139000|2017-03-20
映月雅苑|156500|2017-03-28
柳岸新居|144000|2017-04-11
晨光花苑|168000|2017-04-25
星河家园|151000|2017-05-10
远航新城|183000|2017-05-24
明德佳园|157000|2017-06-07
同心家园|144000|2017-06-20`

export const listed: readonly Listed[] = [
  ...read(doubleTen, (code) => (code.startsWith('DT') ? 'double-ten-industry' : 'double-ten-livelihood')),
  ...read(schools, () => 'none'),
  ...housing(homes, 1),
  ...read(pipeline, () => 'none'),
  ...read(before, () => 'none'),
  ...housing(homesBefore, 16),
]

function read(text: string, programmeOf: (code: string) => Listed['programme']): Listed[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [
        code,
        name,
        kind,
        department,
        enterprise,
        investment,
        area,
        registeredOn,
        plannedStart,
        plannedEnd,
        shares,
        steps,
      ] = line.split('|') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      const [built = 0, paid = 0, entered = 0] = shares.split('/').map(Number)
      return {
        ...{ code, name, kind: kind as Listed['kind'], programme: programmeOf(code), department, enterprise },
        ...{ investment: Number(investment), area: Number(area), registeredOn, plannedStart, plannedEnd },
        ...{ steps: steps.split(' '), built, paid, entered },
      }
    })
}

/** Registered ten weeks before work began, signed five and permitted two. */
function housing(text: string, firstNumber: number): Listed[] {
  return text
    .trim()
    .split('\n')
    .map((line, index): Listed => {
      const [name, area, startedOn] = line.split('|') as [string, string, string]
      const before = (days: number) =>
        new Date(Date.parse(startedOn) - (days + (index % 4)) * 86_400_000).toISOString().slice(0, 10)
      const plannedStart = `${startedOn.slice(0, 8)}${index % 3 === 0 ? '10' : '20'}`
      const end = new Date(Date.UTC(Number(plannedStart.slice(0, 4)), Number(plannedStart.slice(5, 7)) - 1 + 27, 20))
      const steps = [`lead@${before(72)}`, `signed@${before(36)}`, `permits@${before(14)}`, `started@${startedOn}`]
      const built = [98, 104, 91, 86, 100][index % 5]!
      return {
        ...{ code: `HM-${String(firstNumber + index).padStart(2, '0')}`, name, kind: 'housing', programme: 'none' },
        ...{ department: 'HOUSING', enterprise: '', investment: Math.round(Number(area) * 0.46), area: Number(area) },
        ...{ registeredOn: before(72), plannedStart, plannedEnd: end.toISOString().slice(0, 10), steps, built },
        ...{ paid: [93, 88, 95, 72, 90][index % 5]!, entered: 95 },
      }
    })
}

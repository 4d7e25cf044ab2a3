/** A year's published cumulative levels in 亿元 at mid-year and year-end; 2014 serves as base only, 2018 ends in June. */
export interface HeadlineYear {
  half: string
  year?: string
  /** published growth in % from the first to the last month of the year, where it is stated and not level over base */
  growth?: [string, string]
}

export interface HeadlineItem {
  code: string
  /** months with a figure: gross domestic product is quarterly, and no form has a January */
  months: number[]
  /** parts of the first half and of the second, one a reported month */
  firstHalf: number[]
  secondHalf: number[]
  /**
   * `level`: growth is value over the level published a year before. `real`: growth at comparable prices, base as published.
   * `comparable-scope`: growth over a base whose panel differs from last year's, so that the level published then will not do.
   */
  growthIs: 'level' | 'real' | 'comparable-scope'
  years: Record<number, HeadlineYear>
}

const monthly = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export const headlineItems: HeadlineItem[] = [
  {
    code: 'gdp',
    months: [3, 6, 9, 12],
    firstHalf: [458, 542],
    secondHalf: [468, 532],
    growthIs: 'real',
    years: {
      2014: { half: '216.24', year: '473.68' },
      2015: { half: '236.41', year: '519.27', growth: ['9.4', '10.1'] },
      2016: { half: '259.83', year: '571.36', growth: ['9.6', '9.9'] },
      2017: { half: '292.37', year: '640.52', growth: ['9.5', '9.7'] },
      2018: { half: '331', growth: ['9.8', '10'] },
    },
  },
  {
    code: 'industry.value-added',
    months: monthly,
    firstHalf: [296, 182, 172, 173, 177],
    secondHalf: [152, 158, 168, 167, 175, 180],
    growthIs: 'real',
    years: {
      2014: { half: '110.52', year: '240.83' },
      2015: { half: '119.36', year: '259.14', growth: ['12.4', '11.6'] },
      2016: { half: '134.53', year: '294.62', growth: ['11.2', '12.1'] },
      2017: { half: '161.85', year: '351.28', growth: ['12.6', '13.4'] },
      2018: { half: '190', growth: ['13.8', '15'] },
    },
  },
  {
    code: 'investment.fixed',
    months: monthly,
    firstHalf: [196, 190, 188, 202, 224],
    secondHalf: [150, 158, 176, 172, 172, 172],
    growthIs: 'comparable-scope',
    years: {
      2014: { half: '92.18', year: '214.35' },
      2015: { half: '109.46', year: '254.72', growth: ['16.3', '17.8'] },
      2016: { half: '124.83', year: '291.64', growth: ['17.1', '15.9'] },
      2017: { half: '137.42', year: '318.27', growth: ['14.6', '15.3'] },
      2018: { half: '156', growth: ['18.7', '20'] },
    },
  },
  {
    code: 'retail.sales',
    months: monthly,
    firstHalf: [342, 163, 160, 165, 170],
    secondHalf: [152, 157, 166, 173, 174, 178],
    growthIs: 'level',
    years: {
      2014: { half: '54.12', year: '117.84' },
      2015: { half: '64.27', year: '140.13' },
      2016: { half: '77.46', year: '168.92' },
      2017: { half: '95.06', year: '207.38' },
      2018: { half: '125' },
    },
  },
  {
    code: 'revenue.public-budget',
    months: monthly,
    firstHalf: [322, 154, 166, 164, 194],
    secondHalf: [172, 148, 162, 174, 152, 192],
    growthIs: 'level',
    years: {
      2014: { half: '19.83', year: '37.96' },
      2015: { half: '22.91', year: '43.92' },
      2016: { half: '26.34', year: '50.58' },
      2017: { half: '30.48', year: '58.67' },
      2018: { half: '35.6' },
    },
  },
  {
    code: 'revenue.fiscal',
    months: monthly,
    firstHalf: [334, 150, 168, 162, 186],
    secondHalf: [176, 150, 160, 180, 156, 178],
    growthIs: 'level',
    years: {
      2014: { half: '71.34', year: '138.72' },
      2015: { half: '81.92', year: '159.86' },
      2016: { half: '94.57', year: '184.93' },
      2017: { half: '114.93', year: '225.84' },
      2018: { half: '144.7' },
    },
  },
]

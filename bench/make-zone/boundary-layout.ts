/** A grid cell of the demonstration zone, by its place in a net of 18 by 8 counted from the south-west. */
export interface Cell {
  column: number
  row: number
  /** 15 digits: area, office, community, number */
  code: string
  community: string
  office: string
  park: string | null
}

/** Rows of communities from north to south, each two cells high; a digit stands for two cells or, of two, three. */
const offices = [
  { office: 1, west: 0, south: 4, north: ['101', '102', '103'], below: ['104', '105', '106'] },
  { office: 2, west: 6, south: 4, north: ['201', '202', '203'], below: ['204', '205', '206'] },
  { office: 3, west: 12, south: 4, north: ['301', '302', '303'], below: ['304', '305'] },
  { office: 4, west: 0, south: 0, north: ['401', '402', '403'], below: ['404', '405', '406'] },
  { office: 5, west: 6, south: 0, north: ['501', '502', '503'], below: ['504', '505', '506'] },
  { office: 6, west: 12, south: 0, north: ['601', '602', '603'], below: ['604', '605'] },
] as const

const parks: Record<string, readonly string[]> = {
  'PARK-AUTO': ['602', '603', '605'],
  'PARK-EQUIP': ['505', '506', '604'],
  'PARK-LOGI': ['302', '303'],
}

/** The cells as they belonged on a day: 206 changed its office in July 2017, 305 went to 304 in October 2017. */
export function layoutOn(day: string): Cell[] {
  const numbers = new Map<string, number>()
  return offices.flatMap((block) =>
    [block.north, block.below].flatMap((line, down) =>
      Array.from({ length: 12 }, (_, place) => {
        const [across, lower] = [place % 6, Math.floor(place / 6)]
        const drawn = line[Math.floor(across / (6 / line.length))]!
        const joined = drawn === '305' && day >= '2017-10-01'
        const community = joined ? '304' : drawn
        const office = community === '206' && day >= '2017-07-01' ? 5 : block.office
        const ordinal = (numbers.get(drawn) ?? 0) + 1
        numbers.set(drawn, ordinal)
        // Cells that join keep none of the numbers that are taken: those of 304 stay what they were.
        const number = joined ? ordinal + 6 : ordinal
        return {
          ...{ column: block.west + across, row: block.south + 3 - down * 2 - lower },
          code: `41017100${office}${community}${String(number).padStart(3, '0')}`,
          community: `COMMUNITY-${community}`,
          office: `OFFICE-${office}`,
          park: Object.keys(parks).find((park) => parks[park]!.includes(drawn)) ?? null,
        }
      }),
    ),
  )
}

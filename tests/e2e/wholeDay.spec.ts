import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './classroom.ts'
import { goOn } from './desk.ts'
import { type Day, GROUPS, SPEED, titleOf } from './wholeDay/day.ts'
import { maps } from './wholeDay/maps.ts'
import { measuring } from './wholeDay/measuring.ts'
import { opening } from './wholeDay/opening.ts'
import { packs } from './wholeDay/packs.ts'
import { review } from './wholeDay/review.ts'
import { scales } from './wholeDay/scales.ts'
import { sharing } from './wholeDay/sharing.ts'
import { strategies } from './wholeDay/strategies.ts'

test.use({ groups: GROUPS })

test('the whole day at sixty times its speed: six groups, a tablet, the console and the projector, from the welcome to the packs', async ({ classroom }) => {
  // On a computer that is busy with other things it has taken five minutes.
  test.setTimeout(480_000)
  const [desk, screen] = await Promise.all([classroom.console(), classroom.projector()])
  await goOn(desk, titleOf('i-0'))
  await expect(screen.getByText('扫码进入课堂')).toBeVisible()
  const [wang, { plays }] = await Promise.all([classroom.joinByPage('王芳', 0), classroom.simulate(GROUPS, { speed: SPEED, tabletsPerGroup: 3 })])
  const day: Day = { classroom, plays, wang, desk, screen }
  for (const part of [opening, scales, measuring, maps, strategies, sharing, review, packs]) await part(day)
  const log = readFileSync(join(classroom.server.dataFolder, 'logs', 'ketu.log'), 'utf8')
  expect(log.split('\n').filter((line) => line.includes('"level":"error"') || line.includes('"level":50'))).toEqual([])
})

import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { z } from 'zod'
import { customerRow, customersOf, customerText } from '../../../shared/customer/document.ts'
import { ProjectorScene } from '../../../shared/protocol/commands.ts'
import type { Aggregate, ProjectorView } from '../../../shared/protocol/views.ts'
import type { ControlLine } from '../../simulator/api.ts'
import { everyText } from '../../support/everyText.ts'
import { follow } from '../../support/follow.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import { writeSample } from '../../support/sampleWork.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
/** No other word has it in it. */
const SECRET = '绝密客户甲Zyxwv'

/** The group's whole work, with one customer's name in every text that there is. */
function writeSecretEverywhere(doc: Y.Doc, place: number): void {
  writeSample(doc, place)
  for (const text of everyText(doc)) text.insert(text.length, ` ${SECRET} `)
  const [first] = customersOf(doc).keys()
  const row = first === undefined ? undefined : customerRow(doc, first)
  const name = row && customerText(row, 'name')
  name?.delete(0, name.length)
  name?.insert(0, SECRET)
}

type JsonSchema = Readonly<{ anyOf?: readonly JsonSchema[]; oneOf?: readonly JsonSchema[]; properties?: Readonly<Record<string, JsonSchema>>; const?: unknown; enum?: readonly unknown[]; type?: string }>

function choicesOf(property: JsonSchema, groupId: string): readonly unknown[] {
  const several = property.anyOf ?? property.oneOf
  if (several) return several.flatMap((one) => choicesOf(one, groupId))
  if (property.const !== undefined) return [property.const]
  if (property.enum) return property.enum
  return property.type === 'string' ? [groupId] : property.type === 'null' ? [null] : [0]
}

/** A sample of every scene that the protocol knows, with each choice that it gives. */
function scenes(schema: JsonSchema, groupId: string): readonly Readonly<Record<string, unknown>>[] {
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.flatMap((one) => scenes(one, groupId))
  return Object.entries(schema.properties ?? {}).reduce<readonly Readonly<Record<string, unknown>>[]>((made, [key, property]) => {
    const choices = choicesOf(property, groupId)
    return made.flatMap((scene) => choices.map((choice) => ({ ...scene, [key]: choice })))
  }, [{}])
}

/** Everything that a projector hears, from its first moment on. */
async function listeningProjector(room: Classroom): Promise<{ readonly projector: ControlLine<ProjectorView>; readonly heard: string[]; readonly aggregates: ReturnType<typeof follow<Aggregate>> }> {
  const projector = await room.projector()
  const heard: string[] = []
  projector.socket.onAny((event: string, ...given: unknown[]) => heard.push(`${event} ${JSON.stringify(given)}`))
  return { projector, heard, aggregates: follow<Aggregate>(projector, 'aggregate') }
}

it('P5.4: while names are masked, no scene of the projector says a customer’s name, whatever text it was written into', async () => {
  const { server, room } = await start.classroom({}, 2)
  await (await room.seat('Ada')).line.view()
  for (const place of [0, 1]) await server.app.rooms.edit(room.groupId(place), (doc) => writeSecretEverywhere(doc, place))
  const { projector, heard, aggregates } = await listeningProjector(room)
  await room.does('poll:open', { ask: { poll: { kind: 'words', id: 'asked', question: { 'zh-CN': '一个词', en: 'One word' }, most: 3 } }, onStage: false })
  const asked = (await room.trainer.until(({ polls }) => polls.length > 0)).polls[0]?.id ?? ''
  const refused: string[] = []
  for (const scene of scenes(z.toJSONSchema(ProjectorScene) as JsonSchema, room.groupId(0))) {
    const parsed = ProjectorScene.safeParse({ ...scene, ...(scene['kind'] === 'poll' ? { pollId: asked } : scene['kind'] === 'case' ? { itemId: 'i-2-3', questionId: 'whom' } : {}) })
    const shown = parsed.success && (await room.send(room.trainer, 'projector:show', { scene: parsed.data })).ok
    if (!shown) refused.push(JSON.stringify(scene))
    else await projector.until((view) => view.projector.scene.kind === scene['kind'])
  }
  // A scene that needs more than a group's id wants a sample of its own here.
  expect(refused).toEqual([])
  await until(() => heard.some((one) => one.startsWith('detail')), () => 'a spotlight', 5_000)
  await aggregates.until(({ groups }) => groups.every(({ customers }) => customers > 0))
  expect(heard.filter((one) => one.includes(SECRET)).map((one) => one.slice(0, 400))).toEqual([])
  // The same ears hear it once the trainer shows names: this test can fail.
  await room.does('projector:set', { showCustomers: true })
  await until(() => heard.some((one) => one.startsWith('aggregate') && one.includes(SECRET)), () => 'the name', 5_000)
}, 60_000)

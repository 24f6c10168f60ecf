import { CustomChart } from 'echarts/charts'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** The one place that knows echarts. It is loaded when a map is first shown: its code is a chunk of its own. */
use([CustomChart, CanvasRenderer])

export type Chart = ReturnType<typeof init>

export const startChart = (host: HTMLElement): Chart => init(host, null, { renderer: 'canvas' })

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateWords, root } from './generate.ts'

/** `npm run words`: writes all that is said in Traditional Chinese anew, from the Simplified words and the glossary. */
for (const { path, text } of await generateWords()) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  writeFileSync(file, text)
  console.log(path)
}

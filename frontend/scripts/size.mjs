// The first page of an issue: JavaScript and CSS together, gzipped, against the budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 100 * 1024
const AIM = 40 * 1024
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const entries = ['index.html', 'src/app/routes/issue-page.tsx', '../backend/locales/nl/ui.ftl']

const files = new Set()
const seen = new Set()
function collect(name) {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return
  seen.add(name)
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const next of chunk.imports ?? []) collect(next)
}
entries.forEach(collect)

let total = 0
for (const file of [...files].sort()) {
  const size = gzipSync(readFileSync(new URL(file, dist))).length
  total += size
  console.log(`${(size / 1024).toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} kB  together (limit ${LIMIT / 1024} kB, aim ${AIM / 1024} kB)`)
if (total > LIMIT) process.exit(1)

// What others wrote and a release holds: each crate and npm package with its licence, and each text once.
// Usage: node infra/scripts/notices.mjs >notices. Reads the lock files, and the sources that were fetched by them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense|copyright)/i

/** The crates that are compiled into the program, ours left out. */
function crates() {
  const asked = ['metadata', '--locked', '--format-version=1', '--filter-platform=x86_64-unknown-linux-gnu']
  const metadata = JSON.parse(execFileSync('cargo', asked, { maxBuffer: 2 ** 28 }))
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]))
  const ours = new Set(metadata.workspace_members)
  const app = metadata.packages.find((it) => it.name === 'app' && ours.has(it.id))
  const reached = new Set([app.id])
  for (const id of reached) {
    const shipped = nodes.get(id).deps.filter((dep) => dep.dep_kinds.some((kind) => kind.kind === null))
    shipped.forEach((dep) => reached.add(dep.pkg))
  }
  return metadata.packages
    .filter((it) => reached.has(it.id) && !ours.has(it.id))
    .map((it) => ({ name: `${it.name} ${it.version}`, licence: it.license, folder: dirname(it.manifest_path) }))
}

/** The npm packages that the browser loads. */
function npmPackages() {
  const lock = JSON.parse(readFileSync('frontend/package-lock.json', 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, it]) => path && !it.dev && existsSync(join('frontend', path)))
    .map(([path, it]) => ({
      name: `${path.split('node_modules/').at(-1)} ${it.version} (npm)`,
      licence: it.license,
      folder: join('frontend', path),
    }))
}

function textsOf({ folder }) {
  const files = readdirSync(folder, { withFileTypes: true })
  return files
    .filter((file) => file.isFile() && LICENCE_FILE.test(file.name))
    .map((file) => readFileSync(join(folder, file.name), 'utf8').trim())
}

const all = [...crates(), ...npmPackages()].sort((a, b) => (a.name < b.name ? -1 : 1))
const holders = new Map()
for (const it of all) {
  for (const text of textsOf(it)) holders.set(text, [...(holders.get(text) ?? []), it.name])
}
const line = '-'.repeat(80)
console.log('Netwerkplatform holds the work of others, under these licences.\n')
for (const it of all) console.log(`${it.name}: ${it.licence ?? 'see its text below'}`)
for (const [text, names] of holders) console.log(`\n${line}\n${names.join(', ')}\n${line}\n${text}`)

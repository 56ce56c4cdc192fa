// Puts a compressed copy beside each text file of the build; the server hands out whichever the browser takes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|svg)$/.test(name)) continue
  const file = new URL(name.replaceAll('\\', '/'), dist)
  const plain = readFileSync(file)
  writeFileSync(new URL(`${file.href}.gz`), gzipSync(plain, { level: 9 }))
  writeFileSync(new URL(`${file.href}.br`), brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}

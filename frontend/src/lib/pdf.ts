import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** More pixels than this a canvas does not get: a large poster stays within the memory of a phone. */
const MOST_PIXELS = 4_000_000

export interface OpenPdf {
  pages: number
  /** Draws a page as wide as this many CSS pixels, and tells the words that stand on it. */
  draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<string>
  close: () => void
}

/** Reads a PDF. What is in it is drawn and never run: no scripts, no forms, no links. */
export async function openPdf(address: string): Promise<OpenPdf> {
  const task = getDocument({ url: address, isEvalSupported: false, useWasm: false, enableXfa: false })
  const document = await task.promise
  return {
    pages: document.numPages,
    draw: (page, canvas, width) => draw(document, page, canvas, width),
    close: () => void task.destroy(),
  }
}

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number): Promise<string> {
  const page = await document.getPage(number)
  const whole = page.getViewport({ scale: 1 })
  const sharp = (width / whole.width) * Math.min(devicePixelRatio, 2)
  const scale = Math.min(sharp, Math.sqrt(MOST_PIXELS / (whole.width * whole.height)))
  const viewport = page.getViewport({ scale })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

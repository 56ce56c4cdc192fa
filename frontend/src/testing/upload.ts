import { act, screen } from '@testing-library/preact'

/** A request with a file, answered by the test: `vi.stubGlobal('XMLHttpRequest', FakeRequest)`. */
export class FakeRequest {
  static all: FakeRequest[] = []
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  sent: FormData | null = null
  constructor() {
    FakeRequest.all.push(this)
  }
  open() {
    return undefined
  }
  setRequestHeader() {
    return undefined
  }
  getResponseHeader() {
    return null
  }
  send(form: FormData) {
    this.sent = form
  }
  abort() {
    this.onabort?.()
  }
  answer(status: number, body: unknown) {
    this.status = status
    this.responseText = JSON.stringify(body)
    return act(async () => {
      this.onload?.()
      await new Promise((done) => setTimeout(done))
    })
  }
}

/** Chooses files, by these names. */
export const choose = (...names: string[]) => {
  const files = names.map((name) => new File(['x'.repeat(2000)], name))
  const field = screen.getByLabelText('Bestanden toevoegen')
  Object.defineProperty(field, 'files', { value: files, configurable: true })
  act(() => {
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

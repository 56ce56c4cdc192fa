import { NoAnswer, Problem } from './problems'

export interface Upload<T> {
  done: Promise<T>
  cancel: () => void
}

/** Sends one file and tells how far it is, from 0 to 1: `fetch` does not say that. */
export function upload<T>(path: string, file: File, idempotencyKey: string, onProgress: (part: number) => void): Upload<T> {
  const sending = new XMLHttpRequest()
  const done = new Promise<T>((resolve, reject) => {
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    sending.onload = () => {
      if (sending.status < 300) return resolve(JSON.parse(sending.responseText) as T)
      const answer = new Response(sending.responseText, { status: sending.status, headers: { 'X-Request-Id': sending.getResponseHeader('X-Request-Id') ?? '' } })
      return void Problem.from(answer).then(reject)
    }
    sending.onerror = () => reject(new NoAnswer(path))
    sending.onabort = () => reject(new NoAnswer(path))
    sending.open('POST', path)
    sending.setRequestHeader('Accept', 'application/json')
    sending.setRequestHeader('Accept-Language', document.documentElement.lang)
    sending.setRequestHeader('Idempotency-Key', idempotencyKey)
    const form = new FormData()
    form.append('file', file)
    sending.send(form)
  })
  return { done, cancel: () => sending.abort() }
}

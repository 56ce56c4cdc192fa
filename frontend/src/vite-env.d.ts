/// <reference types="vite/client" />

declare module 'virtual:emoji/*' {
  const emoji: readonly (readonly [sign: string, name: string, words: string])[]
  export default emoji
}

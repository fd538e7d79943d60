/** A file as text, which Vite reads for tests that have no disk. */
declare module '*?raw' {
  const text: string
  export default text
}

/** Puts a number before the window's title; 0 takes it away. */
export function showTitleBadge(n: number): void {
  const plain = document.title.replace(/^\(\d+\+?\) /, '')
  document.title = n > 0 ? `(${n > 99 ? '99+' : n}) ${plain}` : plain
}

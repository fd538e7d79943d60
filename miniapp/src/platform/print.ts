/** Whether the platform prints. */
export const canPrint = true

/** Opens the browser's print dialog; `_print.scss` leaves buttons and bars out. */
export function printPage(): void {
  window.print()
}

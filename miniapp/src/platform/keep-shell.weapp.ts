/** WeChat keeps a mini program by itself. */
export function keepShell(): void {}

// @ts-check
// Loaded into the server's process: when whoever started it is gone, even by kill -9, its whole group ends
// too, and the port is free for the next start. What was answered is on the disk by then.
process.on('disconnect', () =>
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'),
)
process.channel?.unref()

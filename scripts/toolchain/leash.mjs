// Loaded into the server's process: when whoever started it is gone, even by kill -9, the server ends too
// and its port is free for the next start.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

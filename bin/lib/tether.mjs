// Loaded before Kith: whoever started it holds the other end of a channel, and when that end is gone so is whoever
// would have passed on a signal. Kith then stops as if it had been asked to.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // After the listener, which would hold the channel, and with it the process, open.
  process.channel.unref();
}

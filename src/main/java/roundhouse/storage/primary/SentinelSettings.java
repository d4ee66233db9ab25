package roundhouse.storage.primary;

/**
 * When watchers promote a follower, as Redis Sentinel 7.0 has them.
 *
 * @param quorum so many must hold the primary to be down
 * @param downAfterNanos without an answer for so long it is down for one of them
 * @param failoverTimeoutNanos twice this passes before the next attempt
 */
public record SentinelSettings(int quorum, long downAfterNanos, long failoverTimeoutNanos) {}

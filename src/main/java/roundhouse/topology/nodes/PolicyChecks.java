package roundhouse.topology.nodes;

import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units;

/** Checks what nodes do when something goes wrong, and what they remember. */
public final class PolicyChecks {
    private PolicyChecks() {}

    public static void sticky(Sticky sticky, int layer, Checks checks) {
        boolean reads = sticky.by() == Sticky.By.COOKIE || sticky.by() == Sticky.By.HEADER;
        if (layer == 4 && reads) {
            checks.wrong(
                    "sticky",
                    "sticky by " + sticky.by().key()
                            + " needs layer 7; a layer-4 balancer sees addresses and ports only, not "
                            + sticky.by().key() + "s");
        }
        Checks its = checks.in("sticky");
        if (sticky.by() == Sticky.By.HEADER
                && (sticky.header() == null || sticky.header().isBlank())) {
            its.wrong("header", "sticky by header needs \"header\", like \"x-user\"");
        } else if (sticky.by() != Sticky.By.HEADER && sticky.header() != null) {
            its.wrong("header", "sticky by " + sticky.by().key() + " reads no header");
        } else if (sticky.header() != null) {
            its.line("header", sticky.header());
        }
        boolean hasTable = sticky.by() == Sticky.By.ADDRESS || sticky.by() == Sticky.By.HEADER;
        if (!hasTable && !Sticky.of(sticky.by()).equals(withoutHeader(sticky))) {
            its.wrong(
                    "by", "sticky by " + sticky.by().key() + " has no table, so no life, size or rule for a full one");
        }
        if (sticky.life() != null) {
            its.positive("life", sticky.life());
        }
        its.number("size", sticky.size(), Range.STICKY_SIZE);
    }

    private static Sticky withoutHeader(Sticky sticky) {
        return new Sticky(sticky.by(), null, sticky.life(), sticky.size(), sticky.whenFull());
    }

    public static void passOn(FailoverPolicy passOn, Checks checks) {
        checks.number("tries", passOn.tries(), Range.ATTEMPTS);
        if (passOn.timeout() != null) {
            checks.positive("timeout", passOn.timeout());
        }
    }

    public static void failover(VrrpSettings failover, Checks checks) {
        checks.number("priority", failover.priority(), Range.PRIORITY);
    }

    public static void heartbeat(Heartbeat heartbeat, Checks checks) {
        if (heartbeat.interval().toMillis() < 1) {
            checks.wrong(
                    "interval",
                    "interval is " + Units.format(heartbeat.interval())
                            + "; a heartbeat every 1ms or less often is allowed");
        } else {
            checks.duration("interval", heartbeat.interval());
        }
        checks.number("misses", heartbeat.misses(), Range.IN_A_ROW);
    }

    public static void coldStart(ColdStart coldStart, Checks checks) {
        checks.number("factor", coldStart.factor(), Range.COLDNESS);
        checks.duration("over", coldStart.over());
    }

    public static void state(SessionState state, Checks checks) {
        checks.positive("life", state.life());
        checks.number("bytes", state.bytes(), Range.BYTES);
    }

    public static void hedge(Hedge hedge, Checks checks) {
        checks.positive("after", hedge.after());
        checks.number("most", hedge.most(), Range.HEDGES);
    }

    public static void retries(Retries retries, Checks checks) {
        checks.number("attempts", retries.attempts(), Range.ATTEMPTS);
        checks.duration("backoff", retries.backoff());
        checks.duration("max-backoff", retries.maxBackoff());
        checks.number("jitter", retries.jitter(), Range.PART);
        if (retries.total() != null) {
            checks.positive("total", retries.total());
        }
        if (retries.budget() != null) {
            checks.in("budget").number("share", retries.budget().share(), Range.BUDGET);
            checks.in("budget").rate("floor", retries.budget().floor());
        }
    }
}

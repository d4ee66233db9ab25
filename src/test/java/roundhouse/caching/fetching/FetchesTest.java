package roundhouse.caching.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import roundhouse.caching.freshness.Held;

final class FetchesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final List<Long> woken = new ArrayList<>();
    private final List<Boolean> shared = new ArrayList<>();
    private final WokenListener listener = (waiter, shares) -> {
        woken.add(waiter);
        shared.add(shares);
    };

    private static Fetches nginx(long timeoutMillis, long lockMillis) {
        return new Fetches(Coalescing.nginx(true, timeoutMillis * MILLI, lockMillis * MILLI, false, false));
    }

    @Test
    void withoutCoalescingEachGoesToTheOrigin() {
        Fetches fetches = new Fetches(Coalescing.none());
        for (int request = 0; request < 3; request++) {
            assertThat(fetches.ask(1, Held.ABSENT, request, 0)).isEqualTo(FetchStep.FETCH);
            assertThat(fetches.ask(2, Held.EXPIRED, request, 0)).isEqualTo(FetchStep.FETCH);
        }
        assertThat(fetches.fetching()).isEqualTo(6);
        assertThat(fetches.ask(3, Held.FRESH, 9, 0)).isEqualTo(FetchStep.SERVE);
        assertThat(fetches.running(3)).isFalse();
    }

    @Test
    void nginxsWaitersLookEveryHalfSecondAndTheirTimeoutIsRoundedUp() {
        Fetches fetches = nginx(700, 5_000);
        assertThat(fetches.ask(1, Held.ABSENT, 0, 0)).isEqualTo(FetchStep.FETCH);
        assertThat(fetches.ask(1, Held.ABSENT, 1, 40 * MILLI)).isEqualTo(FetchStep.WAIT);
        assertThat(fetches.lookNanos()).isEqualTo(540 * MILLI);
        assertThat(fetches.ask(1, Held.ABSENT, 1, 40 * MILLI, 540 * MILLI)).isEqualTo(FetchStep.WAIT);
        assertThat(fetches.lookNanos()).as("700 ms are over only here").isEqualTo(1_040 * MILLI);
        assertThat(fetches.ask(1, Held.ABSENT, 1, 40 * MILLI, 1_040 * MILLI)).isEqualTo(FetchStep.FETCH_UNKEPT);
        assertThat(fetches.fetching()).isEqualTo(2);
    }

    @Test
    void aTimeoutBelowHalfASecondIsKept() {
        Fetches fetches = nginx(300, 5_000);
        fetches.ask(1, Held.ABSENT, 0, 0);
        assertThat(fetches.ask(1, Held.ABSENT, 1, 0)).isEqualTo(FetchStep.WAIT);
        assertThat(fetches.lookNanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void aLockThatIsTooOldLetsOneMoreThrough() {
        Fetches fetches = nginx(5_000, 600);
        fetches.ask(1, Held.ABSENT, 0, 0);
        fetches.ask(1, Held.ABSENT, 1, 0);
        fetches.ask(1, Held.ABSENT, 2, 0);
        fetches.ask(1, Held.ABSENT, 1, 0, 500 * MILLI);
        assertThat(fetches.lookNanos()).as("when the lock is too old").isEqualTo(600 * MILLI);
        assertThat(fetches.ask(1, Held.ABSENT, 1, 0, 600 * MILLI)).isEqualTo(FetchStep.FETCH);
        assertThat(fetches.ask(1, Held.ABSENT, 2, 0, 600 * MILLI)).isEqualTo(FetchStep.WAIT);
        assertThat(fetches.lookNanos()).isEqualTo(1_100 * MILLI);
    }

    @Test
    void theEndOfALockThatWasTakenOverOpensNothing() {
        Fetches fetches = nginx(5_000, 600);
        fetches.ask(1, Held.ABSENT, 0, 0);
        int first = fetches.ticket();
        fetches.ask(1, Held.ABSENT, 1, 600 * MILLI);
        fetches.ended(1, first, FetchEnd.FAILED, listener);
        assertThat(fetches.ask(1, Held.ABSENT, 2, 700 * MILLI)).isEqualTo(FetchStep.WAIT);
    }

    @Test
    void staleContentIsServedToOthersOrToAll() {
        Fetches first = new Fetches(Coalescing.nginx(false, SECOND, SECOND, true, false));
        assertThat(first.ask(1, Held.EXPIRED, 0, 0)).isEqualTo(FetchStep.FETCH);
        assertThat(first.ask(1, Held.EXPIRED, 1, 0)).isEqualTo(FetchStep.SERVE_STALE);
        Fetches behind = new Fetches(Coalescing.varnish());
        assertThat(behind.ask(1, Held.STALE, 0, 0)).isEqualTo(FetchStep.SERVE_STALE_AND_FETCH);
        int ticket = behind.ticket();
        assertThat(behind.ask(1, Held.STALE, 1, 0)).isEqualTo(FetchStep.SERVE_STALE);
        assertThat(behind.ask(1, Held.EXPIRED, 2, 0))
                .as("its grace ended meanwhile")
                .isEqualTo(FetchStep.WAIT);
        behind.ended(1, ticket, FetchEnd.KEPT, listener);
        assertThat(woken).containsExactly(2L);
        assertThat(shared).containsExactly(false);
        assertThat(behind.running(1)).isFalse();
    }

    @Test
    void aLifetimeOfZeroSerialisesAndAMarkDoesNot() {
        Fetches fetches = new Fetches(Coalescing.varnish());
        fetches.ask(1, Held.ABSENT, 0, 0);
        for (int request = 1; request < 10; request++) {
            assertThat(fetches.ask(1, Held.ABSENT, request, 0)).isEqualTo(FetchStep.WAIT);
            assertThat(fetches.lookNanos()).isEqualTo(Long.MAX_VALUE);
        }
        for (int round = 1; round < 10; round++) {
            woken.clear();
            fetches.ended(1, fetches.ticket(), FetchEnd.KEPT, listener);
            assertThat(woken).hasSize(10 - round).isSorted();
            for (int i = 0; i < woken.size(); i++) {
                FetchStep step = fetches.ask(1, Held.EXPIRED, woken.get(i), 0, round * 200 * MILLI);
                assertThat(step).as("only one at a time").isEqualTo(i == 0 ? FetchStep.FETCH : FetchStep.WAIT);
            }
        }
        assertThat(fetches.waiting()).isZero();
        for (int request = 20; request < 25; request++) {
            assertThat(fetches.ask(2, Held.UNCACHEABLE, request, 0)).isEqualTo(FetchStep.FETCH);
        }
    }

    @Test
    void squidsWaitersShareUnlessTheAnswerIsForOne() {
        for (FetchEnd end : FetchEnd.values()) {
            Fetches fetches = new Fetches(Coalescing.squid(true));
            fetches.ask(1, Held.EXPIRED, 0, 0);
            int ticket = fetches.ticket();
            assertThat(fetches.ask(1, Held.EXPIRED, 1, 0)).isEqualTo(FetchStep.WAIT);
            shared.clear();
            fetches.ended(1, ticket, end, listener);
            assertThat(shared).containsExactly(end != FetchEnd.UNCACHEABLE);
        }
    }

    @Test
    void whoeverLeavesIsNotWoken() {
        Fetches fetches = new Fetches(Coalescing.varnish());
        fetches.ask(1, Held.ABSENT, 0, 0);
        int ticket = fetches.ticket();
        for (int request = 1; request <= 5; request++) {
            fetches.ask(1, Held.ABSENT, request, 0);
        }
        fetches.leave(1, 3);
        fetches.leave(1, 1);
        fetches.leave(1, 5);
        fetches.leave(1, 77);
        fetches.leave(9, 1);
        fetches.ask(1, Held.ABSENT, 6, 0);
        assertThat(fetches.running(1)).isTrue();
        assertThat(fetches.waiting()).isEqualTo(3);
        fetches.ended(1, ticket, FetchEnd.KEPT, listener);
        assertThat(woken).containsExactly(2L, 4L, 6L);
    }

    @Test
    void whoeverBeginsAFetchSaysSo() {
        for (FetchStep step : FetchStep.values()) {
            boolean goes = step.name().contains("FETCH");
            assertThat(step.fetches()).as(step.name()).isEqualTo(goes);
        }
    }

    @Test
    void oneRefreshBeforeTheExpiryAtATime() {
        Fetches fetches = new Fetches(Coalescing.none());
        assertThat(fetches.refreshEarly(1, 0)).isEqualTo(FetchStep.SERVE_STALE_AND_FETCH);
        assertThat(fetches.refreshEarly(1, 0)).isEqualTo(FetchStep.SERVE);
        fetches.ended(1, fetches.ticket(), FetchEnd.KEPT, listener);
        assertThat(fetches.refreshEarly(1, 1)).isEqualTo(FetchStep.SERVE_STALE_AND_FETCH);
    }

    @Test
    void aBreakdownForgetsFetchesAndTheirEnds() {
        Fetches fetches = new Fetches(Coalescing.varnish());
        fetches.ask(1, Held.ABSENT, 0, 0);
        int before = fetches.ticket();
        fetches.ask(1, Held.ABSENT, 1, 0);
        fetches.clear();
        assertThat(fetches.ask(1, Held.ABSENT, 2, 0)).isEqualTo(FetchStep.FETCH);
        fetches.ended(1, before, FetchEnd.KEPT, listener);
        assertThat(fetches.running(1)).as("the new one goes on").isTrue();
        assertThat(woken).isEmpty();
        assertThat(fetches.fetching()).isOne();
        int now = fetches.ticket();
        fetches.ask(1, Held.ABSENT, 3, 0);
        fetches.ask(2, Held.ABSENT, 4, 0);
        fetches.ask(2, Held.ABSENT, 5, 0);
        fetches.ended(1, now, FetchEnd.KEPT, listener);
        assertThat(woken).as("only its own waiters").containsExactly(3L);
        fetches.clear();
        fetches.ended(2, now + 1, FetchEnd.KEPT, listener);
        assertThat(woken).as("begun before the second breakdown").hasSize(1);
    }

    /** Random requests, ends and departures: each request is told once what becomes of it, and one fetch of a key is under way. */
    @Test
    void nobodyIsForgotten() {
        Random random = new Random(7);
        Fetches fetches = new Fetches(Coalescing.varnish());
        Map<Long, Integer> underWay = new TreeMap<>();
        Map<Long, Long> keyOfWaiting = new TreeMap<>();
        for (long request = 0; request < 50_000; request++) {
            long key = random.nextInt(5);
            switch (random.nextInt(5)) {
                case 0 -> {
                    Integer ticket = underWay.remove(key);
                    if (ticket != null) {
                        FetchEnd end = FetchEnd.values()[random.nextInt(3)];
                        fetches.ended(
                                key,
                                ticket,
                                end,
                                (waiter, shares) -> assertThat(keyOfWaiting.remove(waiter))
                                        .as("waiter %s", waiter)
                                        .isEqualTo(key));
                        assertThat(keyOfWaiting.values()).doesNotContain(key);
                    }
                }
                case 1 -> {
                    long waiter = request - random.nextInt(20);
                    if (key == keyOfWaiting.getOrDefault(waiter, -1L)) {
                        keyOfWaiting.remove(waiter);
                    }
                    fetches.leave(key, waiter);
                }
                default -> {
                    boolean running = underWay.containsKey(key);
                    FetchStep step = fetches.ask(key, Held.ABSENT, request, request);
                    assertThat(step).isEqualTo(running ? FetchStep.WAIT : FetchStep.FETCH);
                    if (running) {
                        keyOfWaiting.put(request, key);
                    } else {
                        underWay.put(key, fetches.ticket());
                    }
                }
            }
            assertThat(fetches.waiting()).isEqualTo(keyOfWaiting.size());
            assertThat(fetches.fetching()).isEqualTo(underWay.size());
        }
    }

    @Test
    void allocatesNothingOnceItIsLargeEnough() {
        Fetches fetches = new Fetches(Coalescing.varnish());
        WokenListener nobody = (waiter, shares) -> {};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] tickets = new int[100];
        long before = 0;
        // Another hundred keys each round: those of which nothing is under way must be forgotten.
        for (int round = 0; round < 20_000; round++) {
            if (round == 10_000) {
                threads.getCurrentThreadAllocatedBytes();
                before = threads.getCurrentThreadAllocatedBytes();
            }
            for (int key = 0; key < 100; key++) {
                fetches.ask(100L * round + key, Held.ABSENT, 0, round);
                tickets[key] = fetches.ticket();
                fetches.ask(100L * round + key, Held.ABSENT, 1, round);
                fetches.ask(100L * round + key, Held.FRESH, 2, round);
            }
            for (int key = 0; key < 100; key++) {
                fetches.ended(100L * round + key, tickets[key], FetchEnd.KEPT, nobody);
            }
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
}

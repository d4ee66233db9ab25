package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.ShardedSystems.KEYS;
import static roundhouse.simulation.storing.ShardedSystems.MEMBERS;
import static roundhouse.simulation.storing.ShardedSystems.five;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.rings.Ring;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** Members of a sharded store join and leave while it is used. */
class ShardedStoreTest {
    private static final int COPIES = 3;
    private static final String RING = ", \"virtual-nodes\": 16, \"hash\": \"xxh3\"";

    private static Ring ring(List<String> holders) {
        return new Ring(holders.stream().map(Target::of).toList(), HashFunction.XXH3, 16);
    }

    /** How many of the keys are in the ranges that two rings list, by who sends them to whom. */
    private static SortedMap<String, Integer> listed(List<Transfer> transfers, Ring ring) {
        SortedMap<String, Integer> keys = new TreeMap<>();
        for (long key = 0; key < KEYS; key++) {
            long hash = ring.hash(KeyText.of(key));
            for (Transfer each : transfers) {
                long behind = hash - each.after();
                if (behind != 0 && Long.compareUnsigned(behind, each.upTo() - each.after()) <= 0) {
                    keys.merge(" from " + each.source() + " to " + each.receiver(), 1, Integer::sum);
                }
            }
        }
        return keys;
    }

    private static String words(SortedMap<String, Integer> keys) {
        return String.join(
                ", ",
                keys.entrySet().stream()
                        .map(each -> each.getValue() + (each.getValue() == 1 ? " key" : " keys") + each.getKey())
                        .toList());
    }

    private static int sum(SortedMap<String, Integer> keys) {
        return keys.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<String> transcript(Run run) {
        return run.report().transcript().stream().map(TranscriptLine::text).toList();
    }

    @Test
    void whatTheRingListsIsStreamedWhenAMemberJoinsAndWhenAnotherLeaves() {
        Topology system = at(at(five("", RING), 25, new Command.Join("db-5")), 40, new Command.Leave("db-1"));
        Run run = run(system, 60);
        Ring four = ring(MEMBERS.subList(0, 4));
        Ring five = ring(MEMBERS);
        Ring without = ring(MEMBERS.subList(1, 5));
        var joining = listed(Transfer.between(four, five, COPIES), four);
        var leaving = listed(Transfer.handingOver(five, without, COPIES), five);
        assertThat(transcript(run))
                .contains("orders: db-5 joins; " + words(joining), "orders: db-1 leaves; " + words(leaving))
                .anyMatch(line -> line.startsWith("orders: db-5 has joined; " + sum(joining) + " keys, "))
                .anyMatch(line -> line.startsWith("orders: db-1 has left; " + sum(leaving) + " keys, "));
        StoreReport store = store(run.report());
        for (StoreReport.Member member : store.members()) {
            int sent = 0;
            for (var each : joining.entrySet()) {
                sent += each.getKey().contains("from " + member.id()) ? each.getValue() : 0;
            }
            for (var each : leaving.entrySet()) {
                sent += each.getKey().contains("from " + member.id()) ? each.getValue() : 0;
            }
            assertThat(member.of(MemberFigure.STREAMED)).as(member.id()).isEqualTo(sent);
            // Each value is 1 KiB, with 8 bytes of key and 24 of what tells versions apart.
            assertThat(member.of(MemberFigure.STREAMED_BYTES)).isBetween(1_032L * sent, 1_064L * sent + 64 * 64);
        }
        assertThat(store.lostAcknowledgedWrites()).isZero();
        assertThat(store.staleReads()).isZero();
        assertThat(store.readsRefused() + store.writesRefused() + store.unknownWrites())
                .isZero();
        // 200 writes a second are on their way to a replica for 6 ms.
        assertThat(store.members()).allMatch(member -> member.behind() <= 8);
    }

    /** Reads that write back what they found are linearizable, also while keys change hands. */
    @Test
    void readsAreRightWhileKeysAreStreamed() {
        String slow = RING + ", \"stream-rate\": 20000";
        Topology system = at(five("", slow), 10, new Command.Join("db-5"));
        Run run = run(system, 30);
        assertThat(transcript(run)).anyMatch(line -> line.startsWith("orders: db-5 has joined"));
        HistoryVerdict verdict = new Checker(run.histories().firstEntry().getValue(), Budget.of(5_000_000))
                .check(Check.LINEARIZABLE, OptionalLong.empty());
        assertThat(verdict).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** Four members send about 300 KiB in all at 20,000 B/s each: four seconds at least, beside three of gossip. */
    @Test
    void aStreamTakesItsTime() {
        Run fast = run(at(five("", RING), 10, new Command.Join("db-5")), 40);
        Run slow = run(at(five("", RING + ", \"stream-rate\": 10000"), 10, new Command.Join("db-5")), 40);
        assertThat(doneNanos(fast) / 1e9).isBetween(12.0, 14.1);
        assertThat(doneNanos(slow) / 1e9).isBetween(17.0, 24.0);
    }

    private static long doneNanos(Run run) {
        return run.report().transcript().stream()
                .filter(line -> line.text().contains("has joined"))
                .findFirst()
                .orElseThrow()
                .timeNanos();
    }

    @Test
    void whatCannotJoinOrLeaveSaysWhy() {
        Topology system = at(at(five("", RING), 5, new Command.Join("db-1")), 6, new Command.Leave("db-5"));
        Topology more = at(at(system, 10, new Command.Leave("db-4")), 20, new Command.Leave("db-3"));
        assertThat(transcript(run(more, 25)))
                .contains(
                        "db-1 cannot join: it has keys already",
                        "db-5 cannot leave: it has no keys",
                        "db-3 cannot leave: each key is kept at 3 members, and there are no more");
    }

    /** Somebody who joins and leaves while others are still moved waits; the last word counts. */
    @Test
    void oneChangeIsDoneBeforeTheNextBegins() {
        Topology system = at(at(five("", RING), 10, new Command.Join("db-5")), 11, new Command.Leave("db-1"));
        Run run = run(system, 30);
        assertThat(transcript(run))
                .contains("orders: keys change hands already; db-1 leaves after that")
                .anyMatch(line -> line.startsWith("orders: db-1 has left; "));
        assertThat(store(run.report()).lostAcknowledgedWrites()).isZero();
    }

    /** A command that is given while it runs does what it does in a scenario. */
    @Test
    void aCommandWhileItRunsIsAsGoodAsOneOfTheScenario() {
        Run scenario = run(at(five("", RING), 10, new Command.Join("db-5")), 20);
        Run live = run(five("", RING), 10);
        live.apply(new Command.Join("db-5"));
        live.runUntil(20_000_000_000L);
        assertThat(live.log()).hasSize(1);
        assertThat(streamed(live)).isEqualTo(streamed(scenario)).contains(0L).anyMatch(count -> count > 0);
    }

    private static List<Long> streamed(Run run) {
        return store(run.report()).members().stream()
                .map(member -> member.of(MemberFigure.STREAMED))
                .toList();
    }
}

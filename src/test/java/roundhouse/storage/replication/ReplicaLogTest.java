package roundhouse.storage.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A log from its first entry, after a snapshot, and after entries that another leader has replaced. */
class ReplicaLogTest {
    /** Entries of these terms; the n-th writes 10 n under key n mod 3. */
    private static ReplicaLog log(int... terms) {
        ReplicaLog log = new ReplicaLog();
        for (int term : terms) {
            long index = log.lastIndex() + 1;
            assertThat(log.append(term, index % 3, 10 * index)).isEqualTo(index);
        }
        return log;
    }

    @Test
    void beginsEmptyBeforeTheFirstEntry() {
        ReplicaLog log = log();
        assertThat(log.lastIndex()).isZero();
        assertThat(log.lastTerm()).isZero();
        assertThat(log.term(0)).isZero();
        assertThat(log.term(1)).isEqualTo(-1);
        assertThat(log.from(1, 5)).isSameAs(LogEntries.NONE);
    }

    @Test
    void keepsAllThatIsAppendedHoweverMuch() {
        ReplicaLog log = new ReplicaLog();
        for (int i = 1; i <= 200; i++) {
            log.append(i / 50, i, -i);
        }
        assertThat(log.lastIndex()).isEqualTo(200);
        for (int i = 1; i <= 200; i++) {
            assertThat(log.term(i)).isEqualTo(i / 50);
            assertThat(log.key(i)).isEqualTo(i);
            assertThat(log.value(i)).isEqualTo(-i);
        }
        assertThat(log.term(201)).isEqualTo(-1);
    }

    @Test
    void handsOutSoManyEntriesAtMost() {
        ReplicaLog log = log(1, 1, 2, 3);
        LogEntries two = log.from(2, 2);
        assertThat(two.count()).isEqualTo(2);
        assertThat(two.terms()).containsExactly(1, 2);
        assertThat(two.keys()).containsExactly(2, 0);
        assertThat(two.values()).containsExactly(20, 30);
        assertThat(log.from(4, 9).values()).containsExactly(40);
        assertThat(log.from(5, 9)).isSameAs(LogEntries.NONE);
        assertThat(log.from(1, 0)).isSameAs(LogEntries.NONE);
    }

    @Test
    void whatIsTruncatedIsReplaced() {
        ReplicaLog log = log(1, 1, 2);
        log.truncate(2);
        assertThat(log.lastIndex()).isEqualTo(1);
        assertThat(log.append(3, 7, 8)).isEqualTo(2);
        assertThat(log.lastTerm()).isEqualTo(3);
        assertThat(log.key(2)).isEqualTo(7);
        assertThat(log.value(2)).isEqualTo(8);
    }

    @Test
    void aSnapshotKeepsTheNumbersOfWhatIsAfterIt() {
        ReplicaLog log = log(1, 1, 2, 3, 3);
        log.compact(3);
        assertThat(log.snapshotIndex()).isEqualTo(3);
        assertThat(log.term(3)).isEqualTo(2);
        assertThat(log.term(2)).isEqualTo(-1);
        assertThat(log.term(4)).isEqualTo(3);
        assertThat(log.key(4)).isEqualTo(1);
        assertThat(log.value(5)).isEqualTo(50);
        assertThat(log.lastIndex()).isEqualTo(5);
        log.compact(5);
        assertThat(log.lastIndex()).isEqualTo(5);
        assertThat(log.lastTerm()).isEqualTo(3);
        log.restart(9, 6);
        assertThat(log.lastIndex()).isEqualTo(9);
        assertThat(log.lastTerm()).isEqualTo(6);
        assertThat(log.append(6, 1, 1)).isEqualTo(10);
    }

    /** 64 are as many as fit before it grows. */
    @Test
    void whatIsFullCanDropItsBeginning() {
        ReplicaLog log = new ReplicaLog();
        for (int i = 1; i <= 64; i++) {
            log.append(1, i, -i);
        }
        log.compact(40);
        assertThat(log.key(41)).isEqualTo(41);
        assertThat(log.value(64)).isEqualTo(-64);
        assertThat(log.lastIndex()).isEqualTo(64);
    }

    /** Raft, 5.4.1: the later last term, then the longer log. */
    @Test
    void aLogIsAsNewByItsLastTermThenByItsLength() {
        ReplicaLog log = log(1, 2, 2);
        assertThat(log.isUpToDate(3, 2)).isTrue();
        assertThat(log.isUpToDate(2, 2)).isFalse();
        assertThat(log.isUpToDate(1, 3)).isTrue();
        assertThat(log.isUpToDate(9, 1)).isFalse();
    }

    @Test
    void hasAPlaceOnlyIfItIsOfTheSameTermOrBehindASnapshot() {
        ReplicaLog log = log(1, 1, 2, 3);
        assertThat(log.has(new LogPosition(2, 3))).isTrue();
        assertThat(log.has(new LogPosition(1, 3))).isFalse();
        assertThat(log.has(new LogPosition(3, 5))).isFalse();
        log.compact(3);
        assertThat(log.has(new LogPosition(1, 2))).isTrue();
        assertThat(log.has(new LogPosition(1, 3))).isFalse();
        assertThat(log.has(new LogPosition(2, 3))).isTrue();
    }

    /** Key 1 is written by the entries 1, 4 and 7, key 2 by 2, 5 and 8. */
    @Test
    void showsOneOfTheLatestVersionsOfAKeyFromTheEntryOnThatWroteIt() {
        ReplicaLog log = log(1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(log.showing(1, 1, 8)).isEqualTo(7);
        assertThat(log.showing(1, 2, 8)).isEqualTo(4);
        assertThat(log.showing(1, 1, 6)).isEqualTo(4);
        assertThat(log.showing(1, 1, 7)).isEqualTo(7);
        assertThat(log.showing(1, 3, 8)).isEqualTo(1);
        // Any state shows one of the latest four of three.
        assertThat(log.showing(1, 4, 8)).isZero();
        // Entries that are not here yet may all be of that key.
        assertThat(log.showing(2, 2, 9)).isEqualTo(8);
        assertThat(log.showing(2, 1, 9)).isEqualTo(9);
        assertThat(log.showing(2, 3, 12)).isEqualTo(12);
        log.compact(5);
        assertThat(log.showing(1, 2, 8)).isEqualTo(5);
        assertThat(log.showing(1, 1, 8)).isEqualTo(7);
        assertThat(log.showing(2, 2, 8)).isEqualTo(5);
    }
}

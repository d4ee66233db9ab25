package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;

/** What is under a key when versions meet, what is said of it, and how two members compare what they have. */
class ContentRulesTest {
    private final Letters out = new Letters();

    private static Content write(Conflicts how, Content mine, int self, long value, Seen context) {
        return how.changed(mine, self, StoreRequest.write(1, 0, value).after(context), value);
    }

    private static Content remove(Conflicts how, Content mine, int self, long value, Seen context) {
        return how.changed(mine, self, StoreRequest.removal(1, 0, value).after(context), value);
    }

    private static Content write(Conflicts how, long value) {
        return write(how, how.nothing(), 0, value, Seen.Nothing.YET);
    }

    @Test
    void siblingsAreReplacedByWhoReadThem() {
        Conflicts how = Conflicts.SIBLINGS;
        Content one = write(how, 7);
        Content two = write(how, how.nothing(), 1, 8, Seen.Nothing.YET);
        Content both = one.merge(two);
        assertThat(both.versions()).isEqualTo(2);
        assertThat(both.found().values()).containsExactlyInAnyOrder(7, 8);
        assertThat(both.found().value()).isEqualTo(both.found().values()[1]);
        assertThat(both.bytes()).isEqualTo(8 + 2 * 24);
        assertThat(both.sum()).isNotEqualTo(one.sum());
        assertThat(write(how, both, 0, 9, both).found().values()).containsExactly(9);
        assertThat(write(how, both, 0, 9, one).found().values()).containsExactlyInAnyOrder(8, 9);
        assertThat(remove(how, both, 0, 0, two).found().values()).containsExactly(7);
        assertThat(remove(how, both, 0, 0, both).found().value()).isZero();
    }

    @Test
    void aCounterAddsWhatEachMemberCounted() {
        Conflicts how = Conflicts.COUNTER;
        Content one = write(how, 7);
        Content two = remove(how, how.nothing(), 1, 3, Seen.Nothing.YET);
        Content both = one.merge(two);
        assertThat(both.found().value()).isEqualTo(4);
        assertThat(one.merge(one).found().value()).as("never twice").isEqualTo(7);
        assertThat(both.versions()).isEqualTo(1);
        assertThat(how.nothing().versions()).isZero();
        assertThat(both.bytes()).isEqualTo(32);
        assertThat(both.sum()).isNotEqualTo(one.sum());
        assertThat(one.found().value()).as("it is not changed").isEqualTo(7);
    }

    @Test
    void ofASetAnAddWinsOverARemovalThatDidNotKnowOfIt() {
        Conflicts how = Conflicts.SET;
        Content one = write(how, 7);
        Content removed = remove(how, one, 0, 7, Seen.Nothing.YET);
        Content again = write(how, one, 1, 7, Seen.Nothing.YET);
        assertThat(removed.found().values()).isEmpty();
        assertThat(removed.versions()).isZero();
        assertThat(removed.merge(one).found().values()).as("it knew of it").isEmpty();
        assertThat(removed.merge(again).found().values()).containsExactly(7);
        Content two = write(how, one, 1, 9, Seen.Nothing.YET);
        assertThat(two.found().value()).as("how many").isEqualTo(2);
        assertThat(two.found().values()).containsExactly(7, 9);
        assertThat(two.versions()).isEqualTo(1);
        assertThat(two.bytes()).isEqualTo(8 + 2 * 24);
        assertThat(two.sum()).isNotEqualTo(one.sum());
        assertThat(one.found().values()).as("it is not changed").containsExactly(7);
    }

    @Test
    void ofTheLastWriteADeletionShowsNothing() {
        Content deleted = remove(Conflicts.LAST_WRITE_WINS, LastWrite.NONE, 0, 9, Seen.Nothing.YET);
        assertThat(deleted).isEqualTo(new LastWrite(0, 9, true));
        assertThat(deleted.found().values()).isEmpty();
        assertThat(deleted.versions()).isEqualTo(1);
        assertThat(deleted.bytes()).isEqualTo(24);
        assertThat(LastWrite.NONE.found().values()).isEmpty();
        assertThat(LastWrite.NONE.versions()).isZero();
        assertThat(deleted.sum()).isNotEqualTo(new LastWrite(0, 9, false).sum());
        assertThat(new LastWrite(1, 9, false).sum()).isEqualTo(31 + 18);
    }

    @ParameterizedTest
    @EnumSource(Conflicts.class)
    void whatWasSeenIsShownByWhateverHasIt(Conflicts how) {
        Content one = write(how, 7);
        Content more = write(how, one, 0, 8, one);
        assertThat(more.shows(one)).isTrue();
        assertThat(one.shows(more)).isFalse();
        assertThat(one.shows(Seen.Nothing.YET)).isTrue();
        assertThat(one.and(more)).isEqualTo(more);
        assertThat(one.and(Seen.Nothing.YET)).isEqualTo(one);
        assertThat(one.isOfOneKey()).isTrue();
        assertThat(how.changesOwn()).isEqualTo(how != Conflicts.LAST_WRITE_WINS);
    }

    @Test
    void conflictsAndSiblingsAreCounted() {
        ContentTable table = new ContentTable(Conflicts.SIBLINGS, out);
        Content one = write(Conflicts.SIBLINGS, 7);
        Content two = write(Conflicts.SIBLINGS, Conflicts.SIBLINGS.nothing(), 1, 8, Seen.Nothing.YET);
        table.merge(5, one);
        assertThat(table.conflicts()).isZero();
        assertThat(table.siblings()).isZero();
        table.merge(5, two);
        assertThat(table.conflicts()).isEqualTo(1);
        assertThat(table.siblings()).isEqualTo(1);
        table.merge(5, one.merge(two));
        assertThat(table.conflicts()).as("they met before").isEqualTo(1);
        assertThat(table.taken()).isEqualTo(2);
        table.merge(6, one.merge(two));
        assertThat(table.conflicts()).as("they met elsewhere").isEqualTo(1);
        assertThat(table.siblings()).isEqualTo(2);
        table.change(6, write(Conflicts.SIBLINGS, table.get(6), 2, 9, table.get(6)));
        assertThat(table.siblings()).isEqualTo(1);
        assertThat(table.keys()).containsExactly(5, 6);
        table.drop(5);
        assertThat(table.siblings()).isZero();
        assertThat(table.keys()).containsExactly(6);
    }

    @Test
    void whatIsHadAndLostIsSaid() {
        ContentTable table = new ContentTable(Conflicts.SIBLINGS, out);
        Content one = write(Conflicts.SIBLINGS, 7);
        Content two = write(Conflicts.SIBLINGS, Conflicts.SIBLINGS.nothing(), 1, 8, Seen.Nothing.YET);
        table.merge(5, one);
        table.merge(5, two);
        assertThat(out.held()).containsExactly("5=7", "5=8");
        table.change(5, write(Conflicts.SIBLINGS, table.get(5), 0, 9, table.get(5)));
        assertThat(out.held()).containsExactlyInAnyOrder("5=9", "5=7 became 9", "5=8 became 9");
        table.merge(5, one);
        assertThat(out.held()).as("replaced before it came").containsExactly("5=7 became 9");
        table.drop(5);
        assertThat(out.held()).containsExactly("5=9 became 0");
        ContentTable last = new ContentTable(Conflicts.LAST_WRITE_WINS, out);
        last.merge(5, new LastWrite(1, 10, false));
        last.merge(5, new LastWrite(1, 20, false));
        assertThat(out.held()).as("the same value").containsExactly("5=1");
        last.merge(5, new LastWrite(2, 15, false));
        assertThat(out.held()).containsExactly("5=2 became 1");
        last.merge(5, new LastWrite(3, 30, false));
        assertThat(out.held()).containsExactly("5=3", "5=1 became 3");
    }

    @Test
    void sumsAreNotValuesThatWereWritten() {
        ContentTable table = new ContentTable(Conflicts.COUNTER, out);
        table.change(5, write(Conflicts.COUNTER, 7));
        table.merge(5, write(Conflicts.COUNTER, 3));
        assertThat(out.held()).isEmpty();
        assertThat(out.became()).containsExactly("5: 7");
        table.drop(5);
        assertThat(out.became()).containsExactly("5: 0");
    }

    private LeaderlessReplica member(int self, long antiEntropy) {
        LeaderlessSettings settings = LeaderlessSettings.of(3, 2, 1, 1).mending(false, false, antiEntropy);
        LeaderlessReplica member = new LeaderlessReplica(self, settings, PreferenceList.clockwise(), out);
        member.start(0);
        out.sent();
        return member;
    }

    private static void has(LeaderlessReplica member, long key, long value) {
        Content content = new LastWrite(value, value, false);
        member.receive(1, new LeaderlessMessage.Put(0, key, content, PreferenceList.NOBODY, false), 0);
    }

    @Test
    void eachPeriodTheNextMemberIsComparedWith() {
        LeaderlessReplica member = member(1, 10);
        assertThat(out.timer(LeaderlessTimer.COMPARE)).isEqualTo(10);
        List<Integer> asked = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            member.timer(LeaderlessTimer.COMPARE, i * 10);
            assertThat(out.timer(LeaderlessTimer.COMPARE)).isEqualTo(i * 10 + 10);
            List<Letters.Letter> sent = out.sent();
            asked.add(sent.getFirst().to());
            LeaderlessMessage.Summary summary =
                    (LeaderlessMessage.Summary) sent.getFirst().message();
            assertThat(summary.wantsAnswer()).isTrue();
            assertThat(summary.asOfNanos()).isEqualTo(i * 10);
        }
        assertThat(asked).containsExactly(2, 0, 2, 0);
    }

    /** Key 0 is at members 0 and 1, key 1 at 1 and 2, key 2 at 2 and 0. */
    @Test
    void whereSumsDifferEachSendsWhatTheOtherMayLack() {
        LeaderlessReplica one = member(0, 10);
        LeaderlessReplica other = member(1, 10);
        for (long key : new long[] {0, 3, 6, 9, 12}) {
            has(one, key, 100 + key);
            has(other, key, key == 6 ? 200 : 100 + key);
        }
        has(one, 2, 5);
        has(other, 1, 5);
        out.sent();
        one.timer(LeaderlessTimer.COMPARE, 10);
        Message summary = out.sentTo(1).getFirst();
        other.receive(0, summary, 20);
        List<Message> sent = out.sentTo(0);
        assertThat(sent).hasSize(2);
        LeaderlessMessage.Versions versions = (LeaderlessMessage.Versions) sent.getFirst();
        assertThat(versions.keys()).containsExactly(6);
        assertThat(versions.asOfNanos()).isEqualTo(20);
        one.receive(1, versions, 30);
        assertThat(one.value(6)).isEqualTo(200);
        one.timer(LeaderlessTimer.COMPARE, 40);
        one.timer(LeaderlessTimer.COMPARE, 50);
        Message equal = out.sentTo(1).getFirst();
        other.receive(0, equal, 60);
        assertThat(out.sent()).as("they are equal").isEmpty();
        has(one, 6, 300);
        out.sent();
        one.receive(1, sent.getLast(), 70);
        assertThat(out.sentTo(1)).as("no summary for a summary").hasSize(1);
    }
}

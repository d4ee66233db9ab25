package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.StoreRequest;

/** How two primaries are kept apart. */
class FencingTest extends LonePrimary {
    @Test
    void aFencedPrimaryThatHearsNoMajorityRefusesEverything() {
        PrimaryReplica member = fenced(0);
        now = FENCE;
        assertThat(member.acceptsWrites(now)).isTrue();
        now = FENCE + 1;
        assertThat(member.acceptsWrites(now)).isFalse();
        writes(member, 1, 42);
        member.request(StoreRequest.read(2, 7), now);
        assertThat(out.replies()).containsExactly(refused(1), refused(2));
        member.receive(2, new PrimaryMessage.AskIndex(3), now);
        assertThat(out.sentTo(2)).contains(new PrimaryMessage.IndexReply(3, -1));
        saysWhatItHas(member, 2, 0);
        assertThat(member.acceptsWrites(now)).isTrue();
    }

    @Test
    void whoIsPromotedWaitsUntilTheOldPrimaryMustHaveNoticed() {
        PrimaryReplica member = fenced(0);
        member.promote(5, now);
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        now = FENCE + FENCE / 4 - 1;
        saysWhatItHas(member, 1, 0);
        assertThat(member.acceptsWrites(now)).isFalse();
        now++;
        assertThat(member.acceptsWrites(now)).isTrue();
    }

    @Test
    void whoHasPromisedItselfToALaterEpochRefuses() {
        PrimaryReplica member = fenced(0);
        member.promise(2, FENCE / 2);
        assertThat(member.acceptsWrites(FENCE / 2 - 1)).isFalse();
        assertThat(member.acceptsWrites(FENCE / 2)).as("it came to nothing").isTrue();
        member.promise(1, FENCE);
        assertThat(member.acceptsWrites(FENCE / 2)).as("its own epoch").isTrue();
        PrimaryReplica without = primary(PrimarySettings.asynchronous(3));
        without.promise(2, FENCE);
        assertThat(without.acceptsWrites(0)).as("without fencing").isTrue();
    }

    /** What it inherited others may not have, so it may be lost yet. */
    @Test
    void aFencedPrimaryShowsWhatItInheritedWhenEnoughHaveIt() {
        PrimaryReplica member = fenced(1);
        writes(member, 1, 42);
        has(member, 1, 1, 1);
        out.replies();
        member.promote(5, now);
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        now = 2 * FENCE;
        has(member, 1, 0, 0);
        member.request(StoreRequest.read(2, 7), now);
        assertThat(out.replies()).containsExactly(refused(2));
        has(member, 1, 1, 1);
        member.request(StoreRequest.read(3, 7), now);
        assertThat(out.replies()).containsExactly(ok(3, 42));
    }
}

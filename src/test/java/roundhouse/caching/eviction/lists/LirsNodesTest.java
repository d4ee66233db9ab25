package roundhouse.caching.eviction.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stack, the queue and the memory of LIRS, call by call. */
final class LirsNodesTest {
    private final LirsNodes nodes = new LirsNodes();
    private int first;
    private int second;
    private int third;

    /** Two LIR entries, of 2 and 3 units, and a queued one of 5, which was used last. */
    @BeforeEach
    void enterThree() {
        nodes.slots(10);
        first = nodes.enter(4, 100, 2);
        nodes.toTop(first);
        nodes.makeLir(first);
        second = nodes.enter(5, 101, 3);
        nodes.toTop(second);
        nodes.makeLir(second);
        third = nodes.enter(6, 102, 5);
        nodes.toTop(third);
        nodes.queue(third);
    }

    private String described() {
        StringBuilder text = new StringBuilder();
        nodes.describe(new ListVisitor() {
            @Override
            public void list(String name) {
                text.append(name).append(' ');
            }

            @Override
            public void key(long key) {
                text.append(key).append(' ');
            }

            @Override
            public void hand() {
                text.append("< ");
            }
        });
        return text.toString().strip();
    }

    @Test
    void eachIsInItsList() {
        assertThat(described()).isEqualTo("LIR 101 100 HIR 102 remembered");
        assertThat(nodes.of(5)).isEqualTo(second);
        assertThat(nodes.slot(second)).isEqualTo(5);
        assertThat(nodes.isLir(second)).isTrue();
        assertThat(nodes.isLir(third)).isFalse();
        assertThat(nodes.top()).isEqualTo(third);
        assertThat(nodes.bottom()).isEqualTo(first);
        assertThat(nodes.lirUnits()).isEqualTo(5);
        assertThat(nodes.rememberedUnits()).isZero();
    }

    @Test
    void theFrontOfTheQueueIsNeverTheNewcomer() {
        assertThat(nodes.front(LirsNodes.NONE)).isEqualTo(third);
        assertThat(nodes.front(third)).isEqualTo(LirsNodes.NONE);
        assertThat(nodes.hasQueuedBut(third)).isFalse();
        assertThat(nodes.hasQueuedBut(first)).isTrue();
        int fourth = nodes.enter(7, 103, 1);
        nodes.queue(fourth);
        assertThat(nodes.front(third)).isEqualTo(fourth);
        nodes.queue(third);
        assertThat(nodes.front(LirsNodes.NONE))
                .as("queued once more, it is the last")
                .isEqualTo(fourth);
    }

    @Test
    void aQueuedEntryThatBecomesLirLeavesTheQueue() {
        nodes.makeLir(third);
        assertThat(described()).isEqualTo("LIR 102 101 100 HIR remembered");
        assertThat(nodes.lirUnits()).isEqualTo(10);
    }

    @Test
    void theLirEntryAtTheBottomGoesToTheQueue() {
        nodes.demoteBottom();
        assertThat(described()).isEqualTo("LIR 101 HIR 100 102 remembered");
        assertThat(nodes.inStack(first)).isFalse();
        assertThat(nodes.lirUnits()).isEqualTo(3);
        assertThat(nodes.hasLir()).isTrue();
        nodes.demoteBottom();
        assertThat(nodes.hasLir()).isFalse();
        assertThat(nodes.lirUnits()).isZero();
    }

    @Test
    void whatLeavesIsRememberedWhileItIsInTheStack() {
        nodes.leave(third);
        assertThat(described()).isEqualTo("LIR 101 100 HIR remembered 102");
        assertThat(nodes.rememberedUnits()).isEqualTo(5);
        assertThat(nodes.enter(8, 102, 7)).isEqualTo(third);
        assertThat(nodes.rememberedUnits()).isZero();
        assertThat(nodes.inStack(third)).isTrue();
        assertThat(nodes.slot(third)).isEqualTo(8);
        nodes.queue(third);
        nodes.leave(third);
        assertThat(nodes.rememberedUnits()).as("it came back larger").isEqualTo(7);
    }

    @Test
    void whatLeavesFromOutsideTheStackIsNot() {
        nodes.demoteBottom();
        nodes.leave(first);
        assertThat(described()).isEqualTo("LIR 101 HIR 102 remembered");
        assertThat(nodes.enter(4, 100, 2)).as("its node is free, and taken").isEqualTo(first);
        assertThat(nodes.inStack(first)).isFalse();
    }

    @Test
    void theOldestRememberedIsForgottenFirst() {
        int fourth = nodes.enter(7, 103, 1);
        nodes.toTop(fourth);
        nodes.queue(fourth);
        nodes.leave(third);
        nodes.leave(fourth);
        nodes.forgetOldest();
        assertThat(described()).isEqualTo("LIR 101 100 HIR remembered 103");
        assertThat(nodes.inStack(third)).isFalse();
        assertThat(nodes.enter(6, 102, 5)).as("a new node in no list").isEqualTo(third);
        assertThat(nodes.inStack(third)).isFalse();
    }

    @Test
    void pruningTakesOffAllBelowTheLowestLirEntry() {
        nodes.leave(third);
        nodes.toTop(first);
        nodes.toTop(second);
        nodes.prune();
        assertThat(described()).isEqualTo("LIR 101 100 HIR remembered");
        assertThat(nodes.bottom()).isEqualTo(first);
        assertThat(nodes.rememberedUnits()).isZero();
        nodes.demoteBottom();
        nodes.demoteBottom();
        nodes.prune();
        assertThat(nodes.bottom()).isEqualTo(LirsNodes.NONE);
    }

    @Test
    void whatIsRemovedIsInNoList() {
        nodes.remove(third);
        assertThat(described()).isEqualTo("LIR 101 100 HIR remembered");
        assertThat(nodes.top()).isEqualTo(second);
        nodes.remove(second);
        assertThat(described()).isEqualTo("LIR 100 HIR remembered");
        assertThat(nodes.lirUnits()).isEqualTo(2);
        assertThat(nodes.enter(1, 104, 1)).as("freed last, taken first").isEqualTo(second);
        assertThat(nodes.enter(2, 105, 1)).isEqualTo(third);
        nodes.remove(first);
        assertThat(nodes.hasLir()).isFalse();
    }

    @Test
    void anEntryMayBecomeLarger() {
        nodes.resized(first, 4);
        assertThat(nodes.lirUnits()).isEqualTo(9);
        nodes.resized(third, 2);
        assertThat(nodes.lirUnits()).isEqualTo(9);
        nodes.leave(third);
        assertThat(nodes.rememberedUnits()).isEqualTo(7);
        nodes.demoteBottom();
        nodes.resized(first, -5);
        nodes.makeLir(first);
        assertThat(nodes.lirUnits()).isEqualTo(3 + 1);
    }
}

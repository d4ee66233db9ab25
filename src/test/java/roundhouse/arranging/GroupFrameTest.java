package roundhouse.arranging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.Position;

class GroupFrameTest {
    private static GroupFrame frame(int servers) {
        return new GroupFrame(
                100,
                200,
                IntStream.rangeClosed(1, servers)
                        .mapToObj(number -> "s-" + number)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 10, 11, 24, 25, 300})
    void cardsStandInTheFrameAndApart(int servers) {
        GroupFrame frame = frame(servers);
        assertThat(frame.shown()).isEqualTo(Math.min(servers, GroupFrame.MOST));
        for (int i = 0; i < frame.shown(); i++) {
            Position one = frame.corner(i);
            assertThat(one.x()).isGreaterThan(frame.x());
            assertThat(one.y()).isGreaterThan(frame.y() + Cards.HEIGHT);
            assertThat(one.x() + GroupFrame.WIDTH).isLessThan(frame.x() + frame.width());
            assertThat(one.y() + GroupFrame.HEIGHT).isLessThan(frame.y() + frame.height());
            for (int other = 0; other < i; other++) {
                assertThat(overlaps(one, frame.corner(other))).isFalse();
            }
        }
    }

    private static boolean overlaps(Position one, Position other) {
        return Math.abs(one.x() - other.x()) < GroupFrame.WIDTH && Math.abs(one.y() - other.y()) < GroupFrame.HEIGHT;
    }

    /** From whichever side a link comes, the way runs between the cards and ends at the server's left edge. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 24})
    void waysCrossNoCard(int servers) {
        GroupFrame frame = frame(servers);
        List<Position> ends = List.of(
                new Position(frame.x(), frame.y() + 40),
                new Position(frame.x() + frame.width(), frame.y() + 40),
                new Position(frame.x() + 90, frame.y()),
                new Position(frame.x() + 90, frame.y() + frame.height()));
        for (Position end : ends) {
            for (int i = 0; i < frame.shown(); i++) {
                Position at = end;
                for (Position next : frame.way(i, end.x(), end.y())) {
                    for (int card = 0; card < frame.shown(); card++) {
                        assertThat(crosses(at, next, frame.corner(card)))
                                .as(servers + " servers, from " + end + " to " + i + " over " + card)
                                .isFalse();
                    }
                    at = next;
                }
                assertThat(at.x()).isEqualTo(frame.corner(i).x());
            }
        }
    }

    /** Whether a point of the stretch lies within the card. */
    private static boolean crosses(Position from, Position to, Position card) {
        for (double part = 0; part <= 1; part += 0.01) {
            double x = from.x() + part * (to.x() - from.x());
            double y = from.y() + part * (to.y() - from.y());
            if (x > card.x() && x < card.x() + GroupFrame.WIDTH && y > card.y() && y < card.y() + GroupFrame.HEIGHT) {
                return true;
            }
        }
        return false;
    }
}

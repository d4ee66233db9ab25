package roundhouse.workbench.ring.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.measures.Transfer;

class StreamArcsTest {
    private static final long QUARTER = 1L << 62;
    private static final int BLUE = 0xff0072b2;
    private static final int ORANGE = 0xffe69f00;
    private static final RingPainter.Theme THEME =
            new RingPainter.Theme(0xffe7eaf0, 0xffffffff, 0xff60697c, 0xff0b5fff);

    private static Transfer sent(long after, long upTo, @Nullable String source, boolean owned) {
        return new Transfer(after, upTo, source, "b", owned);
    }

    private static int colour(String server) {
        return server.equals("b") ? BLUE : ORANGE;
    }

    @Test
    void whatOverlapsLiesInLanesAndWhatTouchesInOne() {
        List<StreamArcs.Arc> arcs = StreamArcs.of(List.of(
                sent(3 * QUARTER, QUARTER, "a", true),
                sent(0, 2 * QUARTER, "a", false),
                sent(QUARTER, 2 * QUARTER, "a", true),
                sent(2 * QUARTER, 3 * QUARTER, "a", true)));
        assertThat(arcs).extracting(StreamArcs.Arc::lane).containsExactly(0, 1, 0, 0);
        assertThat(arcs.getFirst().turn()).as("through the top").isEqualTo(-0.25, offset(1e-12));
        assertThat(arcs.getFirst().width()).isEqualTo(0.5, offset(1e-12));
        assertThat(arcs.getFirst().middle()).isEqualTo(0, offset(1e-12));
    }

    @Test
    void theArcHasTheReceiversColourAndTheDotInItsMiddleTheSenders() {
        Pixels pixels = painted(sent(0, QUARTER, "a", true));
        assertThat(at(pixels, 0.06)).isEqualTo(BLUE);
        assertThat(at(pixels, 0.19)).isEqualTo(BLUE);
        assertThat(at(pixels, 0.125)).isEqualTo(ORANGE);
        assertThat(at(pixels, 0.3)).as("beyond its end").isZero();
        assertThat(at(pixels, 0.95)).as("before its beginning").isZero();
    }

    @Test
    void aCopyIsThinnerThanWhatIsOwned() {
        assertThat(covered(painted(sent(0, QUARTER, "a", false))))
                .isLessThan(covered(painted(sent(0, QUARTER, "a", true))) * 3 / 4);
    }

    @Test
    void whatNobodySendsHasAHollowDot() {
        assertThat(at(painted(sent(0, QUARTER, null, true)), 0.125)).isEqualTo(THEME.handle());
    }

    private static final RingShape SHAPE = new RingShape(500, 500, 1);

    private static Pixels painted(Transfer transfer) {
        Pixels pixels = new Pixels(500, 500);
        StreamArcs.paint(pixels, SHAPE, StreamArcs.of(List.of(transfer)), StreamArcsTest::colour, THEME);
        return pixels;
    }

    /** The pixel in the first lane's middle at that turn. */
    private static int at(Pixels pixels, double turn) {
        double radius = SHAPE.inner - StreamArcs.GAP;
        return pixels.argb()[(int) SHAPE.y(turn, radius) * 500 + (int) SHAPE.x(turn, radius)];
    }

    private static long covered(Pixels pixels) {
        return Arrays.stream(pixels.argb()).filter(each -> each == BLUE).count();
    }
}

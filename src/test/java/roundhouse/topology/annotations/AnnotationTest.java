package roundhouse.topology.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;

/** A note or a frame as it is moved, sized and written on. */
class AnnotationTest {
    private static final Annotation FRAME = new Annotation("f", Annotation.Kind.FRAME, "Zone", 10, 20, 400, 300, true);

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        Annotation.SETTINGS.check(FRAME.saying(text), new Checks("", "it", problems));
        return problems.inOrder().stream().map(Object::toString).toList();
    }

    @Test
    void isMovedBySoMuchAndKeepsTheRest() {
        assertThat(FRAME.moved(1, -2))
                .isEqualTo(new Annotation("f", Annotation.Kind.FRAME, "Zone", 11, 18, 400, 300, true));
    }

    @Test
    void isNeverSmallerThanTheLeast() {
        assertThat(FRAME.sized(50, 60))
                .isEqualTo(new Annotation("f", Annotation.Kind.FRAME, "Zone", 10, 20, 50, 60, true));
        assertThat(FRAME.sized(1, -5).width()).isEqualTo(Annotation.LEAST);
        assertThat(FRAME.sized(1, -5).height()).isEqualTo(Annotation.LEAST);
    }

    @Test
    void isANoteUnlessItIsSaidThatItIsAFrame() {
        assertThat(FRAME.isFrame()).isTrue();
        assertThat(Annotation.SETTINGS.usual().isFrame()).isFalse();
    }

    /** What just fits is held, and what sticks out by one pixel on any side is not. */
    @ParameterizedTest
    @CsvSource({
        "10, 20, 400, 300, true",
        "9, 20, 400, 300, false",
        "10, 19, 400, 300, false",
        "10, 20, 401, 300, false",
        "10, 20, 400, 301, false",
        "11, 20, 400, 300, false",
        "10, 21, 400, 300, false"
    })
    void holdsWhatLiesWithin(double left, double top, double wide, double high, boolean held) {
        assertThat(FRAME.holds(left, top, wide, high)).isEqualTo(held);
    }

    @Test
    void itsTextHasLinesAndAnEnd() {
        assertThat(problems("two\n\tlines")).isEmpty();
        assertThat(problems("x".repeat(10_000))).isEmpty();
        String message = "/text: it: the text of \"text\" has control characters or more than 10,000 characters";
        assertThat(problems("x".repeat(10_001))).containsExactly(message);
        assertThat(problems("a\u0007b")).containsExactly(message);
    }
}

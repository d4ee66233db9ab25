package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Position;

class AlignmentTest {
    private static final Map<String, Position> PLACES = new LinkedHashMap<>(
            Map.of("a", new Position(100, 300), "b", new Position(0, 0), "c", new Position(400, 120)));

    @ParameterizedTest
    @CsvSource({
        "LEFT, 0 300, 0 0, 0 120",
        "CENTRE, 200 300, 200 0, 200 120",
        "RIGHT, 400 300, 400 0, 400 120",
        "TOP, 100 0, 0 0, 400 0",
        "MIDDLE, 100 150, 0 150, 400 150",
        "BOTTOM, 100 300, 0 300, 400 300",
        "ACROSS, 200 300, 0 0, 400 120",
        "DOWN, 100 300, 0 0, 400 150"
    })
    void cardsStandInLineOrAtEvenDistances(Alignment alignment, String a, String b, String c) {
        assertThat(alignment.of(PLACES)).isEqualTo(Map.of("a", position(a), "b", position(b), "c", position(c)));
    }

    private static Position position(String text) {
        String[] parts = text.split(" ");
        return new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    @Test
    void distancesNeedThree() {
        assertThat(Alignment.LEFT.fewest()).isEqualTo(2);
        assertThat(Alignment.DOWN.fewest()).isEqualTo(3);
    }
}

package roundhouse.storage.quorums;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** The model of probabilistically bounded staleness where all cases can be gone through. */
class GoldenPbsTest {
    @Test
    void smallDiscreteCasesAreExact() {
        for (JsonNode recorded : Golden.read("storage/pbs.json").get("exact").get("cases")) {
            WarsExactly model = new WarsExactly(
                    Golden.ints(recorded.get("W_values")),
                    Golden.ints(recorded.get("A_values")),
                    Golden.ints(recorded.get("R_values")),
                    Golden.ints(recorded.get("S_values")));
            for (JsonNode row : recorded.get("cases")) {
                for (JsonNode point : row.get("p")) {
                    Fraction found = model.consistent(
                            recorded.get("N").intValue(),
                            row.get("R").intValue(),
                            row.get("W").intValue(),
                            point.get(0).intValue());
                    assertThat(found)
                            .as("%s at %s", row, point)
                            .hasToString(point.get(1).asString());
                }
            }
        }
    }
}
